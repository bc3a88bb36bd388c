public import CanonicalJSON
import LifecycleModel

extension Effect: JSONRepresentable {
    /// Reads an object whose `effect` names the case.
    public init(json: JSONValue) throws(JSONShapeFault) {
        switch try json.string(at: "effect") {
        case "open":
            var facts: [String: String] = [:]
            for member in try json.optionalMember("facts", expected: "an object", { $0.object }) ?? [:] {
                facts[member.key] = try json.member("facts", expected: "texts") { $0[member.key]?.string }
            }
            self = .open(machine: try json.string(at: "machine"), schedule: try json.optionalValue(at: "schedule"), facts: facts)
        case "close":
            self = .close(machine: try json.string(at: "machine"), states: try json.strings(at: "in"), to: try json.string(at: "to"))
        case "set": self = .set(fact: try json.string(at: "fact"), expression: try json.string(at: "value"))
        case "raise": self = .raise(flag: try json.string(at: "flag"), label: try json.value(at: "label"))
        case "clear": self = .clear(flag: try json.string(at: "flag"))
        case "bar":
            self = .bar(
                party: try json.string(at: "party"),
                reason: try json.value(at: "reason"),
                months: try json.optionalNumber(at: "months"),
                basis: try json.optionalString(at: "basis")
            )
        case "lift": self = .lift(party: try json.string(at: "party"))
        case "publish": self = .publish(page: try json.string(at: "page"))
        case "set-regime": self = .setRegime(regime: try json.string(at: "regime"), position: try json.string(at: "position"))
        case let other: throw JSONShapeFault(path: "effect", expected: "a known effect", found: "‘\(other)’")
        }
    }

    /// An object whose `effect` names the case.
    public var json: JSONValue {
        switch self {
        case .open(let machine, let schedule, let facts):
            var object: JSONObject = ["effect": "open", "machine": .string(machine)]
            if let schedule { object["schedule"] = schedule.json }
            if !facts.isEmpty {
                object["facts"] = .object(JSONObject(facts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
            }
            return .object(object)
        case .close(let machine, let states, let to):
            return ["effect": "close", "machine": .string(machine), "in": JSONValue(states), "to": .string(to)]
        case .set(let fact, let expression): return ["effect": "set", "fact": .string(fact), "value": .string(expression)]
        case .raise(let flag, let label): return ["effect": "raise", "flag": .string(flag), "label": label.json]
        case .clear(let flag): return ["effect": "clear", "flag": .string(flag)]
        case .bar(let party, let reason, let months, let basis):
            var object: JSONObject = ["effect": "bar", "party": .string(party), "reason": reason.json]
            object.add("months", months)
            object.add("basis", basis)
            return .object(object)
        case .lift(let party): return ["effect": "lift", "party": .string(party)]
        case .publish(let page): return ["effect": "publish", "page": .string(page)]
        case .setRegime(let regime, let position):
            return ["effect": "set-regime", "regime": .string(regime), "position": .string(position)]
        }
    }
}

extension Effect.Schedule: JSONRepresentable {
    /// Reads `{every-months, from, count?, count-parameter?, until?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            everyMonths: Int(clamping: try json.int(at: "every-months")),
            from: try json.string(at: "from"),
            count: try json.optionalNumber(at: "count"),
            countParameter: try json.optionalString(at: "count-parameter"),
            until: try json.optionalString(at: "until")
        )
    }

    /// `{every-months, from, count?, count-parameter?, until?}`.
    public var json: JSONValue {
        var object: JSONObject = ["every-months": JSONValue(everyMonths), "from": .string(from)]
        object.add("count", count)
        object.add("count-parameter", countParameter)
        object.add("until", until)
        return .object(object)
    }
}
