/// A rectangle of cells: `A1:C3`.
public struct CellRange: Sendable, Hashable, CustomStringConvertible {
    /// The cell at the upper left.
    public let first: CellAddress
    /// The cell at the lower right.
    public let last: CellAddress

    /// The rectangle with these two corners, upper left and lower right.
    public init(_ first: CellAddress, _ last: CellAddress) {
        self.first = first
        self.last = last
    }

    /// One cell.
    public init(_ cell: CellAddress) {
        self.init(cell, cell)
    }

    /// Reads `A1:C3` or `B7`, with or without `$`; nil for anything else, and for corners the wrong way round.
    public init?(_ text: String) {
        let corners = text.split(separator: ":", omittingEmptySubsequences: false).map { CellAddress(String($0)) }
        guard corners.count <= 2, let first = corners.first ?? nil, let last = corners.last ?? nil, first.row <= last.row,
            first.column <= last.column
        else { return nil }
        self.init(first, last)
    }

    /// Whether a cell lies in it.
    public func contains(_ cell: CellAddress) -> Bool {
        first.row <= cell.row && cell.row <= last.row && first.column <= cell.column && cell.column <= last.column
    }

    /// Whether both have a cell in common.
    public func overlaps(_ other: CellRange) -> Bool {
        first.row <= other.last.row && other.first.row <= last.row && first.column <= other.last.column
            && other.first.column <= last.column
    }

    /// Whether both corners lie in a sheet, the right way round.
    public var isInSheet: Bool {
        first.isInSheet && last.isInSheet && first.row <= last.row && first.column <= last.column
    }

    /// The range as people write it: `A1:C3`, or `B7` for one cell.
    public var description: String { first == last ? "\(first)" : "\(first):\(last)" }

    /// The range that stays when a formula is copied: `$A$1:$C$3`.
    public var absolute: String { first == last ? first.absolute : "\(first.absolute):\(last.absolute)" }
}
