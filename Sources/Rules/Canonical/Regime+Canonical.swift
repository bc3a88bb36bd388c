public import CanonicalJSON
import LifecycleModel

extension Regime: JSONRepresentable {
    /// The canonical form: the same regime always has the same bytes, and they give the same regime again.
    public var canonicalBytes: [UInt8] {
        json.canonicalBytes
    }

    /// Reads a canonical form that was stored.
    public init(canonical bytes: [UInt8]) throws {
        try self.init(json: JSONValue(parsing: bytes))
    }

    /// Reads the JSON form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            id: try json.string(at: "id"),
            version: try json.string(at: "version"),
            label: try json.value(at: "label"),
            roles: try json.dictionary(at: "roles"),
            parameters: try json.dictionary(at: "parameters"),
            forms: try json.dictionary(at: "forms"),
            facts: try json.dictionary(at: "facts", of: FactGroup.self).mapValues(\.facts),
            stages: try json.values(at: "stages"),
            task: try json.value(at: "task"),
            machines: try json.dictionary(at: "machines"),
            entries: try json.dictionary(at: "entries"),
            councils: try json.dictionary(at: "councils"),
            budget: try json.optionalValue(at: "budget"),
            invariants: try json.dictionary(at: "invariants")
        )
    }

    /// The JSON form; see the parts.
    public var json: JSONValue {
        var object: JSONObject = ["id": .string(id), "version": .string(version), "label": label.json, "task": task.json]
        object.add("roles", roles)
        object.add("parameters", parameters)
        object.add("forms", forms)
        object.add("facts", facts.mapValues(FactGroup.init))
        object.add("stages", stages)
        object.add("machines", machines)
        object.add("entries", entries)
        object.add("councils", councils)
        object["budget"] = budget?.json
        object.add("invariants", invariants)
        return .object(object)
    }
}

/// The facts of one group.
private struct FactGroup: JSONRepresentable {
    let facts: [String: Fact]

    init(facts: [String: Fact]) {
        self.facts = facts
    }

    init(json: JSONValue) throws(JSONShapeFault) {
        facts = try JSONValue.object(["facts": json]).dictionary(at: "facts")
    }

    var json: JSONValue { facts.json }
}

extension Stage: JSONRepresentable {
    /// Reads `{id, label, side?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(id: try json.string(at: "id"), label: try json.value(at: "label"), isSide: try json.isTrue(at: "side"))
    }

    /// `{id, label, side?}`.
    public var json: JSONValue {
        var object: JSONObject = ["id": .string(id), "label": label.json]
        object.add("side", ifTrue: isSide)
        return .object(object)
    }
}

extension Entry: JSONRepresentable {
    /// Reads `{machines?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(machines: try json.strings(at: "machines"))
    }

    /// `{machines?}`.
    public var json: JSONValue {
        var object = JSONObject()
        object.add("machines", machines)
        return .object(object)
    }
}

extension Role: JSONRepresentable {
    /// Reads `{label, held-by?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(label: try json.value(at: "label"), heldBy: try json.optionalWord(at: "held-by"))
    }

    /// `{label, held-by?}`.
    public var json: JSONValue {
        var object: JSONObject = ["label": label.json]
        object.add("held-by", heldBy?.rawValue)
        return .object(object)
    }
}

extension Form: JSONRepresentable {
    /// Reads `{label, basis?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(label: try json.value(at: "label"), basis: try json.optionalString(at: "basis"))
    }

    /// `{label, basis?}`.
    public var json: JSONValue {
        var object: JSONObject = ["label": label.json]
        object.add("basis", basis)
        return .object(object)
    }
}
