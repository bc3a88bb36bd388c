import AuditTrail
import CanonicalJSON
import LifecycleModel
import Store

/// Which members of an event's payload are personal data, kept beside the log: all that is said of a person but the code and the roles; the name
/// of a council's member; what shows a conflict of interest.
enum PersonalMembers {
    /// The member of a payload that holds the commitment to what was taken out.
    static let commitment = "personal"

    /// The code of the person whom the payload is about and the members that are personal; nil: it holds none.
    private static func policy(
        _ subject: EventRecord.Subject,
        _ kind: String,
        _ payload: JSONValue
    ) -> (person: String, members: [String])? {
        switch (subject.kind, kind) {
        // Erased in another store: the code, and since when nothing else is known.
        case (.person, _) where payload["erased"] != nil: nil
        case (.person, "entered"), (.person, "changed"):
            ("code", ["name", "title", "organisation", "field", "sex", "email", "kin", "findings"])
        case (.council, "member_seated"), (.council, "member_described"): ("person", ["name"])
        case (.council, "conflict_found"): ("person", ["evidence"])
        default: nil
        }
    }

    /// The code of the person whose personal data an event of this kind holds; nil: it holds none.
    static func person(in event: EventRecord) -> String? {
        policy(event.subject, event.kind, event.payload).flatMap { event.payload[$0.person]?.string }
    }

    /// Takes the personal data out of a payload.
    ///
    /// - Returns: the payload with the commitment in their place, and what was taken out.
    static func sealed(_ payload: JSONValue, of subject: EventRecord.Subject, _ kind: String) -> (payload: JSONValue, parts: [PersonalPart])
    {
        guard let policy = policy(subject, kind, payload), var rest = payload.object, let person = rest[policy.person]?.string else {
            return (payload, [])
        }
        var content = JSONObject()
        for member in policy.members {
            content[member] = rest[member]
            rest[member] = nil
        }
        let part = PersonalPart(person: person, content: content)
        rest[commitment] = .string(part.commitment.description)
        return (.object(rest), [part])
    }

    /// What stands in the place of data that were erased: the code for a name, a word for evidence.
    private static func standIns(_ event: EventRecord, for person: String) -> JSONObject {
        switch event.kind {
        case "conflict_found": ["evidence": Phrase(vi: "(đã xoá)", en: "(erased)").json]
        default: ["name": .string(person)]
        }
    }

    /// The event with its personal data in their place, or what stands for them; without a commitment it is left as it is.
    static func opened(_ event: EventRecord, with parts: [TreeHash: PersonalPart]) -> EventRecord {
        guard var payload = event.payload.object, let person = person(in: event), let hash = committed(event) else { return event }
        payload[commitment] = nil
        payload = payload.merging(parts[hash]?.content ?? standIns(event, for: person))
        var opened = event
        opened.payload = .object(payload)
        return opened
    }

    /// The commitment in an event; nil where it holds none: no personal data, or an event of a version that kept them in the log.
    static func committed(_ event: EventRecord) -> TreeHash? {
        event.payload[commitment]?.string.flatMap(TreeHash.init(hex:))
    }
}

extension Sequence<EventRecord> {
    /// The events with their personal data in place, as far as they are there.
    func opened(with rows: [PersonalRow]) -> [EventRecord] {
        let parts = Dictionary(rows.compactMap { row in row.part.map { (row.commitment, $0) } }) { first, _ in first }
        return map { PersonalMembers.opened($0, with: parts) }
    }

    /// The events with these personal data in place.
    func opened(with parts: [PersonalPart]) -> [EventRecord] {
        let known = Dictionary(parts.map { ($0.commitment, $0) }) { first, _ in first }
        return map { PersonalMembers.opened($0, with: known) }
    }
}

extension NewEvent {
    /// The event with its personal data beside it.
    var sealingPersonalData: NewEvent {
        var event = self
        (event.payload, event.personal) = PersonalMembers.sealed(payload, of: subject, kind)
        return event
    }
}
