import GRDB
import GRDBSQLite
import Store

/// Running statements on GRDB's connection and in its statement cache, but with SQLite's own functions: texts keep their length, rows
/// are read without an object for each, and the hot statements cost little more than they do in C.
extension Database {
    /// Runs a statement that answers nothing.
    func run(_ sql: String, _ values: any SQLBindable...) throws {
        try withStatement({ try cachedStatement(sql: sql) }, values) { statement in
            while try step(statement) {}
        }
    }

    /// All rows of a query.
    func rows<Result>(_ sql: String, _ values: any SQLBindable..., read: (SQLRow) throws -> Result) throws -> [Result] {
        try rows(sql, values: values, read: read)
    }

    /// All rows of a query, its values as an array.
    func rows<Result>(_ sql: String, values: [any SQLBindable], read: (SQLRow) throws -> Result) throws -> [Result] {
        try withStatement({ try cachedStatement(sql: sql) }, values) { statement in
            var results: [Result] = []
            while try step(statement) { results.append(try read(SQLRow(statement: statement))) }
            return results
        }
    }

    /// The first row of a query, if any.
    func first<Result>(_ sql: String, _ values: any SQLBindable..., read: (SQLRow) throws -> Result) throws -> Result? {
        try withStatement({ try cachedStatement(sql: sql) }, values) { statement in
            try step(statement) ? try read(SQLRow(statement: statement)) : nil
        }
    }

    /// Calls the body with row after row until it answers false. The statement is its own, so the body may query too.
    func each(_ sql: String, _ values: any SQLBindable..., body: (SQLRow) throws -> Bool) throws {
        try withStatement({ try makeStatement(sql: sql) }, values) { statement in
            while try step(statement), try body(SQLRow(statement: statement)) {}
        }
    }

    private func withStatement<Result>(
        _ prepare: () throws -> Statement,
        _ values: [any SQLBindable],
        _ body: (OpaquePointer) throws -> Result
    ) throws -> Result {
        try StoreError.translating(path: fileName) {
            // The object owns SQLite's statement, so it has to live as long as that is used.
            try withExtendedLifetime(try prepare()) { prepared in
                let statement = prepared.sqliteStatement
                defer {
                    sqlite3_reset(statement)
                    sqlite3_clear_bindings(statement)
                }
                for (index, value) in values.enumerated() {
                    let code = value.bind(to: statement, at: CInt(index + 1))
                    guard code == SQLITE_OK else { throw failure(code) }
                }
                return try body(statement)
            }
        }
    }

    private func step(_ statement: OpaquePointer) throws -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        case let code: throw failure(code)
        }
    }

    private func failure(_ code: CInt) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqliteConnection.map { sqlite3_extended_errcode($0) } ?? code),
            message: lastErrorMessage
        )
    }

    private var fileName: String {
        sqlite3_db_filename(sqliteConnection, "main").map { String(cString: $0) } ?? ""
    }
}
