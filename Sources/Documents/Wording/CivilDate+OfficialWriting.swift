public import LifecycleModel

extension CivilDate {
    /// `ngày 05 tháng 3 năm 2025`: days below 10 and the months 1 and 2 get a 0 before them (NĐ 30/2020/NĐ-CP, Phụ lục I).
    public var officialWords: String {
        let (year, month, day) = parts
        return "ngày \(VietnameseNumber.padded(Int64(day))) tháng \(Self.monthText(month)) năm \(year)"
    }

    /// `05/3/2025`, with the same zeros.
    public var officialDigits: String {
        let (year, month, day) = parts
        return "\(VietnameseNumber.padded(Int64(day)))/\(Self.monthText(month))/\(year)"
    }

    private static func monthText(_ month: Int) -> String {
        month <= 2 ? "0\(month)" : String(month)
    }
}

extension Dong {
    /// The amount in words with a capital letter: `Năm mươi ba tỷ hai trăm linh một nghìn đồng`.
    public var officialWords: String {
        VietnameseNumber.capitalised(amount) + " đồng"
    }
}
