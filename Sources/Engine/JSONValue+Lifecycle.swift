import CanonicalJSON
import LifecycleModel
import WorkingCalendar

/// Reading the engine's own shapes out of JSON.
extension JSONValue {
    func date(at key: String) throws(JSONShapeFault) -> CivilDate {
        try member(key, expected: "a date") { $0.string.flatMap { try? CivilDate(parsing: $0) } }
    }

    func optionalDate(at key: String) throws(JSONShapeFault) -> CivilDate? {
        guard let value = self[key], !value.isNull else { return nil }
        return try date(at: key)
    }

    func machine(at key: String) throws(JSONShapeFault) -> MachineReference {
        try member(key, expected: "a machine") { $0.string.flatMap(MachineReference.init(parsing:)) }
    }

    func dates(at key: String) throws(JSONShapeFault) -> [String: CivilDate] {
        var dates: [String: CivilDate] = [:]
        guard let value = self[key], let object = value.object else { return dates }
        for member in object { dates[member.key] = try value.date(at: member.key) }
        return dates
    }

    func facts(at key: String) throws(JSONShapeFault) -> [String: FactValue] {
        guard let object = self[key]?.object else { return [:] }
        var facts: [String: FactValue] = [:]
        facts.reserveCapacity(object.count)
        for member in object {
            guard let value = FactValue(json: member.value) else {
                throw JSONShapeFault(path: "\(key).\(member.key)", expected: "a fact", found: member.value.typeName)
            }
            facts[member.key] = value
        }
        return facts
    }

    func elements<Element>(
        at key: String,
        _ make: (JSONValue) throws(JSONShapeFault) -> Element
    ) throws(JSONShapeFault) -> [Element] {
        guard let array = self[key]?.array else { return [] }
        var elements: [Element] = []
        elements.reserveCapacity(array.count)
        for item in array { elements.append(try make(item)) }
        return elements
    }
}

extension [String: FactValue] {
    /// The facts as a JSON object, sorted by name.
    var factsJSON: JSONValue {
        var object = JSONObject(reservingCapacity: count)
        for key in keys.sorted() { object[key] = self[key]?.json }
        return .object(object)
    }
}
