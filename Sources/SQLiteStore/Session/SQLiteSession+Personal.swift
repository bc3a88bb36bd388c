import AuditTrail
import CanonicalJSON
import GRDB
import LifecycleModel
import Store

/// Personal data beside the log.
extension SQLiteSession {
    func keep(_ part: PersonalPart, of event: Int64) throws {
        try database.run(
            "INSERT INTO personal (commitment, event, person, salt, content) VALUES (?, ?, ?, ?, ?)",
            part.commitment,
            event,
            part.person,
            part.salt,
            UTF8Text(bytes: JSONValue.object(part.content).canonicalBytes)
        )
    }

    private static let personalColumns = "commitment, event, person, salt, content, erased_by"

    func personalRows(of subject: EventRecord.Subject) throws -> [PersonalRow] {
        try database.rows(
            """
            SELECT \(Self.personalColumns) FROM personal
            WHERE event IN (SELECT number FROM events WHERE subject_code = ? AND subject_kind = ?) ORDER BY event, commitment
            """,
            subject.code,
            subject.kind.rawValue,
            read: Self.personal
        )
    }

    func personalRows(about person: String) throws -> [PersonalRow] {
        try database.rows(
            "SELECT \(Self.personalColumns) FROM personal WHERE person = ? ORDER BY event, commitment",
            person,
            read: Self.personal
        )
    }

    func personalRows(at event: Int64) throws -> [PersonalRow] {
        try database.rows(
            "SELECT \(Self.personalColumns) FROM personal WHERE event = ? ORDER BY commitment",
            event,
            read: Self.personal
        )
    }

    func eachPersonalRow(_ body: (PersonalRow) throws -> Void) throws {
        try database.each("SELECT \(Self.personalColumns) FROM personal ORDER BY event, commitment") {
            try body(try Self.personal($0))
            return true
        }
    }

    func eachEventAboutPeople(_ body: (EventRecord) throws -> Void) throws {
        try database.each("\(EventColumns.select) WHERE subject_kind IN ('person', 'council') ORDER BY number") {
            try body(try EventColumns.record($0))
            return true
        }
    }

    func tasks(holdingFile sha256: String) throws -> [String] {
        try database.rows("SELECT DISTINCT task FROM documents WHERE sha256 = ? ORDER BY task", sha256) { try $0.text(0) }
    }

    func erasedFiles() throws -> [String: Int64] {
        let rows = try database.rows("SELECT sha256, event FROM erased_files") { (try $0.text(0), try $0.int(1)) }
        return Dictionary(rows) { first, _ in first }
    }

    func erase(_ commitments: [TreeHash], by event: Int64) throws {
        for commitment in commitments {
            try database.run("UPDATE personal SET salt = NULL, content = NULL, erased_by = ? WHERE commitment = ?", event, commitment)
        }
    }

    func noteErased(file sha256: String, by event: Int64) throws {
        try database.run("INSERT INTO erased_files (sha256, event) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING", sha256, event)
    }

    func emptyLetters(to person: String, waiting: Bool, because reason: Phrase, at moment: Moment) throws -> Int {
        try database.run(
            """
            UPDATE letters SET address = NULL, subject = '', body = '', error_vi = ?, error_en = ?,
                standing = iif(standing IN ('waiting', 'sending'), 'skipped', standing), ended_at = coalesce(ended_at, ?)
            WHERE person = ? AND (body <> '' OR address IS NOT NULL) AND (? OR standing NOT IN ('waiting', 'sending'))
            """,
            reason.vi,
            reason[.en],
            moment.milliseconds,
            person,
            waiting
        )
        return database.changesCount
    }

    private static func personal(_ row: SQLRow) throws -> PersonalRow {
        let commitment = try row.hash(0)
        let person = try row.text(2)
        var part: PersonalPart?
        if !row.isNull(4) {
            let content = try row.withText(4) { try? JSONValue(parsing: $0) }
            guard let content = content?.object else { throw row.fault(4, "is no JSON object") }
            part = PersonalPart(person: person, content: content, salt: try row.bytes(3))
        }
        return PersonalRow(
            commitment: commitment,
            event: try row.int(1),
            person: person,
            part: part,
            erasedBy: try row.optionalInt(5)
        )
    }
}
