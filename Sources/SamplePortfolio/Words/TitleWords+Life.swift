extension TitleWords {
    static let crops = TitleWords(
        subjects: [
            "giống lúa thuần chất lượng cao", "giống lúa nếp đặc sản", "cây gai xanh lấy sợi", "cây quế bản địa", "cây luồng",
            "mía nguyên liệu",
            "bưởi không hạt", "cam lòng vàng", "khoai tây sạch bệnh", "rau an toàn trong nhà màng", "nấm dược liệu", "cây ba kích tím",
            "chè vằng",
            "cây sâm báo", "ngô sinh khối", "dưa vàng",
        ],
        topics: [
            "Nghiên cứu tuyển chọn và xây dựng quy trình kỹ thuật canh tác {x} {y}",
            "Ứng dụng tiến bộ kỹ thuật xây dựng mô hình sản xuất {x} {y}",
            "Nghiên cứu phục tráng, bảo tồn và khai thác nguồn gen {x} {y}", "Nghiên cứu biện pháp quản lý dịch hại tổng hợp trên {x} {y}",
            "Xây dựng mô hình liên kết theo chuỗi giá trị {x} {y}", "Nghiên cứu công nghệ bảo quản, chế biến sau thu hoạch {x} {y}",
        ],
        projects: [
            "Sản xuất thử nghiệm {x} theo hướng hàng hóa {y}", "Hoàn thiện quy trình công nghệ và sản xuất thử nghiệm {x} {y}",
        ],
        places: regions
    )

    static let livestock = TitleWords(
        subjects: [
            "vịt bầu bản địa", "gà ri lai", "lợn cỏ bản địa", "bò lai hướng thịt", "dê núi đá", "tôm thẻ chân trắng hai giai đoạn",
            "ngao thương phẩm",
            "cá lăng chấm", "cua biển", "ong nội",
        ],
        topics: [
            "Nghiên cứu xây dựng quy trình nuôi {x} an toàn sinh học {y}", "Ứng dụng tiến bộ kỹ thuật xây dựng mô hình nuôi {x} {y}",
            "Nghiên cứu bảo tồn và khai thác nguồn gen {x} {y}", "Nghiên cứu biện pháp phòng, trị bệnh thường gặp trên {x} {y}",
            "Xây dựng mô hình liên kết theo chuỗi giá trị {x} {y}",
        ],
        projects: [
            "Sản xuất thử nghiệm giống {x} {y}", "Hoàn thiện quy trình công nghệ và nuôi thử nghiệm {x} quy mô hàng hóa {y}",
        ],
        places: regions
    )

    static let medicine = TitleWords(
        subjects: [
            "đái tháo đường típ 2", "đột quỵ nhồi máu não", "tăng huyết áp ở người cao tuổi", "viêm phổi trẻ em", "sốt mò",
            "thoái hóa khớp gối",
            "ung thư đại trực tràng", "suy dinh dưỡng thấp còi", "nhiễm khuẩn bệnh viện", "thalassemia", "trầm cảm sau sinh",
            "rối loạn phổ tự kỷ",
            "bệnh phổi tắc nghẽn mạn tính", "viêm gan vi rút B", "sỏi đường mật", "mất ngủ mạn tính",
        ],
        topics: [
            "Nghiên cứu thực trạng và giải pháp can thiệp {x} {y}", "Ứng dụng kỹ thuật mới trong chẩn đoán và điều trị {x} {y}",
            "Đánh giá hiệu quả bài thuốc y học cổ truyền hỗ trợ điều trị {x} {y}", "Xây dựng mô hình quản lý {x} tại tuyến y tế cơ sở {y}",
            "Nghiên cứu yếu tố nguy cơ và xây dựng công cụ sàng lọc {x} {y}",
        ],
        projects: [
            "Hoàn thiện quy trình và sản xuất thử nghiệm chế phẩm dược liệu hỗ trợ điều trị {x} {y}",
            "Sản xuất thử nghiệm thực phẩm bảo vệ sức khỏe dùng cho người bệnh {x} {y}",
        ],
        places: regions
    )

    static let environment = TitleWords(
        subjects: [
            "xâm nhập mặn vùng cửa sông", "sạt lở bờ sông, bờ biển", "lũ quét, sạt lở đất", "nguồn nước ngầm",
            "đa dạng sinh học rừng đặc dụng",
            "chất lượng không khí khu công nghiệp", "rác thải nhựa ven biển", "rừng ngập mặn", "đất canh tác thoái hóa",
            "khí thải từ chăn nuôi tập trung",
        ],
        topics: [
            "Nghiên cứu đánh giá hiện trạng và đề xuất giải pháp quản lý {x} {y}", "Xây dựng bản đồ và cơ sở dữ liệu về {x} {y}",
            "Nghiên cứu ứng dụng viễn thám và GIS trong giám sát {x} {y}", "Nghiên cứu mô hình cộng đồng tham gia quản lý {x} {y}",
        ],
        projects: ["Hoàn thiện công nghệ và thử nghiệm thiết bị quan trắc {x} {y}"],
        places: regions
    )
}
