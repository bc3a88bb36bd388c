extension Dong {
    /// Reads an amount as Vietnamese officials write it: `1000000` or `1.000.000`, with `₫`, `đ`, `đồng` or `VND` after it or not.
    ///
    /// Fractions and groups parted by commas are refused, the latter with the text to write instead.
    public init(parsing text: String, allowNegative: Bool = false) throws(DongFault) {
        // As programs write it.
        if text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), let amount = Int64(text) {
            self.init(amount)
            return
        }
        var digits = Self.withoutUnit(text)
        let negative = digits.first == "-" || digits.first == "−"
        if negative { digits = digits.dropFirst() }
        guard digits.first.map(Self.isDigit) == true, digits.allSatisfy({ Self.isDigit($0) || $0 == "." || $0 == "," }) else {
            throw .malformed(text: text)
        }
        guard !digits.contains(",") else { throw Self.commaFault(digits, text: text) }
        let groups = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard Self.areGroups(groups) else {
            throw groups.count == 2 && groups[1].count < 3 ? .fraction(text: text) : .brokenGrouping(text: text)
        }
        guard let magnitude = Int64(groups.joined()) else { throw .overflow }
        guard !negative || allowNegative else { throw .negative(text: text) }
        self.init(negative ? -magnitude : magnitude)
    }

    /// What stands after the number.
    public enum Unit: Sendable, Hashable {
        /// Nothing: `1.000.000`.
        case none
        /// `1.000.000 ₫`.
        case symbol
        /// `1.000.000 đồng`.
        case word
    }

    /// The amount with dots between groups of three digits and its unit.
    public func formatted(_ unit: Unit = .symbol) -> String {
        let number = (isNegative ? "-" : "") + Self.grouped(amount.magnitude)
        return switch unit {
        case .none: number
        case .symbol: number + " ₫"
        case .word: number + " đồng"
        }
    }

    /// The amount in tỷ (10⁹) or triệu (10⁶) with at most two decimals, rounded half up in magnitude; smaller amounts in full.
    public func short(in language: Language = .standard) -> String {
        let scales: [(UInt64, Phrase)] = [
            (1_000_000_000, Phrase(vi: "tỷ", en: "billion")), (1_000_000, Phrase(vi: "triệu", en: "million")),
        ]
        // 999.995.000 rounds to 1.000,00 triệu, which is better said as 1 tỷ.
        guard let (scale, name) = scales.first(where: { amount.magnitude >= $0.0 - $0.0 / 200_000 && amount.magnitude >= 1_000_000 }) else {
            return formatted(language == .vi ? .word : .symbol)
        }
        let hundredths = (amount.magnitude / (scale / 100)) + (amount.magnitude % (scale / 100) >= scale / 200 ? 1 : 0)
        var decimals = String(String(100 + hundredths % 100).dropFirst())
        while decimals.hasSuffix("0") { decimals.removeLast() }
        let separator = language == .vi ? "," : "."
        let whole = language == .vi ? Self.grouped(hundredths / 100) : Self.grouped(hundredths / 100, separator: ",")
        return (isNegative ? "-" : "") + whole + (decimals.isEmpty ? "" : separator + decimals) + " " + name[language]
    }

    private static func grouped(_ magnitude: UInt64, separator: String = ".") -> String {
        let digits = String(magnitude)
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result += separator }
            result.append(digit)
        }
        return result
    }

    private static func withoutUnit(_ text: String) -> Substring {
        var rest = Self.trimmed(text[...])
        for unit in ["₫", "đồng", "VNĐ", "VND", "đ"] where rest.hasSuffix(unit) {
            rest = Self.trimmed(rest.dropLast(unit.count))
            break
        }
        return rest
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let head = text.drop(while: \.isWhitespace)
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return head[...last]
    }

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character)
    }

    /// Plain digits, or one to three digits without a leading zero and then groups of exactly three.
    private static func areGroups(_ groups: [Substring]) -> Bool {
        guard groups.count > 1, let first = groups.first else { return true }
        return (1...3).contains(first.count) && first.first != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    private static func commaFault(_ digits: Substring, text: String) -> DongFault {
        let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
        guard !digits.contains("."), areGroups(groups) else { return .fraction(text: text) }
        return .commaGrouping(text: text, suggestion: groups.joined(separator: "."))
    }
}

extension Dong: CustomStringConvertible {
    /// The amount with `₫`.
    public var description: String { formatted() }
}
