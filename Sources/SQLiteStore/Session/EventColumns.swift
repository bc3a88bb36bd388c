import AuditTrail
import CanonicalJSON
import LifecycleModel
import Store

/// How an event lies in its row.
enum EventColumns {
    /// Query of all columns in the order in which they are read here.
    static let select = """
        SELECT number, subject_kind, subject_code, kind, payload, actor, happened_on, recorded_at, d.hash, leaf_hash, events.definition
        FROM events LEFT JOIN definitions AS d ON d.ref = events.definition
        """

    /// The moments whose text says which they are; the schema allows no others.
    private static let moments = Moment(startOf: .earliest).milliseconds..<Moment(startOf: .latest).milliseconds + 86_400_000

    static func record(_ row: SQLRow) throws -> EventRecord {
        var record = try facts(row)
        record.payload = try row.withText(4) { text in
            do {
                return try JSONValue(parsing: text)
            } catch {
                throw row.fault(4, "event \(record.number): \(error)")
            }
        }
        return record
    }

    /// The event as evidence: its payload byte for byte as it is stored, and whatever is wrong with it as an answer.
    static func entry(_ row: SQLRow) throws -> LogEntry {
        let leafHash = try? row.bytes(9)
        let content: LogEntry.Content
        do {
            let facts = try facts(row)
            content = .bytes(try row.withText(4) { facts.canonicalBytes(payload: $0) })
        } catch let error as StoreError {
            content = .unreadable("\(error.subject) \(error.cause)")
        }
        return LogEntry(number: try row.int(0), content: content, leafHash: leafHash.flatMap { TreeHash(bytes: $0) })
    }

    /// Everything but the payload.
    private static func facts(_ row: SQLRow) throws -> EventRecord {
        guard let subject = EventRecord.Subject.Kind(rawValue: try row.text(1)) else { throw row.fault(1, "is no kind of subject") }
        let recordedAt = try row.int(7)
        guard moments.contains(recordedAt) else { throw row.fault(7, "is out of range") }
        let definition = try row.optionalText(8)
        guard definition != nil || row.isNull(10) else { throw row.fault(10, "names no definition") }
        return EventRecord(
            number: try row.int(0),
            subject: EventRecord.Subject(subject, try row.text(2)),
            kind: try row.text(3),
            payload: .null,
            actor: try row.text(5),
            happenedOn: try row.date(6),
            recordedAt: Moment(milliseconds: recordedAt),
            definition: definition
        )
    }
}
