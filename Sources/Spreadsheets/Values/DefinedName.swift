/// A name that formulas and programs use for a range of a sheet.
public struct DefinedName: Sendable, Hashable {
    /// The name: ASCII letters, digits, `_`, `.`.
    public let name: String
    /// The sheet.
    public let sheet: String
    /// The cells.
    public let range: CellRange

    /// A name for a range.
    public init(_ name: String, sheet: String, range: CellRange) {
        self.name = name
        self.sheet = sheet
        self.range = range
    }

    /// How formulas name a range of a sheet: `'Dự toán'!$B$3`.
    public static func reference(sheet: String, range: CellRange) -> String {
        "'\(sheet.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'!\(range.absolute)"
    }

    /// What it stands for, as formulas write it.
    public var reference: String { Self.reference(sheet: sheet, range: range) }

    /// Reads `'Dự toán'!$B$3` or `Sheet1!$A$1:$C$3`; nil for every other formula.
    init?(_ name: String, reference: String) {
        guard let mark = reference.lastIndex(of: "!"), let range = CellRange(String(reference[reference.index(after: mark)...])) else {
            return nil
        }
        var sheet = reference[..<mark]
        if sheet.first == "'", sheet.last == "'", sheet.count >= 3 {
            sheet = sheet.dropFirst().dropLast()
            let parts = sheet.split(separator: "''", omittingEmptySubsequences: false)
            guard !parts.contains(where: { $0.contains("'") }) else { return nil }
            self.init(name, sheet: parts.joined(separator: "'"), range: range)
        } else {
            guard !sheet.isEmpty, !sheet.contains(where: { "'[]:!,( ".contains($0) }) else { return nil }
            self.init(name, sheet: String(sheet), range: range)
        }
    }
}
