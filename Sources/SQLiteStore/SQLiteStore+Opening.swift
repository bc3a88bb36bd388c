public import Store

extension SQLiteStore {
    /// How long a writer waits for another process before it gives up with `StoreError.Code.busy`.
    public static let defaultPatience: Duration = .seconds(5)

    /// Makes a new, empty store; its file can be read and written by its owner only (0600).
    ///
    /// Throws `exists`, `missing` (no such folder), `readOnly`, `full`; then there is no file.
    public static func create(_ path: String, patience: Duration = defaultPatience) throws(StoreError) -> SQLiteStore {
        try create(path, patience: patience, migrations: Migration.all)
    }

    /// Opens a store and brings its schema up to date.
    ///
    /// Read-only, nothing recorded is changed, but a file that can be written gets the tables of today's schema; a store in a folder that cannot be written can still be read while nobody writes it.
    /// Throws `missing`, `notAStore`, `damaged`, `newerVersion`, `readOnly`, `busy`, `inputOutput`.
    ///
    /// - Parameter upgrading: told how many of how many events are read, where bringing the schema up to date takes long.
    public static func open(
        _ path: String,
        readOnly: Bool = false,
        patience: Duration = defaultPatience,
        upgrading: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StoreError) -> SQLiteStore {
        try open(path, readOnly: readOnly, patience: patience, migrations: Migration.all, upgrading: upgrading)
    }

    static func create(_ path: String, patience: Duration, migrations: [Migration]) throws(StoreError) -> SQLiteStore {
        try StoreFile.create(path)
        do {
            let connection = try Opening(path: path, patience: patience, migrations: migrations).makeStore()
            return SQLiteStore(path: path, connection: connection, isReadOnly: false, patience: patience)
        } catch {
            StoreFile.remove(path)
            throw error
        }
    }

    static func open(
        _ path: String,
        readOnly: Bool,
        patience: Duration,
        migrations: [Migration],
        upgrading: Migration.Progress = { _, _ in }
    ) throws(StoreError) -> SQLiteStore {
        try StoreFile.expect(at: path)
        let opening = Opening(path: path, patience: patience, migrations: migrations)
        let connection = try readOnly ? opening.openForReading(upgrading) : opening.openForWriting(upgrading)
        return SQLiteStore(path: path, connection: connection, isReadOnly: readOnly, patience: patience)
    }
}
