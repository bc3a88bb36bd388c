/// A decimal number exactly as it is written, never rounded to a binary fraction.
///
/// Equal values are equal however they were written: `1500000`, `1.5E6` and `01500000.0` are one number.
public struct ExactDecimal: Sendable, Hashable {
    /// How many significant digits spreadsheets show, and keep when somebody types a number or saves the file.
    public static let spreadsheetDigits = 15
    /// The largest whole number that spreadsheets keep exactly: fifteen nines. (A binary fraction reaches 2⁵³ − 1, but Excel cuts what is
    /// typed and LibreOffice what it saves to fifteen digits.)
    public static let largestWhole: Int64 = 999_999_999_999_999
    /// Zero.
    public static let zero = ExactDecimal(isNegative: false, digits: [], exponent: 0)

    /// Whether it is below zero.
    public let isNegative: Bool
    /// Digits 0–9 without leading and trailing zeroes; none for zero.
    let digits: [UInt8]
    /// The power of ten the digits are multiplied with.
    let exponent: Int

    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        let significant = digits.drop { $0 == 0 }
        let zeroes = significant.reversed().prefix { $0 == 0 }.count
        self.digits = Array(significant.dropLast(zeroes))
        self.exponent = self.digits.isEmpty ? 0 : exponent + zeroes
        self.isNegative = isNegative && !self.digits.isEmpty
    }

    /// A whole number.
    public init(_ whole: Int64) {
        self.init(isNegative: whole < 0, digits: String(whole.magnitude).utf8.map { $0 - UInt8(ascii: "0") }, exponent: 0)
    }

    /// Reads `-12`, `0.5`, `1.5E6`, `2e-07` (`xsd:double` without `INF` and `NaN`); nil for anything else, for more than 60 characters, and
    /// for exponents beyond ±400.
    public init?(_ text: String) {
        guard text.utf8.count <= 60 else { return nil }
        var rest = Substring(text)
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        let halves = rest.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard let mantissa = halves.first, halves.count <= 2 else { return nil }
        var power = 0
        if halves.count == 2 {
            guard let number = Int(halves[1]), (-400...400).contains(number) else { return nil }
            power = number
        }
        let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }) else { return nil }
        let characters = parts.joined().utf8
        guard characters.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        self.init(
            isNegative: isNegative,
            digits: characters.map { $0 - UInt8(ascii: "0") },
            exponent: power - (parts.count == 2 ? parts[1].utf8.count : 0)
        )
    }

    /// Whether nothing stands behind the decimal point.
    public var isWhole: Bool { exponent >= 0 }

    /// How many digits are needed to write it, without zeroes at either end.
    public var significantDigits: Int { digits.count }

    /// The whole number; nil for a fraction, and beyond ±`largestWhole`, where a spreadsheet may have rounded already.
    public var wholeNumber: Int64? {
        guard isWhole, digits.count + exponent <= Self.spreadsheetDigits else { return nil }
        return truncated.map { Int64($0) }
    }

    /// The power of ten of its first digit: 2 for 123.4.
    var magnitude: Int { digits.count + exponent - 1 }

    /// What stands before the decimal point, up to 18 digits.
    var truncated: Int? {
        guard digits.count + exponent <= 18 else { return nil }
        let whole = exponent >= 0 ? digits + [UInt8](repeating: 0, count: exponent) : Array(digits.dropLast(-exponent))
        let magnitude = whole.reduce(0) { $0 * 10 + Int($1) }
        return isNegative ? -magnitude : magnitude
    }

    /// The number rounded to the fifteen digits a spreadsheet shows, halves away from zero.
    ///
    /// Files carry up to seventeen digits of the binary fraction: Excel writes `1.1000000000000001` for the 1.1 that was typed.
    public var asShown: ExactDecimal {
        let excess = digits.count - Self.spreadsheetDigits
        guard excess > 0 else { return self }
        var kept = Array(digits.prefix(Self.spreadsheetDigits))
        var place = kept.count - 1
        var carries = digits[Self.spreadsheetDigits] >= 5
        while carries, place >= 0 {
            carries = kept[place] == 9
            kept[place] = carries ? 0 : kept[place] + 1
            place -= 1
        }
        if carries { kept.insert(1, at: 0) }
        return ExactDecimal(isNegative: isNegative, digits: kept, exponent: exponent + excess)
    }

    /// The binary fraction nearest to it, for a spreadsheet.
    var nearestDouble: Double { Double("\(isNegative ? "-" : "")\(digitText.isEmpty ? "0" : digitText)e\(exponent)") ?? 0 }

    private var digitText: String { String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self) }
}

extension ExactDecimal: CustomStringConvertible {
    /// The number without exponent, a point before the fraction: `-1500000`, `0.125`.
    public var description: String {
        guard !digits.isEmpty else { return "0" }
        var text = digitText + String(repeating: "0", count: max(exponent, 0))
        if exponent < 0 {
            let missing = 1 - exponent - digits.count
            if missing > 0 { text = String(repeating: "0", count: missing) + text }
            text.insert(".", at: text.index(text.endIndex, offsetBy: exponent))
        }
        return isNegative ? "-" + text : text
    }
}
