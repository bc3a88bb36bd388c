public import CanonicalJSON

extension Blocker: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            code: try json.string(at: "code"),
            message: try json.value(at: "message"),
            parameters: try json.values(at: "parameters"),
            facts: try json.values(at: "facts"),
            basis: try json.optionalString(at: "basis"),
            cure: try json.optionalValue(at: "cure")
        )
    }

    /// The stored form, in both languages; what is empty is left out.
    public var json: JSONValue {
        var object: JSONObject = ["code": .string(code), "message": message.json]
        object["parameters"] = parameters.isEmpty ? nil : parameters.json
        object["facts"] = facts.isEmpty ? nil : facts.json
        object["basis"] = basis.map(JSONValue.string)
        object["cure"] = cure?.json
        return .object(object)
    }

    /// The form for programs that read one language: message and cure are plain strings, parameters an object.
    public func json(in language: Language) -> JSONValue {
        [
            "code": .string(code),
            "message": .string(message[language]),
            "parameters": .object(JSONObject(parameters.map { ($0.name, .string($0.value)) })),
            "facts": facts.json,
            "missing": JSONValue(missing),
            "basis": JSONValue(basis),
            "cure": JSONValue(cure?[language]),
        ]
    }
}

extension Blocker.Parameter: JSONRepresentable {
    /// Reads `{"name":…,"value":…}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(try json.string(at: "name"), try json.string(at: "value"))
    }

    /// `{"name":…,"value":…}`.
    public var json: JSONValue { ["name": .string(name), "value": .string(value)] }
}

extension Blocker.Fact: JSONRepresentable {
    /// Reads `{"path":…,"value":…}`.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(path: try json.string(at: "path"), value: try json.optionalString(at: "value"))
    }

    /// `{"path":…,"value":…}`, the value null when the fact is missing.
    public var json: JSONValue { ["path": .string(path), "value": JSONValue(value)] }
}
