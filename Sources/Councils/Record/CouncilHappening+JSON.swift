public import CanonicalJSON
import LifecycleModel
import Rules

extension CouncilHappening {
    /// Its facts, as the log keeps them.
    public var payload: JSONValue {
        switch self {
        case .formed(let formation): formation.json
        case .seated(let member), .described(let member): member.json
        case .unseated(let person, let reason): ["person": person.json, "reason": .string(reason)]
        case .arrived(let person), .left(let person), .reviewReceived(let person): ["person": person.json]
        case .deputyAuthorised(let paper): ["paper": .string(paper)]
        case .guestWelcomed(let guest): ["guest": .string(guest)]
        case .opened: [:]
        case .adjourned(let reason, let day): .object(JSONObject([("reason", .string(reason))] + (day.map { [("until", $0.json)] } ?? [])))
        case .ballotCast(let vote): vote.json
        case .ballotSuperseded(let vote, let reason):
            .object(JSONObject([("ballot", vote.json), ("reason", .string(reason))]))
        case .conflictFound(let conflict): conflict.json
        case .counted(let board): ["board": board.json]
        case .concluded(let conclusion): conclusion.json
        }
    }

    /// Reads what the log keeps.
    public init(kind: String, payload: JSONValue) throws(JSONShapeFault) {
        switch kind {
        case "council_formed": self = .formed(try Formation(json: payload))
        case "member_seated": self = .seated(try CouncilMember(json: payload))
        case "member_described": self = .described(try CouncilMember(json: payload))
        case "member_unseated": self = .unseated(try payload.value(at: "person"), reason: try payload.string(at: "reason"))
        case "member_arrived": self = .arrived(try payload.value(at: "person"))
        case "member_left": self = .left(try payload.value(at: "person"))
        case "deputy_authorised": self = .deputyAuthorised(by: try payload.string(at: "paper"))
        case "review_received": self = .reviewReceived(try payload.value(at: "person"))
        case "guest_welcomed": self = .guestWelcomed(try payload.string(at: "guest"))
        case "session_opened": self = .opened
        case "session_adjourned": self = .adjourned(reason: try payload.string(at: "reason"), until: try payload.optionalValue(at: "until"))
        case "ballot_cast": self = .ballotCast(try Vote(json: payload))
        case "ballot_superseded":
            self = .ballotSuperseded(try payload.value(at: "ballot"), reason: try payload.string(at: "reason"))
        case "conflict_found": self = .conflictFound(try Conflict(json: payload))
        case "ballots_counted": self = .counted(by: try payload.values(at: "board"))
        case "session_concluded": self = .concluded(try CouncilSession.Conclusion(json: payload))
        default: throw JSONShapeFault(path: "", expected: "a happening of a council", found: "‘\(kind)’")
        }
    }
}

extension CouncilHappening.Formation: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            kind: try json.string(at: "kind"),
            subjects: try json.values(at: "subjects"),
            otherSizeDecision: try json.optionalString(at: "other_size_decision")
        )
    }

    /// The stored form; what is not there is left out.
    public var json: JSONValue {
        var object: JSONObject = ["kind": .string(kind), "subjects": subjects.json]
        object["other_size_decision"] = otherSizeDecision.map(JSONValue.string)
        return .object(object)
    }
}

extension CouncilHappening.Vote: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(by: try json.value(at: "voter"), on: try json.string(at: "subject"), try json.value(at: "marks"))
    }

    /// The stored form.
    public var json: JSONValue {
        ["voter": voter.json, "subject": .string(subject), "marks": marks.json]
    }
}

extension CouncilSession.Conclusion: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let dissents: [Dissent] = try json.values(at: "dissents")
        self.init(
            text: try json.string(at: "text"),
            dissents: Dictionary(dissents.map { ($0.person, $0.opinion) }) { first, _ in first },
            recommends: try json.optionalMember("recommends", expected: "true or false") { $0.bool }
        )
    }

    /// The stored form; what is not there is left out.
    public var json: JSONValue {
        var object: JSONObject = ["text": .string(text)]
        let dissents = dissents.sorted { $0.key < $1.key }.map { Dissent(person: $0.key, opinion: $0.value) }
        object["dissents"] = dissents.isEmpty ? nil : dissents.json
        object["recommends"] = recommends.map(JSONValue.bool)
        return .object(object)
    }
}

/// A member's own opinion beside the conclusion.
private struct Dissent: JSONRepresentable {
    let person: PersonCode
    let opinion: String

    init(person: PersonCode, opinion: String) {
        self.person = person
        self.opinion = opinion
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(person: try json.value(at: "person"), opinion: try json.string(at: "opinion"))
    }

    var json: JSONValue { ["person": person.json, "opinion": .string(opinion)] }
}
