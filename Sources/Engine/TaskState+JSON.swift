public import CanonicalJSON
import LifecycleModel

extension TaskState {
    /// The whole state as JSON; its canonical bytes are the snapshot kept beside the log and compared with a replay.
    public var json: JSONValue {
        var object: JSONObject = [
            "code": .string(code), "regime": .string(regime), "definition": .string(definition), "position": .string(position),
            "counts_as": JSONValue(countsAs), "moved_on": movedOn.json, "last_happened_on": lastHappenedOn.json,
            "event_count": .int(eventCount), "exception_count": .int(exceptionCount), "pages": JSONValue(pages),
        ]
        if let end { object["end"] = .string(end) }
        object["reached"] = reached.jsonObject(\.json)
        object["facts"] = facts.jsonObject(\.factsJSON)
        object["machines"] = machines.jsonObject { .array($0.map(\.json)) }
        object["clocks"] = .array(clocks.map(\.json))
        object["documents"] = documents.jsonObject { .array($0.map(\.json)) }
        object["fired"] = fired.jsonObject(\.json)
        object["flags"] = flags.jsonObject(\.json)
        object["bars"] = .array(
            bars.map { bar in
                var members = bar.barred.json.object ?? JSONObject()
                if let lifted = bar.liftedOn { members["lifted_on"] = lifted.json }
                return .object(members)
            }
        )
        return .object(object)
    }

    /// Reads a snapshot back.
    public init(json: JSONValue) throws(JSONShapeFault) {
        code = try json.string(at: "code")
        regime = try json.string(at: "regime")
        definition = try json.string(at: "definition")
        position = try json.string(at: "position")
        end = try json.optionalString(at: "end")
        countsAs = try json.strings(at: "counts_as")
        movedOn = try json.date(at: "moved_on")
        lastHappenedOn = try json.date(at: "last_happened_on")
        eventCount = try json.int(at: "event_count")
        exceptionCount = try json.int(at: "exception_count")
        pages = try json.strings(at: "pages")
        reached = [:]
        for member in json["reached"]?.object ?? JSONObject() { reached[member.key] = try json["reached"]?.date(at: member.key) }
        facts = [:]
        for member in json["facts"]?.object ?? JSONObject() { facts[member.key] = try json["facts"]?.facts(at: member.key) }
        machines = [:]
        for member in json["machines"]?.object ?? JSONObject() {
            machines[member.key] = try json["machines"]?.elements(at: member.key, Instance.init(json:))
        }
        clocks = try json.elements(at: "clocks", Clock.init(json:))
        documents = [:]
        for member in json["documents"]?.object ?? JSONObject() {
            documents[member.key] = try json["documents"]?.elements(at: member.key, AttachedDocument.init(json:))
        }
        fired = try Fired.all(json["fired"])
        flags = [:]
        for member in json["flags"]?.object ?? JSONObject() { flags[member.key] = try Phrase(json: member.value) }
        bars = try json.elements(at: "bars") { item throws(JSONShapeFault) in
            Bar(barred: try Happening.Barred(json: item), liftedOn: try item.optionalDate(at: "lifted_on"))
        }
    }
}

extension TaskState.Instance {
    var json: JSONValue {
        var object: JSONObject = [
            "number": .int(number), "state": .string(state), "facts": facts.factsJSON, "opened_on": openedOn.json, "moved_on": movedOn.json,
            "fired": fired.jsonObject(\.json),
        ]
        if let end { object["end"] = .string(end) }
        return .object(object)
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            number: try json.int(at: "number"),
            state: try json.string(at: "state"),
            end: try json.optionalString(at: "end"),
            facts: try json.facts(at: "facts"),
            fired: try TaskState.Fired.all(json["fired"]),
            openedOn: try json.date(at: "opened_on"),
            movedOn: try json.date(at: "moved_on")
        )
    }
}

extension TaskState.Fired {
    var json: JSONValue { ["by": JSONValue(by), "on": on.json, "times": .int(times)] }

    static func all(_ json: JSONValue?) throws(JSONShapeFault) -> [String: TaskState.Fired] {
        var fired: [String: TaskState.Fired] = [:]
        for member in json?.object ?? JSONObject() {
            fired[member.key] = TaskState.Fired(
                by: try member.value.strings(at: "by"),
                on: try member.value.date(at: "on"),
                times: try member.value.int(at: "times")
            )
        }
        return fired
    }
}

extension Dictionary where Key == String {
    /// A JSON object of these entries, sorted by name.
    func jsonObject(_ make: (Value) -> JSONValue) -> JSONValue {
        var object = JSONObject()
        for (key, value) in sorted(by: { $0.key < $1.key }) { object[key] = make(value) }
        return .object(object)
    }
}
