/// A type with one JSON form, read back exactly as it was written.
public protocol JSONRepresentable: Sendable {
    /// Reads the JSON form.
    init(json: JSONValue) throws(JSONShapeFault)
    /// The JSON form.
    var json: JSONValue { get }
}

extension JSONValue {
    /// The member of this object as a value of the wanted type.
    public func value<Value: JSONRepresentable>(
        at key: String,
        as type: Value.Type = Value.self
    ) throws(JSONShapeFault) -> Value {
        let json = try member(key, expected: "a value") { $0 }
        return try Self.read(json, at: key)
    }

    /// The member as a value of the wanted type, or nil when it is absent or null.
    public func optionalValue<Value: JSONRepresentable>(
        at key: String,
        as type: Value.Type = Value.self
    ) throws(JSONShapeFault) -> Value? {
        guard let json = try optionalMember(key, expected: "a value", { $0 }) else { return nil }
        return try Self.read(json, at: key)
    }

    /// The array member as values of the wanted type; an absent or null member gives none.
    public func values<Value: JSONRepresentable>(
        at key: String,
        as type: Value.Type = Value.self
    ) throws(JSONShapeFault) -> [Value] {
        var values: [Value] = []
        let elements = try optionalMember(key, expected: "an array") { $0.array } ?? []
        for (index, element) in elements.enumerated() {
            values.append(try Self.read(element, at: "\(key)[\(index)]"))
        }
        return values
    }

    private static func read<Value: JSONRepresentable>(_ json: JSONValue, at path: String) throws(JSONShapeFault) -> Value {
        do {
            return try Value(json: json)
        } catch {
            throw error.inside(path)
        }
    }
}

extension Array where Element: JSONRepresentable {
    /// The elements' JSON forms as one array.
    public var json: JSONValue { .array(map(\.json)) }
}
