import GRDB
import LifecycleModel
import Store

/// Checking the store as a whole.
extension SQLiteSession {
    func structureFaults() throws -> [StructureFault] {
        try pageFaults() + referenceFaults() + schemaFaults()
    }

    private func pageFaults() throws -> [StructureFault] {
        try database.rows("PRAGMA integrity_check(20)") { try $0.text(0) }.filter { $0 != "ok" }
            .map { StructureFault(.pages, "file", Phrase(vi: $0)) }
    }

    private func referenceFaults() throws -> [StructureFault] {
        // As many as of pages: one row that is gone may leave thousands behind.
        try database.rows("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 20") { row in
            let place = try row.optionalInt(1).map { " \($0)" } ?? ""
            let other = try row.text(2)
            return StructureFault(
                .references,
                try row.text(0) + place,
                Phrase(vi: "không có dòng ấy trong bảng \(other)", en: "refers to no row of \(other)")
            )
        }
    }

    /// Compares the schema with that of a store made now; what SQLite keeps for itself is left out.
    private func schemaFaults() throws -> [StructureFault] {
        let fresh = try DatabaseQueue()
        let wanted = try fresh.writeWithoutTransaction { database in
            try database.migrate(Migration.all)
            return try Self.schema(of: database)
        }
        try fresh.close()
        let found = try Self.schema(of: database)
        return Set(wanted.keys).union(found.keys).sorted().compactMap { name in
            switch (wanted[name], found[name]) {
            case (let wanted?, let found?):
                wanted == found ? nil : StructureFault(.schema, name, Phrase(vi: "đã bị sửa", en: "is not as it was made"))
            case (_?, nil): StructureFault(.schema, name, Phrase(vi: "thiếu", en: "is missing"))
            case (nil, _): StructureFault(.schema, name, Phrase(vi: "không thuộc kho này", en: "does not belong there"))
            }
        }
    }

    private static func schema(of database: Database) throws -> [String: String] {
        let query = "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        let rows = try database.rows(query) { (try $0.text(0), try $0.optionalText(1) ?? "") }
        return Dictionary(rows) { first, _ in first }
    }

    func brokenRows(limit: Int) throws -> [BrokenRow] {
        try RowRule.allCases.flatMap { rule in
            try database.rows("SELECT DISTINCT * FROM (\(rule.sql)) ORDER BY 1 LIMIT \(limit)") { BrokenRow(rule, try $0.text(0)) }
        }
    }

    func searchTexts(_ kind: EventRecord.Subject.Kind) throws -> [String: String] {
        let rows = try database.rows("SELECT code, search_text FROM registered WHERE kind = ?", kind.rawValue) {
            (try $0.text(0), try $0.text(1))
        }
        return Dictionary(rows) { first, _ in first }
    }

    func recordedCodes(_ kind: EventRecord.Subject.Kind) throws -> [String] {
        try database.rows("SELECT DISTINCT subject_code FROM events WHERE subject_kind = ? ORDER BY 1", kind.rawValue) { try $0.text(0) }
    }

    func bars(of task: String) throws -> [BarRow] {
        try database.rows("SELECT \(Self.barColumns) FROM bars WHERE task = ? ORDER BY id", task, read: Self.bar)
    }
}
