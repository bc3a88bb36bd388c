import GRDB
public import Store
import Synchronization

/// A store in one SQLite file: write-ahead log, every commit synced to disk before `write` returns.
///
/// Within a process writes take turns on one connection; across processes SQLite's lock does it. Reads use the same connection while
/// nobody else does, and a second one otherwise, so that they never wait for a writer. Do not call `write` inside a body of `write`.
public final class SQLiteStore: Store, Sendable {
    /// Path of the file.
    public let path: String

    private let connection: DatabaseQueue
    private let isReadOnly: Bool
    private let patience: Duration
    private let sharing = Mutex(Sharing())

    /// How the connections are shared between threads.
    private struct Sharing {
        /// Calls that use the connection or wait for it.
        var users = 0
        /// For reads while the connection is in use; opened when first needed.
        var spare: DatabaseQueue?
        /// The head of the log as it was last written here.
        var edge: LogEdge?
    }

    init(path: String, connection: DatabaseQueue, isReadOnly: Bool, patience: Duration) {
        self.path = path
        self.connection = connection
        self.isReadOnly = isReadOnly
        self.patience = patience
    }

    /// Reads from one consistent state; on a connection of its own while another thread writes.
    public func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
        try StoreError.translating(path: path) {
            let isFree = sharing.withLock { sharing in
                guard sharing.users == 0 else { return false }
                sharing.users += 1
                return true
            }
            defer { if isFree { sharing.withLock { $0.users -= 1 } } }
            return try (isFree ? connection : spareConnection()).read { try body(SQLiteSession($0, path: path, edge: knownEdge)) }
        }
    }

    /// Runs the body as one transaction that is on disk when this returns; `busy` after waiting `patience` for another process.
    public func write<Result>(_ body: (any StoreWriter) throws -> Result) throws -> Result {
        guard !isReadOnly else { throw StoreError(.readOnly, subject: path, cause: "the store was opened for reading") }
        return try withConnection { database in
            try database.inWriting {
                let session = SQLiteSession(database, path: path, edge: knownEdge)
                let result = try body(session)
                try session.saveHead()
                sharing.withLock { $0.edge = session.edge }
                return result
            }
        }
    }

    private var knownEdge: LogEdge? { sharing.withLock { $0.edge } }

    /// Hands the body the connection, outside of any transaction.
    func withConnection<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try StoreError.translating(path: path) {
            sharing.withLock { $0.users += 1 }
            defer { sharing.withLock { $0.users -= 1 } }
            return try connection.writeWithoutTransaction(body)
        }
    }

    /// Closes the file; the last one to close it folds the write-ahead log into it. The store cannot be used afterwards.
    public func close() throws {
        try StoreError.translating(path: path) {
            let spare = sharing.withLock { sharing in
                defer { sharing.spare = nil }
                return sharing.spare
            }
            try spare?.close()
            try connection.close()
        }
    }

    private func spareConnection() throws -> DatabaseQueue {
        try sharing.withLock { sharing in
            if let spare = sharing.spare { return spare }
            let opening = Opening(path: path, patience: patience)
            let spare = try isReadOnly ? opening.openForReading { _, _ in } : opening.connect(.readOnly)
            sharing.spare = spare
            return spare
        }
    }
}
