/// Doubles as text and back.
enum DecimalText {
    /// Reads a decimal number with optional sign, fraction and exponent, or `inf`, `infinity`, `nan` in any case.
    ///
    /// - Returns: nil for other texts (hexadecimal, blanks) and for numbers beyond the range.
    static func double(_ text: String) -> Double? {
        let unsigned = text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+") ? text.dropFirst() : text[...]
        switch unsigned.lowercased() {
        case "inf", "infinity": return text.hasPrefix("-") ? -.infinity : .infinity
        case "nan": return .nan
        default: break
        }
        let allowed = unsigned.utf8.allSatisfy { $0.isDigit || ".eE+-".utf8.contains($0) }
        guard allowed, unsigned.utf8.contains(where: \.isDigit), let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// The shortest digits that read back as the same double; with an exponent below 10⁻⁴ and from 10⁶ on (`1e+06`), as `%g` does.
    static func text(of number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        let sign = number.sign == .minus ? "-" : ""
        let (digits, exponent) = shortest(number.magnitude)
        guard exponent < -4 || exponent >= 6 else { return sign + plain(digits, exponent) }
        let fraction = digits.count > 1 ? "." + String(decoding: digits.dropFirst(), as: UTF8.self) : ""
        let size = abs(exponent)
        return sign + String(decoding: digits.prefix(1), as: UTF8.self) + fraction + "e" + (exponent < 0 ? "-" : "+")
            + (size < 10 ? "0" : "") + String(size)
    }

    /// The digits without leading and trailing zeros, and the power of ten of the first one.
    private static func shortest(_ number: Double) -> (digits: [UInt8], exponent: Int) {
        let written = number.description.utf8
        let mantissa = written.prefix { $0 != UInt8(ascii: "e") }
        let scale = Int(String(decoding: written.dropFirst(mantissa.count + 1), as: UTF8.self)) ?? 0
        let whole = mantissa.prefix { $0 != UInt8(ascii: ".") }
        var digits = mantissa.filter(\.isDigit)
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leadingZeros)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        guard !digits.isEmpty else { return ([UInt8(ascii: "0")], 0) }
        return (digits, whole.count - 1 - leadingZeros + scale)
    }

    /// The number without an exponent.
    private static func plain(_ digits: [UInt8], _ exponent: Int) -> String {
        if exponent < 0 {
            return "0." + String(repeating: "0", count: -exponent - 1) + String(decoding: digits, as: UTF8.self)
        }
        let wholeCount = exponent + 1
        guard digits.count > wholeCount else {
            return String(decoding: digits, as: UTF8.self) + String(repeating: "0", count: wholeCount - digits.count)
        }
        return String(decoding: digits.prefix(wholeCount), as: UTF8.self) + "."
            + String(decoding: digits.dropFirst(wholeCount), as: UTF8.self)
    }
}
