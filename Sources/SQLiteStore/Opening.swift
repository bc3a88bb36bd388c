import GRDB
import GRDBSQLite
import LifecycleModel
import Store

/// Connecting to a store's file, with the checks that tell what is wrong with it. No check reads more than a few pages.
struct Opening {
    let path: String
    let patience: Duration
    /// The schema of this program.
    var migrations = Migration.all

    /// What a connection may do.
    enum Access {
        /// Read and write.
        case writing
        /// Read; SQLite may still need to write the shared-memory file beside the store.
        case readOnly
        /// Read a file that nobody is writing, without touching anything beside it.
        case immutable
    }

    func makeStore() throws(StoreError) -> DatabaseQueue {
        try translating {
            try expectOwnMachine()
            let connection = try connect(.writing)
            try connection.writeWithoutTransaction { database in
                try expectWriteAheadLog(database)
                try database.execute(sql: "PRAGMA application_id = \(Database.applicationID)")
                try database.migrate(migrations)
            }
            return connection
        }
    }

    func openForWriting(_ upgrading: Migration.Progress) throws(StoreError) -> DatabaseQueue {
        try translating {
            try expectOwnMachine()
            let connection = try connect(.writing)
            try connection.writeWithoutTransaction { database in
                guard sqlite3_db_readonly(database.sqliteConnection, "main") == 0 else {
                    throw StoreError(.readOnly, subject: path, cause: "the file cannot be written")
                }
                let version = try expectStore(database)
                try expectWriteAheadLog(database)
                if version < migrations.count { try database.migrate(migrations, progress: upgrading) }
            }
            return connection
        }
    }

    /// A connection for reading alone. Where the file can be written it is opened so, because only such a connection tidies away the
    /// files that SQLite keeps beside the store; the store refuses to write on it.
    func openForReading(_ upgrading: Migration.Progress) throws(StoreError) -> DatabaseQueue {
        if let place = sharedPlace {
            // A copy that was put there is read; a store that somebody works on has its log beside it.
            guard !StoreFile.exists(path + "-wal") else { throw place }
            return try openForReading(.immutable, upgrading)
        }
        if StoreFile.isWritable(path) { return try openForReading(.writing, upgrading) }
        do {
            return try openForReading(.readOnly, upgrading)
        } catch  where error.code == .readOnly && !StoreFile.exists(path + "-wal") {
            // The files that writers share cannot be made here, and there are none: nobody is writing.
            return try openForReading(.immutable, upgrading)
        }
    }

    private func openForReading(_ access: Access, _ upgrading: Migration.Progress) throws(StoreError) -> DatabaseQueue {
        try translating {
            let connection = try connect(access)
            try connection.writeWithoutTransaction { database in
                guard try expectStore(database) < migrations.count else { return }
                guard access == .writing else {
                    throw StoreError(.readOnly, subject: path, cause: Self.older[.en], explanation: Self.older)
                }
                // Tables for reading alone: nothing recorded is changed.
                try database.migrate(migrations, progress: upgrading)
            }
            return connection
        }
    }

    private static let older = Phrase(
        vi: "Kho thuộc phiên bản cũ và phải mở được để ghi một lần thì mới đọc được",
        en: "The store is of an older version and has to be writable once before it can be read"
    )

    /// A connection for reading a store of this version or an older one page by page; nothing of it is changed.
    func openForCopying() throws(StoreError) -> DatabaseQueue {
        try translating {
            let isAlone = !StoreFile.exists(path + "-wal")
            let place = sharedPlace
            if let place, !isAlone { throw place }
            let connection = try connect(place == nil && StoreFile.isWritable(path) ? .writing : isAlone ? .immutable : .readOnly)
            try connection.read { _ = try expectStore($0) }
            return connection
        }
    }

    /// Opens one connection with the settings that every connection has.
    func connect(_ access: Access) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = access != .writing
        let waiting = Waiting(patience: patience)
        configuration.busyMode = .callback { waiting.isWorthAnotherTry(after: $0) }
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA cell_size_check = ON;
                    PRAGMA cache_size = -32000;
                    PRAGMA journal_size_limit = 16000000;
                    """
            )
        }
        do {
            return try DatabaseQueue(path: access == .immutable ? immutableAddress : path, configuration: configuration)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
            // Nothing was asked yet that could be wrong, so it is the header: an unknown format or encoding.
            throw StoreError(.damaged, subject: path, cause: "\(error)")
        }
    }

    /// Answers with the schema version of a store of ours that is not newer than this program.
    private func expectStore(_ database: Database) throws -> Int {
        guard try database.first("PRAGMA application_id", read: { try $0.int(0) }) == Database.applicationID else {
            throw StoreError(.notAStore, subject: path, cause: "a SQLite file of another program, or an empty one")
        }
        let version = try database.storeVersion()
        guard version <= migrations.count else {
            throw StoreError(.newerVersion, subject: path, cause: "schema version \(version), this program knows \(migrations.count)")
        }
        guard version > 0 else {
            let explanation = Phrase(vi: "tệp không ghi phiên bản cấu trúc", en: "it has no schema version")
            throw StoreError(.damaged, subject: path, cause: explanation[.en], explanation: explanation)
        }
        return version
    }

    /// The refusal of a place that other machines may use at the same time; nil for a disk of this machine.
    private var sharedPlace: StoreError? {
        guard let system = FileSystem(of: path), system.isShared else { return nil }
        return StoreError(.network, subject: path, cause: system.type)
    }

    private func expectOwnMachine() throws {
        if let sharedPlace { throw sharedPlace }
    }

    private func expectWriteAheadLog(_ database: Database) throws {
        let mode = try database.first("PRAGMA journal_mode = WAL") { try $0.text(0) }
        guard mode == "wal" else {
            throw StoreError(.other, subject: path, cause: "the file system does not allow a write-ahead log (journal mode \(mode ?? "?"))")
        }
    }

    /// The path as a URI, everything but the plainest characters escaped.
    private var immutableAddress: String {
        let absolute = path.utf8.first == UInt8(ascii: "/") ? path : "./" + path
        let escaped = absolute.utf8.map { byte in
            let isPlain = byte.isASCIILetterOrDigit || "/._-".utf8.contains(byte)
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return "file:\(escaped.joined())?immutable=1"
    }

    /// Turns SQLite's errors while opening into what they mean for this file.
    private func translating<Result>(_ body: () throws -> Result) throws(StoreError) -> Result {
        do {
            return try StoreError.translating(path: path, body)
        } catch let error as StoreError {
            throw explained(error)
        } catch {
            throw StoreError(.other, subject: path, cause: "\(error)")
        }
    }

    private func explained(_ error: StoreError) -> StoreError {
        var error = error
        switch error.code {
        // SQLite says "not a database" of a foreign file and of a broken header alike.
        case .notAStore where error.cause.contains("SQLite error 26") && StoreFile.hasSignature(path): error.code = .damaged
        // And "unable to open" where it could not make the files it keeps beside the store.
        case .inputOutput where !StoreFile.isWritable(path):
            error.code = .readOnly
            if StoreFile.exists(path), !StoreFile.isReadable(path) {
                error.explanation = Phrase(vi: "Không được phép đọc «\(path)»", en: "\"\(path)\" may not be read")
            }
        default: break
        }
        return error
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
