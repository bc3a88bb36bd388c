import Foundation
import GRDBSQLite

/// Writes down every statement that any connection of this process runs, with its values, so that they can be run again without us.
///
/// SQLite calls `sqlite3_auto_extension` functions for each new connection; the one here asks for a trace of statements.
enum StatementTrace {
    /// A statement as it was prepared, and as it was run.
    struct Run {
        let sql: String
        let expanded: String
    }

    nonisolated(unsafe) private static var runs: [Run] = []

    /// The statements of all connections opened while the body runs.
    static func recording(_ body: () throws -> Void) rethrows -> [Run] {
        runs = []
        typealias Entry = @convention(c) () -> Void
        typealias Extension =
            @convention(c) (OpaquePointer?, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, UnsafeRawPointer?) -> CInt
        let entry: Extension = { database, _, _ in
            sqlite3_trace_v2(database, UInt32(SQLITE_TRACE_STMT), StatementTrace.note, nil)
        }
        sqlite3_auto_extension(unsafeBitCast(entry, to: Entry.self))
        defer { sqlite3_reset_auto_extension() }
        try body()
        return runs
    }

    private static let note: @convention(c) (UInt32, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) -> CInt =
        { _, _, statement, text in
            // What a trigger runs is announced as a comment; it comes again by itself.
            if let text, text.assumingMemoryBound(to: CChar.self).pointee == 45 { return 0 }
            guard let statement = statement.map({ OpaquePointer($0) }), let sql = sqlite3_sql(statement),
                let expanded = sqlite3_expanded_sql(statement)
            else { return 0 }
            runs.append(Run(sql: String(cString: sql), expanded: String(cString: expanded)))
            sqlite3_free(expanded)
            return 0
        }
}

extension [StatementTrace.Run] {
    /// From the first transaction for writing to the end of the last one, with their values; opening a store and reading its definitions comes
    /// before.
    var writing: [(sql: String, values: [StatementTrace.Run.Value])] {
        guard let begin = firstIndex(where: { $0.sql.hasPrefix("BEGIN IMMEDIATE") }),
            let end = lastIndex(where: { $0.sql.hasPrefix("COMMIT") }), begin <= end
        else { return [] }
        return self[begin...end].compactMap { run in run.values.map { (run.sql, $0) } }
    }
}

extension StatementTrace.Run {
    /// A value as it was bound.
    enum Value {
        case null
        case int(Int64)
        case text([UInt8])
        case blob([UInt8])
    }

    /// The values that were bound, read off the difference between the two texts; nil when that cannot be done.
    var values: [Value]? {
        let template = Array(sql.utf8)
        let text = Array(expanded.utf8)
        var values: [Value] = []
        var (place, read) = (0, 0)
        var quote: UInt8?
        while place < template.count {
            let byte = template[place]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                quote = byte
            } else if byte == UInt8(ascii: "?") {
                guard let value = Self.literal(text, &read) else { return nil }
                values.append(value)
                place += 1
                continue
            }
            guard read < text.count, text[read] == byte else { return nil }
            place += 1
            read += 1
        }
        return values
    }

    private static func literal(_ text: [UInt8], _ read: inout Int) -> Value? {
        guard read < text.count else { return nil }
        switch text[read] {
        case UInt8(ascii: "N"):
            read += 4
            return .null
        case UInt8(ascii: "'"):
            return .text(quoted(text, &read))
        case UInt8(ascii: "x"):
            read += 1
            let digits = quoted(text, &read)
            let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap { place in
                UInt8(String(decoding: digits[place...place + 1], as: UTF8.self), radix: 16)
            }
            return .blob(bytes)
        default:
            let start = read
            while read < text.count, text[read] == UInt8(ascii: "-") || (48...57).contains(text[read]) { read += 1 }
            return Int64(String(decoding: text[start..<read], as: UTF8.self)).map(Value.int)
        }
    }

    private static func quoted(_ text: [UInt8], _ read: inout Int) -> [UInt8] {
        var content: [UInt8] = []
        read += 1
        while read < text.count {
            if text[read] == UInt8(ascii: "'") {
                guard read + 1 < text.count, text[read + 1] == UInt8(ascii: "'") else { break }
                read += 1
            }
            content.append(text[read])
            read += 1
        }
        read += 1
        return content
    }
}
