public import CanonicalJSON

extension Judged: JSONRepresentable {
    /// Reads `{machine, in, scored?, in-favour?, against?}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            machine: try json.string(at: "machine"),
            states: try json.strings(at: "in"),
            scored: try json.optionalString(at: "scored"),
            inFavour: try json.optionalString(at: "in-favour"),
            against: try json.optionalString(at: "against")
        )
    }

    /// `{machine, in, scored?, in-favour?, against?}`.
    public var json: JSONValue {
        var object: JSONObject = ["machine": .string(machine), "in": JSONValue(states)]
        for (key, event) in events { object.add(key, event) }
        return .object(object)
    }
}
