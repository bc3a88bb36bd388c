public import LifecycleModel

/// What may be typed into cells; the spreadsheet refuses everything else. Empty cells stay allowed.
public struct CellValidation: Sendable, Hashable {
    /// The cells.
    public let range: CellRange
    /// What is allowed.
    public let rule: Rule
    /// Told when anything else is typed, up to 255 characters.
    public let message: String

    /// What can be allowed.
    public enum Rule: Sendable, Hashable {
        /// One of these words, without `,` and `"`, up to 255 characters together with a comma between each.
        case oneOf([String])
        /// One of the texts in these cells: for longer lists.
        case oneOfCells(sheet: String, range: CellRange)
        /// A whole number.
        case whole(ClosedRange<Int64>)
        /// A day.
        case date(ClosedRange<CivilDate>)
    }

    /// What may be typed into cells.
    public init(_ range: CellRange, _ rule: Rule, message: String) {
        self.range = range
        self.rule = rule
        self.message = message
    }
}
