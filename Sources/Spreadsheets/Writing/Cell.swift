public import LifecycleModel

/// A cell to be written: what stands in it and how it looks.
public struct Cell: Sendable, Hashable {
    /// What stands in it.
    public var content: Content
    /// How it looks.
    public var style: CellStyle
    /// Whether people are to type something in: shaded, and open in a protected sheet.
    public var isInput: Bool

    /// What can stand in a cell.
    public enum Content: Sendable, Hashable {
        /// Nothing; the cell still has its look.
        case blank
        /// Text, never taken for a formula, up to 32,767 UTF-16 units; written in composed form (NFC).
        case text(String)
        /// A number of at most fifteen significant digits; one that a spreadsheet would round is refused when it is written.
        case number(ExactDecimal)
        /// A day from 1 March 1900 on; before it spreadsheets disagree on the calendar.
        case date(CivilDate)
        /// A formula in English with commas, without `=`, and the result it must give.
        case formula(String, result: Result)
    }

    /// What a formula gives.
    public enum Result: Sendable, Hashable {
        /// Text.
        case text(String)
        /// A number; also a date's serial number.
        case number(ExactDecimal)
    }

    /// A cell.
    public init(_ content: Content, style: CellStyle = .text, isInput: Bool = false) {
        self.content = content
        self.style = style
        self.isInput = isInput
    }

    /// Text.
    public static func text(_ text: String, style: CellStyle = .text, isInput: Bool = false) -> Cell {
        Cell(.text(text), style: style, isInput: isInput)
    }

    /// A whole number, such as an amount in đồng.
    public static func whole(_ number: Int64, style: CellStyle = .money, isInput: Bool = false) -> Cell {
        Cell(.number(ExactDecimal(number)), style: style, isInput: isInput)
    }

    /// A day, written as 31/12/2026.
    public static func date(_ date: CivilDate, isInput: Bool = false) -> Cell {
        Cell(.date(date), style: .date, isInput: isInput)
    }

    /// A formula whose result is a whole number.
    public static func formula(_ formula: String, gives number: Int64, style: CellStyle = .money) -> Cell {
        Cell(.formula(formula, result: .number(ExactDecimal(number))), style: style)
    }

    /// An empty cell with a look.
    public static func blank(style: CellStyle = .text, isInput: Bool = false) -> Cell {
        Cell(.blank, style: style, isInput: isInput)
    }
}

/// How cells look: all in Times New Roman, as official papers are.
public enum CellStyle: Sendable, Hashable, CaseIterable {
    /// The heading of a sheet: bold, large.
    case title
    /// An explanation: italic, no borders.
    case note
    /// The head of a column: bold, centred, shaded, with borders.
    case header
    /// Text in a table: wrapped, with borders.
    case text
    /// An amount: `#,##0`, grouped the way of the reader's country.
    case money
    /// A sum: an amount, bold, shaded.
    case total
    /// A share: `0.00%`; the number is 0.125 for 12.50%.
    case percent
    /// A day: `dd/mm/yyyy`.
    case date
}
