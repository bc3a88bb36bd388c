public import LifecycleModel

/// What a backup in a folder is called: the store's name and the day, `nhiemvu-2026-11-22.db`.
public struct BackupName: Sendable, Hashable {
    /// Name of the store without its ending.
    public let store: String
    /// The day it was made.
    public let day: CivilDate

    /// The name of a backup made on a day.
    public init(of storePath: String, on day: CivilDate) {
        let name = storePath.split(separator: "/").last.map(String.init) ?? storePath
        store = name.hasSuffix(".db") ? String(name.dropLast(3)) : name
        self.day = day
    }

    /// Reads the name of a file; nil when no backup of that store is called so.
    public init?(parsing name: String, of storePath: String) {
        let digits = name.dropLast(3).suffix(10)
        guard let day = try? CivilDate(parsing: String(digits)) else { return nil }
        self.init(of: storePath, on: day)
        guard text == name else { return nil }
    }

    /// The name of the file.
    public var text: String { "\(store)-\(day).db" }
}
