public import LifecycleModel

/// What stands in a cell that was read.
public struct OpenedCell: Sendable, Hashable {
    /// Where it is.
    public let address: CellAddress
    /// What it holds; of a formula, the result that the file carries.
    public let content: Content
    /// The formula without `=`; empty where the file states it at another cell that shares it; nil when there is none.
    public let formula: String?

    /// What a cell can hold.
    public enum Content: Sendable, Hashable {
        /// Text; the pieces of rich text joined.
        case text(String)
        /// A number exactly as the file writes it; see `ExactDecimal.asShown` for what people see of a fraction.
        case number(ExactDecimal)
        /// A number that its format shows as a day, and whether a time of day comes with it.
        case date(CivilDate, hasTime: Bool)
        /// Yes or no.
        case bool(Bool)
        /// An error such as `#REF!`, `#DIV/0!`.
        case error(String)
        /// A formula that the program that wrote the file never worked out.
        case uncalculated
    }

    /// Whether it is worked out by a formula.
    public var isFormula: Bool { formula != nil }
}
