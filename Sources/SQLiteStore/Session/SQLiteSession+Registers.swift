import CanonicalJSON
import Store

extension SQLiteSession {
    func register(_ kind: EventRecord.Subject.Kind, code: String, value: JSONValue, searchText: String) throws {
        try database.run(
            """
            INSERT INTO registered (kind, code, value, search_text) VALUES (?, ?, ?, ?)
            ON CONFLICT (kind, code) DO UPDATE SET value = excluded.value, search_text = excluded.search_text
            """,
            kind.rawValue,
            code,
            UTF8Text(bytes: value.canonicalBytes),
            searchText
        )
    }

    func registered(_ kind: EventRecord.Subject.Kind, code: String) throws -> JSONValue? {
        try database.first("SELECT value FROM registered WHERE kind = ? AND code = ?", kind.rawValue, code) { try Self.value($0, 0) }
    }

    func registeredCodes(_ kind: EventRecord.Subject.Kind, limit: Int?) throws -> [String] {
        // A negative limit is none.
        try database.rows("SELECT code FROM registered WHERE kind = ? ORDER BY code LIMIT ?", kind.rawValue, limit ?? -1) { try $0.text(0) }
    }

    func allRegistered(_ kind: EventRecord.Subject.Kind, matching words: [String]) throws -> [(code: String, value: JSONValue)] {
        let conditions = Self.condition(forWords: words)
        let clauses = ["kind = ?"] + conditions.map(\.sql)
        return try database.rows(
            "SELECT code, value FROM registered WHERE \(clauses.joined(separator: " AND ")) ORDER BY code",
            values: [kind.rawValue] + conditions.map(\.value)
        ) { (code: try $0.text(0), value: try Self.value($0, 1)) }
    }

    func set(_ name: String, to value: [UInt8]) throws {
        try database.run(
            "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name,
            value
        )
    }

    func setting(_ name: String) throws -> [UInt8]? {
        try database.first("SELECT value FROM settings WHERE name = ?", name) { try $0.bytes(0) }
    }

    private static func value(_ row: SQLRow, _ column: CInt) throws -> JSONValue {
        try row.withText(column) { text in
            do {
                return try JSONValue(parsing: text)
            } catch {
                throw row.fault(column, "\(error)")
            }
        }
    }
}
