public import LifecycleModel

/// A value or a target as an official paper prints it, with the number in it where it is plain: `≥ 1,5%`, `2.000`, `03`; `Có`, `Nhóm 10` and
/// `50-60` are kept as they are.
public struct PrintedFigure: Sendable, Hashable {
    /// How a value is held to the number.
    public enum Comparison: Sendable, Hashable {
        /// Printed `≥`, or nothing: to be reached.
        case atLeast
        /// Printed `≤`: not to be exceeded.
        case atMost
    }

    /// As printed.
    public let text: String
    /// The number, without its per-cent sign; nil where there is no single one.
    public let number: Fraction?
    /// How a value is held to it.
    public let comparison: Comparison

    /// Reads what is printed.
    public init(_ text: String) {
        self.text = text
        var rest = text[...].drop { $0 == " " }
        comparison = rest.first == "≤" ? .atMost : .atLeast
        if rest.first == "≥" || rest.first == "≤" { rest = rest.dropFirst().drop { $0 == " " } }
        while let last = rest.last, last == " " { rest = rest.dropLast() }
        if rest.last == "%" {
            rest = rest.dropLast()
            while let last = rest.last, last == " " { rest = rest.dropLast() }
        }
        number = Self.number(rest)
    }

    /// Whether nothing is printed but a dash.
    public var isNone: Bool { text.isEmpty || text == "-" }

    /// Whether a number keeps to it; nil where it has none.
    public func isMet(by value: Fraction) -> Bool? {
        guard let number else { return nil }
        return comparison == .atMost ? value <= number : value >= number
    }

    /// The number in the Vietnamese way: a comma before decimals, points between groups of three digits; a single point that groups nothing
    /// comes before decimals (the source prints both `0,7314` and `0.75`).
    private static func number(_ text: Substring) -> Fraction? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let sign = whole.first == "-" ? "-" : ""
        let groups = whole.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
        let isGrouped =
            groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 } && (1...3).contains(groups[0].count)
            && groups[0].first != "0"
        guard groups.count == 1 || isGrouped || (groups.count == 2 && parts.count == 1) else { return nil }
        let digits = isGrouped ? groups.joined() : groups.joined(separator: ".")
        return try? Fraction(parsing: sign + digits + (parts.count == 2 ? "," + parts[1] : ""))
    }
}
