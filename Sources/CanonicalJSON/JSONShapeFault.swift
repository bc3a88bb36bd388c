/// A value that is JSON but not of the shape that is read: a member is missing, of the wrong type, or not acceptable.
public struct JSONShapeFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The member's path from the value that was read, such as `seats[2].person`.
    public var path: String
    /// What should stand there, in English: `a string`, `a date`.
    public let expected: String
    /// What stands there: a type name, a text in quotes, or nil when nothing does.
    public let found: String?

    /// A fault at a path.
    public init(path: String, expected: String, found: String?) {
        self.path = path
        self.expected = expected
        self.found = found
    }

    /// The same fault seen from the value one level further out.
    public func inside(_ outer: String) -> JSONShapeFault {
        let separator = path.isEmpty || path.hasPrefix("[") ? "" : "."
        return JSONShapeFault(path: outer + separator + path, expected: expected, found: found)
    }

    /// The fault in English.
    public var description: String {
        let place = path.isEmpty ? "the value" : "‘\(path)’"
        return found.map { "\(place) should be \(expected), not \($0)" } ?? "\(place) is missing: \(expected)"
    }
}

extension JSONValue {
    /// The string member of this object.
    public func string(at key: String) throws(JSONShapeFault) -> String {
        try member(key, expected: "a string") { $0.string }
    }

    /// The integer member of this object.
    public func int(at key: String) throws(JSONShapeFault) -> Int64 {
        try member(key, expected: "an integer") { $0.int }
    }

    /// The truth value among the members of this object.
    public func bool(at key: String) throws(JSONShapeFault) -> Bool {
        try member(key, expected: "true or false") { $0.bool }
    }

    /// The array member of this object.
    public func array(at key: String) throws(JSONShapeFault) -> [JSONValue] {
        try member(key, expected: "an array") { $0.array }
    }

    /// The object member of this object.
    public func object(at key: String) throws(JSONShapeFault) -> JSONObject {
        try member(key, expected: "an object") { $0.object }
    }

    /// The member of this object made into a value of its own; `make` answers nil for what it cannot take.
    public func member<Value>(_ key: String, expected: String, _ make: (JSONValue) -> Value?) throws(JSONShapeFault) -> Value {
        guard let value = try optionalMember(key, expected: expected, make) else {
            throw JSONShapeFault(path: key, expected: expected, found: nil)
        }
        return value
    }

    /// As `member`, but a member that is absent or null gives nil.
    public func optionalMember<Value>(
        _ key: String,
        expected: String,
        _ make: (JSONValue) -> Value?
    ) throws(JSONShapeFault) -> Value? {
        guard case .object(let object) = self else {
            throw JSONShapeFault(path: "", expected: "an object", found: typeName)
        }
        guard let value = object[key], !value.isNull else { return nil }
        guard let made = make(value) else {
            throw JSONShapeFault(path: key, expected: expected, found: value.string.map { "‘\($0)’" } ?? value.typeName)
        }
        return made
    }

    /// The string member, or nil when it is absent or null.
    public func optionalString(at key: String) throws(JSONShapeFault) -> String? {
        try optionalMember(key, expected: "a string") { $0.string }
    }

    /// The integer member, or nil when it is absent or null.
    public func optionalInt(at key: String) throws(JSONShapeFault) -> Int64? {
        try optionalMember(key, expected: "an integer") { $0.int }
    }

    /// The array of strings, or an empty one when it is absent or null.
    public func strings(at key: String) throws(JSONShapeFault) -> [String] {
        try optionalMember(key, expected: "an array of strings") { value -> [String]? in
            guard let array = value.array else { return nil }
            let strings = array.compactMap(\.string)
            return strings.count == array.count ? strings : nil
        } ?? []
    }
}
