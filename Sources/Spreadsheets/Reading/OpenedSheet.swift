/// What stands in a sheet that was read: only rows and cells that hold something.
public struct OpenedSheet: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Whether people do not see it.
    public let isHidden: Bool
    /// The rows that hold something, from above.
    public let rows: [OpenedRow]
    /// Cells joined to one; only the one at the upper left has content that people see.
    public let merged: [CellRange]
    /// Columns, from 1, that people do not see.
    public let hiddenColumns: [ClosedRange<Int>]

    /// The cell at an address; nil when it is empty.
    public subscript(address: CellAddress) -> OpenedCell? {
        row(address.row)?[column: address.column]
    }

    /// The cell at an address such as `B7`; nil when it is empty.
    public subscript(address: String) -> OpenedCell? {
        CellAddress(address).flatMap { self[$0] }
    }

    /// The row with a number from 1; nil when it is empty.
    public func row(_ number: Int) -> OpenedRow? {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return rows.indices.contains(low) && rows[low].number == number ? rows[low] : nil
    }
}

/// What stands in a row that was read.
public struct OpenedRow: Sendable, Hashable {
    /// Its number, from 1.
    public let number: Int
    /// Whether people do not see it.
    public let isHidden: Bool
    /// The cells that hold something, from the left.
    public let cells: [OpenedCell]

    /// The cell in a column from 1; nil when it is empty.
    public subscript(column column: Int) -> OpenedCell? {
        cells.first { $0.address.column == column }
    }
}
