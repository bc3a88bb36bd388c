/// Whole numbers in Vietnamese words, as they stand behind sums in decisions and contracts: with *linh*, *mốt*, *tư* and *lăm*.
public enum VietnameseNumber {
    private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

    /// The number in words, in lower case: 21 → `hai mươi mốt`, 1 005 000 → `một triệu không trăm linh năm nghìn`.
    public static func words(_ number: Int64) -> String {
        guard number != 0 else { return digits[0] }
        return (number < 0 ? "âm " : "") + words(magnitude: number.magnitude)
    }

    /// The number in words with a capital first letter.
    public static func capitalised(_ number: Int64) -> String {
        let text = words(number)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// What stands above 10⁹ is read as a number of its own before "tỷ".
    private static func words(magnitude: UInt64, isTail: Bool = false) -> String {
        let billion: UInt64 = 1_000_000_000
        var parts: [String] = []
        if magnitude >= billion { parts += [words(magnitude: magnitude / billion), "tỷ"] }
        var follows = isTail || !parts.isEmpty
        for (scale, name) in [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")] as [(UInt64, String)] {
            let group = Int(magnitude % billion / scale % 1000)
            guard group > 0 else { continue }
            parts.append(words(group: group, follows: follows))
            if !name.isEmpty { parts.append(name) }
            follows = true
        }
        return parts.joined(separator: " ")
    }

    /// Up to three digits; behind a higher group the hundreds are said even when there are none.
    private static func words(group: Int, follows: Bool) -> String {
        let (hundreds, tens, ones) = (group / 100, group / 10 % 10, group % 10)
        var parts: [String] = []
        if hundreds > 0 || follows { parts += [digits[hundreds], "trăm"] }
        switch tens {
        case 0: if ones > 0, !parts.isEmpty { parts.append("linh") }
        case 1: parts.append("mười")
        default: parts += [digits[tens], "mươi"]
        }
        switch (tens, ones) {
        case (_, 0): break
        case (2..., 1): parts.append("mốt")
        case (2..., 4): parts.append("tư")
        case (1..., 5): parts.append("lăm")
        default: parts.append(digits[ones])
        }
        return parts.joined(separator: " ")
    }

    /// At least two digits, as counts and days stand in official papers: 9 → `09`.
    public static func padded(_ number: Int64) -> String {
        0..<10 ~= number ? "0\(number)" : String(number)
    }
}
