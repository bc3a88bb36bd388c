public import LifecycleModel

/// A workbook to be written, as a value: what stands where, how it looks, what may be typed in.
public struct Workbook: Sendable, Hashable {
    /// Its title among the properties of the file.
    public var title: String
    /// Who made it, among the properties of the file.
    public var author: String
    /// When it was made, among the properties of the file; nothing else dates the file.
    public var createdOn: CivilDate
    /// Its sheets in order; at least one.
    public var sheets: [WorkbookSheet]
    /// Names for ranges.
    public var names: [DefinedName]

    /// A workbook.
    public init(title: String, author: String = "", createdOn: CivilDate, sheets: [WorkbookSheet], names: [DefinedName] = []) {
        self.title = title
        self.author = author
        self.createdOn = createdOn
        self.sheets = sheets
        self.names = names
    }
}
