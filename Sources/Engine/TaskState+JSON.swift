public import CanonicalJSON
import LifecycleModel

extension TaskState {
    /// The whole state as JSON, for other programs.
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
}

extension TaskState.Fired {
    var json: JSONValue { ["by": JSONValue(by), "on": on.json, "times": .int(times)] }
}

extension Sequence {
    /// A JSON object of these entries, in their order.
    func jsonObject<Value>(_ make: (Value) -> JSONValue) -> JSONValue where Element == (key: String, value: Value) {
        var object = JSONObject()
        for (name, value) in self { object[name] = make(value) }
        return .object(object)
    }
}

extension NameTable<FactValue> {
    var factsJSON: JSONValue { jsonObject(\.json) }
}

extension Dictionary where Key == String {
    /// A JSON object of these entries, sorted by name.
    func jsonObject(_ make: (Value) -> JSONValue) -> JSONValue {
        var object = JSONObject()
        for (key, value) in sorted(by: { $0.key < $1.key }) { object[key] = make(value) }
        return .object(object)
    }
}
