extension Fraction {
    /// A number as people type it: `12`, `12,5`, `12.5`, `-3`; comma and point both divide whole from part, nothing groups digits.
    public init(parsing text: String) throws(FractionFault) {
        let trimmed = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        let digits = trimmed.first == "-" ? Array(trimmed.dropFirst()) : Array(trimmed)
        let parts = digits.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        let isNumber = parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isWholeNumber } }
        guard isNumber, parts.count <= 2, let whole = Int64(String(digits.filter { $0.isASCII && $0.isWholeNumber })) else {
            throw .malformed(text: text)
        }
        let decimals = parts.count == 2 ? parts[1].count : 0
        // More decimals than 64 bits hold are nobody's score.
        guard decimals <= 18 else { throw .overflow }
        let scale = (0..<decimals).reduce(Int64(1)) { scale, _ in scale * 10 }
        try self.init(trimmed.first == "-" ? -whole : whole, over: scale)
    }

    /// The fraction as it is: `2/3`, `70`.
    public var exactText: String {
        isWhole ? String(numerator) : "\(numerator)/\(denominator)"
    }

    /// The number for people with at most so many decimals, in Vietnamese with a comma and in English with a point; one that does not end
    /// there is rounded half away from zero and says so: `≈ 74,33 (223/3)`.
    public func shown(decimals: Int = 2) -> Phrase {
        let (text, isExact) = decimal(decimals)
        return isExact ? text : text.mapped { "≈ \($0) (\(exactText))" }
    }

    /// The same as it stands in the columns of official papers, without saying that it is rounded: `74,33`.
    public func rounded(decimals: Int = 2) -> Phrase { decimal(decimals).text }

    private func decimal(_ decimals: Int) -> (text: Phrase, isExact: Bool) {
        let scale = (0..<max(0, min(decimals, 18))).reduce(Int128(1)) { scale, _ in scale * 10 }
        let scaled = Int128(numerator).magnitude * scale.magnitude
        let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: Int128(denominator).magnitude)
        let rounded = rest * 2 >= Int128(denominator).magnitude ? quotient + 1 : quotient
        let (whole, part) = rounded.quotientAndRemainder(dividingBy: scale.magnitude)
        let digits = String(repeating: "0", count: max(0, "\(scale)".count - 1 - "\(part)".count)) + "\(part)"
        let kept = String(digits.reversed().drop { $0 == "0" }.reversed())
        let sign = numerator < 0 && rounded != 0 ? "-" : ""
        func text(_ separator: String) -> String { "\(sign)\(whole)" + (kept.isEmpty ? "" : separator + kept) }
        return (Phrase(vi: text(","), en: text(".")), rest == 0)
    }
}

extension Fraction: CustomStringConvertible {
    /// The fraction as it is.
    public var description: String { exactText }
}
