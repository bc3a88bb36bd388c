import Foundation
import GRDBSQLite

/// Statements ready to be run by SQLite alone: each text prepared once, its values bound, its rows stepped through, nothing else.
final class BareStatements {
    private let database: OpaquePointer
    private var prepared: [String: OpaquePointer] = [:]

    struct Failure: Error {
        let message: String
    }

    /// Opens a store's file with the settings every connection of ours has.
    init(path: String) throws {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let opened else {
            throw Failure(message: "cannot open \(path)")
        }
        database = opened
        let settings = """
            PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA cache_size = -32000;
            PRAGMA journal_size_limit = 16000000;
            """
        sqlite3_exec(database, settings, nil, nil, nil)
    }

    deinit {
        for statement in prepared.values { sqlite3_finalize(statement) }
        sqlite3_close_v2(database)
    }

    /// Runs one statement.
    func run(_ sql: String, _ values: [StatementTrace.Run.Value]) throws {
        let statement = try prepare(sql)
        for (place, value) in values.enumerated() { bind(value, to: statement, at: CInt(place + 1)) }
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW { code = sqlite3_step(statement) }
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw Failure(message: "\(String(cString: sqlite3_errmsg(database))): \(sql)") }
    }

    private func prepare(_ sql: String) throws -> OpaquePointer {
        if let known = prepared[sql] { return known }
        var statement: OpaquePointer?
        guard sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil) == SQLITE_OK, let statement else {
            throw Failure(message: "\(String(cString: sqlite3_errmsg(database))): \(sql)")
        }
        prepared[sql] = statement
        return statement
    }

    private func bind(_ value: StatementTrace.Run.Value, to statement: OpaquePointer, at place: CInt) {
        switch value {
        case .null: sqlite3_bind_null(statement, place)
        case .int(let number): sqlite3_bind_int64(statement, place, number)
        // The bytes outlive the step, so SQLite need not copy them.
        case .text(let bytes): bytes.withUnsafeBufferPointer { bind(text: $0, to: statement, at: place) }
        case .blob(let bytes): bytes.withUnsafeBytes { _ = sqlite3_bind_blob(statement, place, $0.baseAddress, CInt($0.count), nil) }
        }
    }

    private func bind(text: UnsafeBufferPointer<UInt8>, to statement: OpaquePointer, at place: CInt) {
        text.withMemoryRebound(to: CChar.self) { _ = sqlite3_bind_text(statement, place, $0.baseAddress, CInt($0.count), nil) }
    }
}
