public import CanonicalJSON
import LifecycleModel

extension Requirement: JSONRepresentable {
    /// Reads `{id, else, basis?, cure?}` and the one condition.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            id: try json.string(at: "id"),
            condition: try Condition(json: json),
            message: try json.value(at: "else"),
            basis: try json.optionalString(at: "basis"),
            cure: try json.strings(at: "cure")
        )
    }

    /// `{id, else, basis?, cure?}` and the one condition under its word.
    public var json: JSONValue {
        var object: JSONObject = ["id": .string(id), "else": message.json]
        object.add("basis", basis)
        object.add("cure", cure)
        let (word, value) = condition.member
        object[word] = value
        return .object(object)
    }
}

extension Requirement.Condition {
    /// The word and its value, as in rule files.
    fileprivate var member: (word: String, value: JSONValue) {
        switch self {
        case .clause(let source): ("that", .string(source))
        case .documents(let forms): ("documents", JSONValue(forms))
        case .separateFrom(let events): ("separate-from", JSONValue(events))
        case .deadlineMet(let id): ("deadline-met", .string(id))
        case .deadlinePassed(let id): ("deadline-passed", .string(id))
        case .notLocked(let id): ("not-locked", .string(id))
        case .machines(let machine, let quantifier, let states):
            ("machines", .object(quantifier.member.merging(["machine": .string(machine), "in": JSONValue(states)])))
        case .atMost(let amount, let limit): ("amount", ["of": .string(amount), "at-most": .string(limit)])
        case .council(let kind, let results): ("council", ["kind": .string(kind), "result": JSONValue(results)])
        case .noBar(let party): ("no-bar", .string(party))
        case .known(let facts): ("known", JSONValue(facts))
        }
    }

    /// Reads the condition among the members of a requirement.
    fileprivate init(json: JSONValue) throws(JSONShapeFault) {
        func value(_ word: String) -> JSONValue? { json[word] }
        if let source = try json.optionalString(at: "that") {
            self = .clause(source)
        } else if value("documents") != nil {
            self = .documents(try json.strings(at: "documents"))
        } else if value("separate-from") != nil {
            self = .separateFrom(try json.strings(at: "separate-from"))
        } else if let id = try json.optionalString(at: "deadline-met") {
            self = .deadlineMet(id)
        } else if let id = try json.optionalString(at: "deadline-passed") {
            self = .deadlinePassed(id)
        } else if let id = try json.optionalString(at: "not-locked") {
            self = .notLocked(id)
        } else if let machines = value("machines") {
            let quantifier = try Requirement.Quantifier(json: machines)
            self = .machines(try machines.string(at: "machine"), quantifier, try machines.strings(at: "in"))
        } else if let amount = value("amount") {
            self = .atMost(amount: try amount.string(at: "of"), limit: try amount.string(at: "at-most"))
        } else if let council = value("council") {
            self = .council(try council.string(at: "kind"), results: try council.strings(at: "result"))
        } else if let party = try json.optionalString(at: "no-bar") {
            self = .noBar(party)
        } else if value("known") != nil {
            self = .known(try json.strings(at: "known"))
        } else {
            throw JSONShapeFault(path: "", expected: "a condition", found: nil)
        }
    }
}

extension Requirement.Quantifier {
    /// `how` is `every`, `some` or `none`, or there is `at-least`.
    fileprivate var member: JSONObject {
        switch self {
        case .every: ["how": "every"]
        case .some: ["how": "some"]
        case .none: ["how": "none"]
        case .atLeast(let count): ["at-least": JSONValue(count)]
        }
    }

    fileprivate init(json: JSONValue) throws(JSONShapeFault) {
        if let count = try json.optionalNumber(at: "at-least") {
            self = .atLeast(count)
        } else {
            self = try json.member("how", expected: "every, some or none") { how -> Self? in
                switch how.string {
                case "every": .every
                case "some": .some
                case "none": Self.none
                default: nil
                }
            }
        }
    }
}
