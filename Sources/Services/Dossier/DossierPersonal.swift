import AuditTrail
import CanonicalJSON
import LifecycleModel
import Store

/// The personal data in a dossier: what the commitments of its events are to, with the salts, or that they were erased; and which attached files
/// were.
struct DossierPersonal: Hashable {
    /// Personal data of events, by event.
    let rows: [PersonalRow]
    /// SHA-256 (hex) of attached files that were erased, each with the event by which it was.
    let erasedFiles: [String: Int64]

    init(rows: [PersonalRow], erasedFiles: [String: Int64]) {
        self.rows = rows
        self.erasedFiles = erasedFiles
    }

    /// What the given events need of a store.
    init(of events: [EventRecord], erasedFiles: [String: Int64], in reader: any StoreReader) throws {
        let numbers = events.filter { PersonalMembers.committed($0) != nil }.map(\.number)
        self.init(rows: try numbers.flatMap { try reader.personalRows(at: $0) }, erasedFiles: erasedFiles)
    }

    /// Reads the part.
    ///
    /// - Throws: `JSONFault` or `JSONShapeFault` when it is none.
    init(parsing bytes: [UInt8]) throws {
        let json = try JSONValue(parsing: bytes)
        rows = try json.array(at: "people").map { entry in
            let person = try entry.string(at: "person")
            let commitment = try entry.member("commitment", expected: "a hash") { $0.string.flatMap(TreeHash.init(hex:)) }
            let erasedBy = try entry.optionalMember("erased_by", expected: "a number") { $0.int }
            var part: PersonalPart?
            if erasedBy == nil {
                let content = try entry.member("content", expected: "an object") { $0.object }
                let salt = try entry.member("salt", expected: "64 hexadecimal digits") { $0.string.flatMap(TreeHash.init(hex:)) }
                part = PersonalPart(person: person, content: content, salt: salt.bytes)
            }
            return PersonalRow(
                commitment: commitment,
                event: try entry.int(at: "event"),
                person: person,
                part: part,
                erasedBy: erasedBy
            )
        }
        let files = try json.array(at: "erased_files").map { (try $0.string(at: "sha256"), try $0.int(at: "event")) }
        erasedFiles = Dictionary(files) { first, _ in first }
    }

    /// Whether there is anything to tell.
    var isEmpty: Bool { rows.isEmpty && erasedFiles.isEmpty }

    /// The part: the same data always give the same bytes.
    var content: [UInt8] {
        let people = rows.sorted { ($0.event, $0.commitment.description) < ($1.event, $1.commitment.description) }.map { row in
            var entry: JSONObject = [
                "event": .int(row.event), "person": .string(row.person), "commitment": .string(row.commitment.description),
            ]
            if let part = row.part {
                entry["salt"] = JSONValue(TreeHash(bytes: part.salt)?.description)
                entry["content"] = .object(part.content)
            }
            entry["erased_by"] = row.erasedBy.map(JSONValue.int)
            return JSONValue.object(entry)
        }
        let files = erasedFiles.sorted { $0.key < $1.key }.map { ["sha256": .string($0), "event": .int($1)] as JSONValue }
        let json: JSONValue = ["people": .array(people), "erased_files": .array(files)]
        return Array((json.prettyText(sortedKeys: true) + "\n").utf8)
    }
}
