import AuditTrail
import GRDBSQLite
import LifecycleModel

/// A value that can stand for a `?` of a statement. Texts and bytes are bound with their length, so that NUL characters survive.
protocol SQLBindable {
    /// Binds to the parameter at the index, from 1; answers with SQLite's result code. Bytes are put into the space, where they stay until the
    /// statement has run.
    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt
}

extension Int64: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt {
        sqlite3_bind_int64(statement, index, self)
    }
}

extension Int: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt {
        sqlite3_bind_int64(statement, index, Int64(self))
    }
}

extension Bool: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt {
        sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }
}

extension String: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt {
        var copy = self
        return copy.withUTF8 { space.bind(text: UnsafeRawBufferPointer($0), to: statement, at: index) }
    }
}

/// A text as UTF-8 bytes.
struct UTF8Text: SQLBindable {
    let bytes: [UInt8]

    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt {
        bytes.withUnsafeBytes { space.bind(text: $0, to: statement, at: index) }
    }
}

extension [UInt8]: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt {
        withUnsafeBytes { space.bind(blob: $0, to: statement, at: index) }
    }
}

extension TreeHash: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt {
        withBytes { space.bind(blob: $0, to: statement, at: index) }
    }
}

extension CivilDate: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt {
        description.bind(to: statement, at: index, in: &space)
    }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    func bind(to statement: OpaquePointer, at index: CInt, in space: inout BindingSpace) -> CInt {
        self?.bind(to: statement, at: index, in: &space) ?? sqlite3_bind_null(statement, index)
    }
}
