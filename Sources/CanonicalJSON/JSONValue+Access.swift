extension JSONValue {
    /// True for null.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The truth value, or nil when this is something else.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The integer, or nil when this is something else.
    public var int: Int64? {
        if case .int(let value) = self { value } else { nil }
    }

    /// The string, or nil when this is something else.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements, or nil when this is something else.
    public var array: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The object, or nil when this is something else.
    public var object: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The member of an object; nil when this is no object or has no such member.
    public subscript(key: String) -> JSONValue? {
        object?[key]
    }

    /// The element of an array; nil when this is no array or has no such element.
    public subscript(index: Int) -> JSONValue? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The name of this value's type as JSON calls it.
    public var typeName: String {
        switch self {
        case .null: "null"
        case .bool: "boolean"
        case .int: "integer"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
