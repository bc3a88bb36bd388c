extension TitleWords {
    static let engineering = TitleWords(
        subjects: [
            "gạch không nung từ tro bay", "hệ thống phân loại rác tự động", "thiết bị sấy nông sản bằng năng lượng mặt trời",
            "hệ thống truy xuất nguồn gốc nông sản", "hệ thống giám sát an toàn hồ đập", "cát nghiền thay thế cát tự nhiên",
            "hệ thống tưới tiết kiệm nước điều khiển từ xa", "thiết bị xử lý nước thải làng nghề", "lò đốt rác công suất nhỏ",
            "camera giao thông thông minh",
            "máy tách vỏ luồng", "máy thu hoạch sắn", "bê tông cho công trình ven biển", "phần mềm quản lý bệnh án điện tử",
            "trợ lý ảo phục vụ hành chính công", "hệ thống điện mặt trời mái nhà",
        ],
        topics: [
            "Nghiên cứu hoàn thiện công nghệ {x} {y}", "Nghiên cứu ứng dụng {x} {y}",
            "Nghiên cứu giải pháp kỹ thuật nâng cao hiệu quả {x} {y}",
            "Xây dựng mô hình ứng dụng {x} {y}",
        ],
        projects: ["Hoàn thiện công nghệ và sản xuất thử nghiệm {x} {y}", "Chế tạo, sản xuất thử nghiệm {x} quy mô công nghiệp {y}"],
        places: [
            "phục vụ các doanh nghiệp tỉnh Thanh Hóa", "tại các khu công nghiệp Thanh Hóa", "ở vùng nông thôn Thanh Hóa",
            "trên địa bàn tỉnh Thanh Hóa",
        ]
    )

    static let society = TitleWords(
        subjects: [
            "năng lực cạnh tranh của doanh nghiệp nhỏ và vừa", "đào tạo nghề cho lao động nông thôn",
            "liên kết vùng trong phát triển du lịch", "xây dựng đội ngũ cán bộ cấp xã",
            "chuyển đổi số trong cơ quan nhà nước", "giảm nghèo đa chiều", "kinh tế ban đêm", "dạy học tích hợp ở trường phổ thông",
            "giáo dục kỹ năng sống cho học sinh",
            "an ninh con người vùng biên giới", "kinh tế tập thể, hợp tác xã", "tiếp cận pháp luật của đồng bào dân tộc thiểu số",
        ],
        topics: [
            "Nghiên cứu cơ sở khoa học và giải pháp thúc đẩy {x} {y}", "Thực trạng và giải pháp về {x} {y}",
            "Nghiên cứu xây dựng mô hình {x} {y}",
            "Đánh giá tác động của chính sách đối với {x} {y}",
        ],
        projects: ["Xây dựng và thử nghiệm mô hình {x} {y}"],
        places: ["tỉnh Thanh Hóa đến năm 2030", "ở các huyện miền núi Thanh Hóa", "vùng ven biển Thanh Hóa", "trên địa bàn tỉnh Thanh Hóa"]
    )

    static let culture = TitleWords(
        subjects: [
            "dân ca Đông Anh", "lễ hội truyền thống", "trò diễn Xuân Phả", "chữ Nôm và thư tịch cổ", "nghề đúc đồng truyền thống",
            "trang phục dân tộc Mường",
            "kiến trúc nhà sàn Thái", "di tích thời Lê sơ", "địa danh lịch sử", "ẩm thực xứ Thanh", "văn bia Hán Nôm", "hò sông Mã",
        ],
        topics: [
            "Nghiên cứu bảo tồn và phát huy giá trị {x} {y}", "Sưu tầm, hệ thống hóa và số hóa tư liệu về {x} {y}",
            "Nghiên cứu khai thác {x} trong phát triển du lịch {y}",
            "Xây dựng học liệu giáo dục địa phương về {x} {y}",
        ],
        projects: ["Xây dựng và thử nghiệm sản phẩm du lịch từ {x} {y}"],
        places: ["tỉnh Thanh Hóa", "ở vùng đồng bào Mường Thanh Hóa", "lưu vực sông Mã", "trong bối cảnh hội nhập"]
    )
}
