import GRDBSQLite

/// Statements whose answer is wanted, run by SQLite alone.
final class BareQueries {
    private let database: OpaquePointer

    /// Opens a file with SQLite's own settings but the cache of ours.
    init(path: String) throws {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE, nil) == SQLITE_OK, let opened else {
            throw BareStatements.Failure(message: "cannot open \(path)")
        }
        database = opened
        try run("PRAGMA cache_size = -32000")
    }

    deinit { sqlite3_close_v2(database) }

    /// Runs statements that answer nothing.
    func run(_ sql: String) throws {
        guard sqlite3_exec(database, sql, nil, nil, nil) == SQLITE_OK else { throw failure(sql) }
    }

    /// The numbers of the first row.
    func integers(_ sql: String) throws -> [Int64] {
        try rows(sql) { statement in (0..<sqlite3_column_count(statement)).map { sqlite3_column_int64(statement, $0) } }.first ?? []
    }

    /// The first column of every row.
    func texts(_ sql: String) throws -> [String] {
        try rows(sql) { statement in sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "" }
    }

    private func rows<Row>(_ sql: String, _ read: (OpaquePointer) -> Row) throws -> [Row] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK, let statement else { throw failure(sql) }
        defer { sqlite3_finalize(statement) }
        var rows: [Row] = []
        var code = sqlite3_step(statement)
        while code == SQLITE_ROW {
            rows.append(read(statement))
            code = sqlite3_step(statement)
        }
        guard code == SQLITE_DONE else { throw failure(sql) }
        return rows
    }

    private func failure(_ sql: String) -> BareStatements.Failure {
        BareStatements.Failure(message: "\(String(cString: sqlite3_errmsg(database))): \(sql)")
    }
}
