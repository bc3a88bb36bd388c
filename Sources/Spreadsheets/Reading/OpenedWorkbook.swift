/// What stands in a workbook that was read. All text is in composed form (NFC).
public struct OpenedWorkbook: Sendable, Hashable {
    /// Its sheets in order, hidden ones too; charts that fill a sheet are left out.
    public let sheets: [OpenedSheet]
    /// The names that stand for one range.
    public let names: [DefinedName]

    /// The sheet with a name, capitals or not.
    public func sheet(_ name: String) -> OpenedSheet? {
        sheets.first { $0.name.lowercased() == name.lowercased() }
    }

    /// The cell a name stands for, the upper left one of a range; nil for an unknown name or an empty cell.
    public func cell(named name: String) -> OpenedCell? {
        guard let found = names.first(where: { $0.name.lowercased() == name.lowercased() }) else { return nil }
        return sheet(found.sheet)?[found.range.first]
    }
}
