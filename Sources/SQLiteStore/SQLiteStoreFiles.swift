import GRDB
import LifecycleModel
public import Store

/// Stores as SQLite files: opened, and copied while others write, by SQLite's online backup (https://www.sqlite.org/backup.html).
public struct SQLiteStoreFiles: StoreFiles {
    /// Pages copied at a time; between two steps progress is told.
    private static let step: CInt = 512

    private let patience: Duration

    /// Works with stores as `SQLiteStore.open` does.
    public init(patience: Duration = SQLiteStore.defaultPatience) {
        self.patience = patience
    }

    /// Makes a store (`SQLiteStore.create`).
    public func create(_ path: String) throws -> any ClosableStore {
        try SQLiteStore.create(path, patience: patience)
    }

    /// Opens a store (`SQLiteStore.open`).
    public func open(_ path: String, readOnly: Bool) throws -> any ClosableStore {
        try SQLiteStore.open(path, readOnly: readOnly, patience: patience)
    }

    /// Copies a store of this program's schema version or an older one.
    ///
    /// The copy is read within one transaction, so that it is the store at one moment; in a write-ahead log no writer waits for a reader.
    public func copy(_ source: String, to target: String, progress: (Int, Int) -> Void) throws -> LogHead {
        try StoreFile.expect(at: source)
        let reading = Opening(path: source, patience: patience)
        let origin = try reading.openForCopying()
        defer { try? origin.close() }
        try StoreFile.create(target)
        do {
            let head = try StoreError.translating(path: source) {
                try origin.read { database in
                    // The first question fixes the moment: all pages are of it.
                    let head = try SQLiteSession(database, path: source).head()
                    try write(to: target) { copy in
                        try withoutActuallyEscaping(progress) { progress in
                            try database.backup(to: copy, pagesPerStep: Self.step) {
                                progress($0.completedPageCount, $0.totalPageCount)
                            }
                        }
                    }
                    return head
                }
            }
            try StoreFile.synchronise(target)
            return head
        } catch {
            StoreFile.remove(target)
            throw error
        }
    }

    /// Removes the file and what SQLite keeps beside it.
    public func remove(_ path: String) {
        StoreFile.remove(path)
    }

    /// Pages are copied as they are: an index that lost its table would not show before somebody goes by it.
    private func expectSoundPages(_ database: Database, _ path: String) throws {
        let answer = try database.first("PRAGMA integrity_check(1)") { try $0.text(0) } ?? ""
        guard answer == "ok" else {
            let explanation = Phrase(vi: "SQLite kiểm tra cấu trúc tệp: \(answer)", en: "SQLite checked its structure: \(answer)")
            throw StoreError(.damaged, subject: path, cause: answer, explanation: explanation)
        }
    }

    /// Hands the body a connection to the file that is being made; what goes wrong with it is told of that file.
    private func write(to target: String, _ body: (Database) throws -> Void) throws {
        try StoreError.translating(path: target) {
            let connection = try Opening(path: target, patience: patience).connect(.writing)
            defer { try? connection.close() }
            try connection.writeWithoutTransaction { database in
                // Nobody else uses a copy that was not finished, so there is nothing to share and nothing to undo.
                try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = OFF")
                try body(database)
                try expectSoundPages(database, target)
            }
        }
    }
}

extension SQLiteStore: ClosableStore {
    /// Copies the write-ahead log into the file, which is synced, and empties it. Closing does so, too, but says nothing when it fails.
    public func fold() throws {
        try withConnection { database in
            let isBusy = try database.first("PRAGMA wal_checkpoint(TRUNCATE)") { try $0.bool(0) } ?? false
            if isBusy { throw StoreError(.busy, subject: path, cause: "somebody else uses the write-ahead log") }
        }
    }
}
