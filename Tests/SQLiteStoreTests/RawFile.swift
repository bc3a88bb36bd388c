import Foundation
import GRDBSQLite
import Testing

/// The store's file in the hands of somebody who does not use the program.
struct RawFile {
    let path: String

    struct Failure: Error, Equatable {
        let code: CInt
        let message: String
    }

    /// Runs statements as `sqlite3` would; the guards of the schema hold unless they are dropped here.
    func run(_ sql: String) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        try check(sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil), connection)
        try check(sqlite3_exec(connection, sql, nil, nil, nil), connection)
    }

    /// Runs statements after taking away all triggers, checks and references, and folds the log into the file.
    func tamper(_ sql: String) throws {
        let guards = [
            "events_follow_each_other", "events_never_change", "events_never_go", "definitions_never_change", "definitions_never_go",
        ]
        try run(
            "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
                + (guards + ["log_head_only_grows", "log_head_never_goes"]).map { "DROP TRIGGER IF EXISTS \($0);" }.joined()
                + sql + "; PRAGMA wal_checkpoint(TRUNCATE);"
        )
    }

    /// First column of the first row, as text.
    func value(_ sql: String) throws -> String? {
        var connection: OpaquePointer?
        var statement: OpaquePointer?
        defer {
            sqlite3_finalize(statement)
            sqlite3_close(connection)
        }
        try check(sqlite3_open_v2(path, &connection, SQLITE_OPEN_READWRITE, nil), connection)
        try check(sqlite3_prepare_v2(connection, sql, -1, &statement, nil), connection)
        guard sqlite3_step(statement) == SQLITE_ROW else { return nil }
        return sqlite3_column_text(statement, 0).map { String(cString: $0) }
    }

    /// Changes the bytes of the file.
    func edit(_ change: (inout Data) throws -> Void) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        try change(&data)
        try data.write(to: URL(fileURLWithPath: path))
    }

    private func check(_ code: CInt, _ connection: OpaquePointer?) throws {
        guard code == SQLITE_OK else { throw Failure(code: code, message: String(cString: sqlite3_errmsg(connection))) }
    }
}
