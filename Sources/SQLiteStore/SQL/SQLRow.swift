import AuditTrail
import GRDBSQLite
import LifecycleModel
import Store

/// The current row of a running statement; columns from 0. What a column holds is checked: a value of another kind than asked for, text
/// that is not UTF-8 or a date that is none throws `StoreError.Code.damaged`.
struct SQLRow {
    let statement: OpaquePointer

    func isNull(_ column: CInt) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }

    func int(_ column: CInt) throws -> Int64 {
        try expect(SQLITE_INTEGER, column, "an integer")
        return sqlite3_column_int64(statement, column)
    }

    func optionalInt(_ column: CInt) throws -> Int64? { isNull(column) ? nil : try int(column) }

    func bool(_ column: CInt) throws -> Bool { try int(column) != 0 }

    func text(_ column: CInt) throws -> String {
        try withText(column) { try text($0[...], of: column) }
    }

    /// A part of a column's bytes as text.
    func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, of column: CInt) throws -> String {
        guard let text = try? UTF8Span(validating: UnsafeBufferPointer(rebasing: bytes).span) else { throw fault(column, "is not UTF-8") }
        return String(copying: text)
    }

    func optionalText(_ column: CInt) throws -> String? { isNull(column) ? nil : try text(column) }

    /// Calls the body with the bytes of a text; they are valid only inside it.
    func withText<Result>(_ column: CInt, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) throws -> Result {
        try expect(SQLITE3_TEXT, column, "text")
        let start = sqlite3_column_text(statement, column)
        return try body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    func bytes(_ column: CInt) throws -> [UInt8] {
        try expect(SQLITE_BLOB, column, "bytes")
        let start = sqlite3_column_blob(statement, column)
        return Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column))))
    }

    func hash(_ column: CInt) throws -> TreeHash {
        guard let hash = TreeHash(bytes: try bytes(column)) else { throw fault(column, "is no hash") }
        return hash
    }

    /// Exactly `YYYY-MM-DD`, read from the bytes: rows are full of dates, and a string for each would be most of the work.
    func date(_ column: CInt) throws -> CivilDate {
        try withText(column) { bytes in
            func number(_ places: Range<Int>) -> Int? {
                var value = 0
                for byte in bytes[places] {
                    guard case let digit = byte &- UInt8(ascii: "0"), digit <= 9 else { return nil }
                    value = value * 10 + Int(digit)
                }
                return value
            }
            let dash = UInt8(ascii: "-")
            guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash, let year = number(0..<4), let month = number(5..<7),
                let day = number(8..<10), let date = CivilDate(year: year, month: month, day: day)
            else { throw fault(column, "is no date: ‘\(String(decoding: bytes, as: UTF8.self))’") }
            return date
        }
    }

    func optionalDate(_ column: CInt) throws -> CivilDate? { isNull(column) ? nil : try date(column) }

    /// The error for a column whose content cannot be what was written.
    func fault(_ column: CInt, _ problem: String, _ explanation: Phrase? = nil) -> StoreError {
        let name = sqlite3_column_name(statement, column).map { String(cString: $0) } ?? "\(column)"
        return StoreError(
            .damaged,
            subject: name,
            cause: problem,
            explanation: explanation
                ?? Phrase(
                    vi: "cột ‘\(name)’ chứa giá trị không đọc được",
                    en: "the column ‘\(name)’ holds what cannot be read: it \(problem)"
                )
        )
    }

    private func expect(_ type: CInt, _ column: CInt, _ name: String) throws {
        guard sqlite3_column_type(statement, column) == type else { throw fault(column, "is not \(name)") }
    }
}
