public import Foundation
import GRDBSQLite
import Synchronization

/// A store's file in the hands of somebody who does not use the program.
public struct RawFile: Sendable {
    /// Path of the file.
    public let path: String

    /// SQLite refused something.
    public struct Failure: Error, Equatable {
        /// Its result code.
        public let code: CInt
        /// What it says.
        public let message: String
    }

    /// A file.
    public init(path: String) {
        self.path = path
    }

    /// Runs statements as `sqlite3` would; the guards of the schema hold unless they are dropped here.
    public func run(_ sql: String) throws {
        markTampered()
        try connected { connection in try check(sqlite3_exec(connection, sql, nil, nil, nil), connection) }
    }

    /// Runs statements while there are no triggers, checks and references, and folds the log into the file.
    public func tamper(_ sql: String) throws {
        markTampered()
        let names = try values("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        let made = try values("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        try run(
            "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;" + names.map { "DROP TRIGGER \($0);" }.joined() + sql + ";"
                + made.map { $0 + ";" }.joined() + "PRAGMA wal_checkpoint(TRUNCATE);"
        )
    }

    /// Files that were tampered with, so that nobody wonders at what is wrong with them.
    private static let tampered = Mutex<Set<String>>([])

    /// Says that the store, or what lies beside it, is not as the program left it.
    public func markTampered() {
        _ = Self.tampered.withLock { $0.insert(path) }
    }

    /// Whether a store was tampered with.
    public static func isTampered(_ path: String) -> Bool { tampered.withLock { $0.contains(path) } }

    /// First column of the first row, as text.
    public func value(_ sql: String) throws -> String? { try values(sql).first }

    /// First column of every row, as text; NULL as an empty one.
    public func values(_ sql: String) throws -> [String] {
        try connected { connection in
            var statement: OpaquePointer?
            defer { sqlite3_finalize(statement) }
            try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil), connection)
            var values: [String] = []
            while sqlite3_step(statement) == SQLITE_ROW {
                values.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
            }
            return values
        }
    }

    /// Changes the bytes of the file.
    public func edit(_ change: (inout Data) throws -> Void) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        try change(&data)
        try data.write(to: URL(fileURLWithPath: path))
    }

    private func connected<Result>(_ body: (OpaquePointer?) throws -> Result) throws -> Result {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        try check(sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil), connection)
        return try body(connection)
    }

    private func check(_ code: CInt, _ connection: OpaquePointer?) throws {
        guard code == SQLITE_OK else { throw Failure(code: code, message: String(cString: sqlite3_errmsg(connection))) }
    }
}
