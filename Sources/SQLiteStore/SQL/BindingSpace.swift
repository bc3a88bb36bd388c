import GRDBSQLite

/// Where the bytes of bound values lie while a statement runs, so that SQLite need not take memory for each: they are copied into one piece, and
/// what no longer fits is left to SQLite to copy.
struct BindingSpace {
    /// Bytes on the stack: enough for most rows without their large columns.
    static let size = 1024

    private var rest: UnsafeMutableRawBufferPointer

    /// Tells SQLite to copy what it is given before the call returns.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Calls the body with an empty space. Whatever is bound in it must have run, or be bound anew, when the body ends.
    static func with<Result>(_ body: (inout BindingSpace) throws -> Result) rethrows -> Result {
        try withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { bytes in
            var space = BindingSpace(rest: bytes)
            return try body(&space)
        }
    }

    private init(rest: UnsafeMutableRawBufferPointer) {
        self.rest = rest
    }

    /// Binds a text of UTF-8 with its length.
    mutating func bind(text: UnsafeRawBufferPointer, to statement: OpaquePointer, at index: CInt) -> CInt {
        // A null pointer would bind NULL, and an empty buffer may have one.
        guard !text.isEmpty else { return sqlite3_bind_text(statement, index, "", 0, nil) }
        let kept = keep(text)
        return sqlite3_bind_text64(
            statement,
            index,
            (kept ?? text).assumingMemoryBound(to: CChar.self).baseAddress,
            UInt64(text.count),
            kept == nil ? Self.transient : nil,
            UInt8(SQLITE_UTF8)
        )
    }

    /// Binds bytes.
    mutating func bind(blob: UnsafeRawBufferPointer, to statement: OpaquePointer, at index: CInt) -> CInt {
        guard !blob.isEmpty else { return sqlite3_bind_zeroblob(statement, index, 0) }
        let kept = keep(blob)
        return sqlite3_bind_blob64(statement, index, (kept ?? blob).baseAddress, UInt64(blob.count), kept == nil ? Self.transient : nil)
    }

    /// The bytes at their place in the space; nil when they do not fit.
    private mutating func keep(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
        guard bytes.count <= rest.count else { return nil }
        let place = UnsafeMutableRawBufferPointer(rebasing: rest[..<bytes.count])
        place.copyMemory(from: bytes)
        rest = UnsafeMutableRawBufferPointer(rebasing: rest[bytes.count...])
        return UnsafeRawBufferPointer(place)
    }
}
