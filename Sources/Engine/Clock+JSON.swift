public import CanonicalJSON
import LifecycleModel
import WorkingCalendar

extension DeadlineReference {
    var members: JSONObject { ["deadline": .string(id), "machine": .string(machine.description)] }

    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(machine: try json.machine(at: "machine"), id: try json.string(at: "deadline"))
    }
}

extension DeadlineStarted {
    var json: JSONValue {
        // In the order in which they are written.
        var object = JSONObject(reservingCapacity: 9)
        if let basis { object["basis"] = .string(basis) }
        object["dates"] = dates.json
        object["deadline"] = .string(reference.id)
        object["machine"] = .string(reference.machine.description)
        object["owner"] = .string(owner)
        if !passing.isEmpty { object["passing"] = .array(passing.map(\.json)) }
        object["standing"] = .string(standing)
        object["start"] = start.json
        object["terms"] = .object(terms.members)
        return .object(object)
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            reference: try DeadlineReference(json: json),
            dates: try DeadlineDates(json: json["dates"] ?? .null),
            start: try json.date(at: "start"),
            terms: try DeadlineTerms(members: json["terms"] ?? .null),
            owner: try json.string(at: "owner"),
            basis: try json.optionalString(at: "basis"),
            standing: try json.string(at: "standing"),
            passing: try json.elements(at: "passing", PassingAct.init(json:))
        )
    }
}

extension PassingAct {
    var json: JSONValue {
        var object: JSONObject = ["at": .string(at), "act": .string(act), "subject": .string(subject)]
        if let text { object["text"] = text.json }
        return .object(object)
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        let text: Phrase?
        if let value = json["text"] { text = try Phrase(json: value) } else { text = nil }
        self.init(
            at: try json.string(at: "at"),
            act: try json.string(at: "act"),
            subject: try json.string(at: "subject"),
            text: text
        )
    }
}

extension Clock {
    /// The inputs of its computation: start, terms, pauses.
    public var inputs: JSONValue {
        var object: JSONObject = ["start": started.start.json, "terms": .object(started.terms.members)]
        if !pauses.isEmpty { object["pauses"] = .array(pauses.map { ["from": $0.from.json, "until": $0.until?.json ?? .null] }) }
        return .object(object)
    }

    var json: JSONValue {
        var object: JSONObject = ["started": started.json, "dates": dates.json]
        if !pauses.isEmpty {
            object["pauses"] = .array(
                pauses.map { ["from": $0.from.json, "until": $0.until?.json ?? .null] }
            )
        }
        if let stopped { object["stopped"] = ["on": stopped.on.json, "manner": .string(stopped.manner.rawValue)] }
        return .object(object)
    }
}

extension DeadlineTerms {
    var members: JSONObject {
        var object = JSONObject(reservingCapacity: 5)
        if direction != .after { object["direction"] = .string(direction.rawValue) }
        if let grace { object["grace"] = grace.json }
        if let lock { object["lock"] = lock.json }
        if roll != .none { object["roll"] = .string(roll.rawValue) }
        object["term"] = term.json
        return object
    }

    init(members json: JSONValue) throws(JSONShapeFault) {
        func optional(_ key: String) throws(JSONShapeFault) -> Term? {
            guard let value = json[key], !value.isNull else { return nil }
            return try Term(json: value)
        }
        self.init(
            term: try Term(json: json["term"] ?? .null),
            grace: try optional("grace"),
            lock: try optional("lock"),
            direction: json["direction"]?.string.flatMap(CountingInputs.Direction.init(rawValue:)) ?? .after,
            roll: json["roll"]?.string.flatMap(CountingInputs.Roll.init(rawValue:)) ?? .none
        )
    }
}
