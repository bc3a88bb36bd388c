/// Words of a title that belong together: Word breaks a line before or behind them, not between.
enum WordPairs {
    private static let pairs = [
        "KHOA HỌC", "CÔNG NGHỆ", "NHIỆM VỤ", "HỘI ĐỒNG", "TƯ VẤN", "ĐÁNH GIÁ", "NGHIỆM THU", "TUYỂN CHỌN", "CHỦ TRÌ", "THỰC HIỆN",
        "KẾT QUẢ",
        "ĐỀ XUẤT", "ĐẶT HÀNG", "HỒ SƠ", "ĐĂNG KÝ", "KINH PHÍ", "XÁC ĐỊNH", "THẨM ĐỊNH", "TÌNH HÌNH", "KIỂM TRA", "CẤP TỈNH", "HỢP ĐỒNG",
        "DANH MỤC", "THÔNG TIN", "ỨNG DỤNG", "TỔ CHỨC", "CÁ NHÂN", "CHỦ NHIỆM",
    ]

    /// The text with no-break spaces within its pairs, in capitals as well as in small letters.
    static func kept(_ text: String) -> String {
        pairs.reduce(text) { text, pair in
            [pair, pair.lowercased(), pair.prefix(1) + pair.dropFirst().lowercased()].reduce(text) { text, form in
                text.replacing(form, with: form.replacing(" ", with: "\u{00A0}"))
            }
        }
    }
}
