public import OpenPackaging

/// How large a workbook may be to be read: enough for the estimates of any task, little enough for any machine.
public struct WorkbookLimits: Sendable, Hashable {
    /// What the file may be.
    public var package: PackageLimits
    /// Most sheets.
    public var sheets = 100
    /// The last row that may hold anything.
    public var rows = 100_000
    /// Most cells that hold something, in all sheets together.
    public var cells = 500_000

    /// The usual limits.
    public init() {
        package = PackageLimits()
        package.elements = 2_000_000
        // Sheets of like rows pack better than text; a bomb packs a thousand times.
        package.ratio = 300
    }
}
