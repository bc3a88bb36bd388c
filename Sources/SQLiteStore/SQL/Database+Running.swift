import GRDB
import GRDBSQLite
import Store

/// Running statements on GRDB's connection and in its statement cache, but with SQLite's own functions: texts keep their length, rows
/// are read without an object for each, and the hot statements cost little more than they do in C.
extension Database {
    /// Runs the body as one transaction for writing; an error undoes everything. As GRDB's own, which prepares its statements anew each
    /// time.
    func inWriting<Result>(_ body: () throws -> Result) throws -> Result {
        try cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
        let result: Result
        do { result = try body() } catch {
            // What went wrong first is what the caller has to know; SQLite may have rolled back by itself already.
            if isInsideTransaction { try? rollback() }
            throw error
        }
        do { try cachedStatement(sql: "COMMIT TRANSACTION").execute() } catch {
            if isInsideTransaction { try? rollback() }
            // Of a full disk this is only told while frames are written, of which the last one makes the commit: without it there is none.
            let isCertain = (error as? DatabaseError)?.resultCode == .SQLITE_FULL
            guard overwriteFailedCommit() || isCertain else { throw StoreError(.uncertain, subject: fileName, cause: "\(error)") }
            throw error
        }
        return result
    }

    /// A commit whose sync failed was undone, but may stand complete in the write-ahead log, where whoever opens the store after a crash would
    /// take it for done. A further commit of a page as it is takes its place there.
    ///
    /// - Returns: whether that is certain.
    private func overwriteFailedCommit() -> Bool {
        do {
            try inTransaction(.immediate) {
                try execute(sql: "PRAGMA user_version = \(try storeVersion())")
                return .commit
            }
            return true
        } catch {
            return false
        }
    }

    /// Runs a statement that answers nothing.
    func run<each Value: SQLBindable>(_ sql: String, _ values: repeat each Value) throws {
        try withStatement({ try cachedStatement(sql: sql) }) { statement, space in
            try bind(repeat each values, to: statement, in: &space)
            while try step(statement) {}
        }
    }

    /// Hands a statement that answers nothing to the body for each element, which runs it; of no elements it is not even looked up.
    func run<Element>(
        _ sql: @autoclosure () -> String,
        for elements: [Element],
        _ body: (Element, RepeatedStatement) throws -> Void
    ) throws {
        guard !elements.isEmpty else { return }
        try withStatement({ try cachedStatement(sql: sql()) }) { statement, _ in
            let repeated = RepeatedStatement(database: self, statement: statement)
            for element in elements { try body(element, repeated) }
        }
    }

    /// A statement that is looked up once and run many times.
    struct RepeatedStatement {
        fileprivate let database: Database
        fileprivate let statement: OpaquePointer

        /// Runs it with these values.
        func run<each Value: SQLBindable>(_ values: repeat each Value) throws {
            try BindingSpace.with { space in
                try database.bind(repeat each values, to: statement, in: &space)
                defer { sqlite3_reset(statement) }
                while try database.step(statement) {}
            }
        }
    }

    /// All rows of a query.
    func rows<Result, each Value: SQLBindable>(
        _ sql: String,
        _ values: repeat each Value,
        read: (SQLRow) throws -> Result
    ) throws -> [Result] {
        try withStatement({ try cachedStatement(sql: sql) }) { statement, space in
            try bind(repeat each values, to: statement, in: &space)
            return try rows(statement, read)
        }
    }

    /// All rows of a query made at run time.
    ///
    /// - Parameter count: how many there are, if that is known: a long list that grows is held twice for a moment.
    func rows<Result>(
        _ sql: String,
        values: [any SQLBindable],
        expecting count: Int = 0,
        read: (SQLRow) throws -> Result
    ) throws -> [Result] {
        try withStatement({ try cachedStatement(sql: sql) }) { statement, space in
            try bind(values, to: statement, in: &space)
            return try rows(statement, expecting: count, read)
        }
    }

    /// The first row of a query, if any.
    func first<Result, each Value: SQLBindable>(
        _ sql: String,
        _ values: repeat each Value,
        read: (SQLRow) throws -> Result
    ) throws -> Result? {
        try withStatement({ try cachedStatement(sql: sql) }) { statement, space in
            try bind(repeat each values, to: statement, in: &space)
            return try step(statement) ? try read(SQLRow(statement: statement)) : nil
        }
    }

    /// Calls the body with row after row until it answers false. The statement is its own, so the body may query too.
    func each<each Value: SQLBindable>(_ sql: String, _ values: repeat each Value, body: (SQLRow) throws -> Bool) throws {
        try withStatement({ try makeStatement(sql: sql) }) { statement, space in
            try bind(repeat each values, to: statement, in: &space)
            while try step(statement), try body(SQLRow(statement: statement)) {}
        }
    }

    /// The same with a query made at run time.
    func each(_ sql: String, values: [any SQLBindable], body: (SQLRow) throws -> Bool) throws {
        try withStatement({ try makeStatement(sql: sql) }) { statement, space in
            try bind(values, to: statement, in: &space)
            while try step(statement), try body(SQLRow(statement: statement)) {}
        }
    }

    private func withStatement<Result>(
        _ prepare: () throws -> Statement,
        _ body: (OpaquePointer, inout BindingSpace) throws -> Result
    ) throws -> Result {
        try StoreError.translating(path: fileName) {
            // The object owns SQLite's statement, so it has to live as long as that is used.
            try withExtendedLifetime(try prepare()) { prepared in
                try BindingSpace.with { space in
                    defer {
                        sqlite3_reset(prepared.sqliteStatement)
                        sqlite3_clear_bindings(prepared.sqliteStatement)
                    }
                    return try body(prepared.sqliteStatement, &space)
                }
            }
        }
    }

    private func rows<Result>(_ statement: OpaquePointer, expecting count: Int = 0, _ read: (SQLRow) throws -> Result) throws -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(count)
        while try step(statement) { results.append(try read(SQLRow(statement: statement))) }
        return results
    }

    private func bind(_ values: [any SQLBindable], to statement: OpaquePointer, in space: inout BindingSpace) throws {
        for (index, value) in values.enumerated() { try bind(value, at: index + 1, to: statement, in: &space) }
    }

    fileprivate func bind<each Value: SQLBindable>(
        _ values: repeat each Value,
        to statement: OpaquePointer,
        in space: inout BindingSpace
    ) throws {
        var index = 1
        for value in repeat each values {
            try bind(value, at: index, to: statement, in: &space)
            index += 1
        }
    }

    private func bind(_ value: some SQLBindable, at index: Int, to statement: OpaquePointer, in space: inout BindingSpace) throws {
        let code = value.bind(to: statement, at: CInt(index), in: &space)
        guard code == SQLITE_OK else { throw failure(code) }
    }

    fileprivate func step(_ statement: OpaquePointer) throws -> Bool {
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
