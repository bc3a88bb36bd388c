import AuditTrail
import GRDBSQLite
import LifecycleModel

/// A value that can stand for a `?` of a statement. Texts and bytes are bound with their length, so that NUL characters survive.
protocol SQLBindable {
    /// Binds to the parameter at the index, from 1; answers with SQLite's result code.
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt
}

/// Tells SQLite to copy what it is given before the call returns.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

extension Int64: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt { sqlite3_bind_int64(statement, index, self) }
}

extension Int: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt { sqlite3_bind_int64(statement, index, Int64(self)) }
}

extension Bool: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt { sqlite3_bind_int64(statement, index, self ? 1 : 0) }
}

extension String: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        var copy = self
        return copy.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { text in
                // A null pointer would bind NULL, and an empty buffer may have one.
                text.isEmpty
                    ? sqlite3_bind_text(statement, index, "", 0, transient)
                    : sqlite3_bind_text64(statement, index, text.baseAddress, UInt64(text.count), transient, UInt8(SQLITE_UTF8))
            }
        }
    }
}

/// A text as UTF-8 bytes.
struct UTF8Text: SQLBindable {
    let bytes: [UInt8]

    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        bytes.withUnsafeBytes { buffer in
            let text = buffer.assumingMemoryBound(to: CChar.self)
            return text.isEmpty
                ? sqlite3_bind_text(statement, index, "", 0, transient)
                : sqlite3_bind_text64(statement, index, text.baseAddress, UInt64(text.count), transient, UInt8(SQLITE_UTF8))
        }
    }
}

extension [UInt8]: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        withUnsafeBytes { buffer in
            buffer.isEmpty
                ? sqlite3_bind_zeroblob(statement, index, 0)
                : sqlite3_bind_blob64(statement, index, buffer.baseAddress, UInt64(buffer.count), transient)
        }
    }
}

extension TreeHash: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        withBytes { sqlite3_bind_blob64(statement, index, $0.baseAddress, UInt64($0.count), transient) }
    }
}

extension CivilDate: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt { description.bind(to: statement, at: index) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt) -> CInt {
        self?.bind(to: statement, at: index) ?? sqlite3_bind_null(statement, index)
    }
}
