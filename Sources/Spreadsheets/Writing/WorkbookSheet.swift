/// A sheet to be written; printed on A4, as wide as the page, with page numbers.
public struct WorkbookSheet: Sendable, Hashable {
    /// Its name: 1–31 UTF-16 units, none of `[]:*?/\`, no apostrophe at either end.
    public var name: String
    /// Its rows from row 1 on; an empty one is left blank.
    public var rows: [WorkbookRow]
    /// Widths of the columns from A on, in characters, 1–255.
    public var columnWidths: [Int]
    /// How many rows stay in view above the rest.
    public var frozenRows: Int
    /// How many columns stay in view beside the rest.
    public var frozenColumns: Int
    /// Rows printed again at the head of every page.
    public var repeatedRows: ClosedRange<Int>?
    /// Whether it is printed across the paper.
    public var isLandscape: Bool
    /// Whether only input cells can be changed. There is no password: it guards against slips, not against people.
    public var isProtected: Bool
    /// Cells joined to one; only the one at the upper left may have content.
    public var merged: [CellRange]
    /// What may be typed into which cells.
    public var validations: [CellValidation]

    /// A sheet.
    public init(
        name: String,
        rows: [WorkbookRow],
        columnWidths: [Int] = [],
        frozenRows: Int = 0,
        frozenColumns: Int = 0,
        repeatedRows: ClosedRange<Int>? = nil,
        isLandscape: Bool = true,
        isProtected: Bool = false,
        merged: [CellRange] = [],
        validations: [CellValidation] = []
    ) {
        self.name = name
        self.rows = rows
        self.columnWidths = columnWidths
        self.frozenRows = frozenRows
        self.frozenColumns = frozenColumns
        self.repeatedRows = repeatedRows
        self.isLandscape = isLandscape
        self.isProtected = isProtected
        self.merged = merged
        self.validations = validations
    }
}

/// A row to be written.
public struct WorkbookRow: Sendable, Hashable {
    /// Its cells from column A on.
    public var cells: [Cell]
    /// Its height in points; nil when the spreadsheet finds it from the text.
    public var height: Int?

    /// A row.
    public init(_ cells: [Cell] = [], height: Int? = nil) {
        self.cells = cells
        self.height = height
    }
}
