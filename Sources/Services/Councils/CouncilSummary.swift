import CanonicalJSON
import Councils
import LifecycleModel
import Store

/// What of a session stands in the register: who sits in it and how far it has come. Ballots never do.
enum CouncilSummary {
    /// The entry of a session.
    static func json(_ record: CouncilRecord) -> JSONValue {
        let session = record.session
        var object: JSONObject = [
            "task": .string(record.code.task), "number": .int(record.code.number), "kind": .string(session.law.kind),
            "label": session.law.label.json, "phase": .string(session.phase.rawValue),
            "meeting_on": JSONValue(record.meetingOn?.description),
            "members": session.composition.members.json, "subjects": JSONValue(session.subjects.map(\.id)),
        ]
        object["concluded"] = session.conclusion.map { .string($0.text) }
        return .object(object)
    }

    /// Kinds of events of which nothing is told before the count.
    static let sealedKinds: Set<String> = ["ballot_cast", "ballot_superseded"]

    /// Whether the ballots of a session were counted, by its entry.
    static func isUnsealed(_ entry: JSONValue?) -> Bool {
        let phase = entry?["phase"]?.string.flatMap(CouncilSession.Phase.init)
        return phase == .counted || phase == .concluded
    }

    /// Codes of those who have or had a seat, by a session's entry.
    static func people(_ entry: JSONValue) -> Set<String> {
        Set((entry["members"]?.array ?? []).compactMap { $0["person"]?.string })
    }

    /// Writes the entry of a session.
    static func register(_ record: CouncilRecord, in writer: any StoreWriter) throws {
        try writer.register(.council, code: record.code.description, value: json(record), searchText: searchText(record))
    }

    /// What a session is found by.
    static func searchText(_ record: CouncilRecord) -> String {
        let words = [record.code.description, record.session.law.label.vi] + record.session.composition.members.map(\.name)
        return words.map(VietnameseText.folded).joined(separator: " ")
    }
}
