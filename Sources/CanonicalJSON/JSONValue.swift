/// A JSON value without floating point: what event payloads, facts and definitions are made of.
///
/// Numbers are 64-bit integers only, so that the same value always has the same bytes on every machine (amounts are whole đồng,
/// scores are whole hundredths). Strings compare as Swift compares them, by canonical equivalence of Unicode.
public enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int64)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue {
    /// An integer value.
    public init(_ value: Int) {
        self = .int(Int64(value))
    }

    /// A string value.
    public init(_ value: String) {
        self = .string(value)
    }

    /// A string value, or null when there is none.
    public init(_ value: String?) {
        self = value.map(JSONValue.string) ?? .null
    }

    /// An array of strings.
    public init(_ values: some Sequence<String>) {
        self = .array(values.map(JSONValue.string))
    }
}

// No `nil` literal for null: in `flag ? nil : value` it would win over the absence of an optional value.
extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral,
    ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A truth value.
    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    /// An integer.
    public init(integerLiteral value: Int64) {
        self = .int(value)
    }

    /// A string.
    public init(stringLiteral value: String) {
        self = .string(value)
    }

    /// An array.
    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    /// An object; of two equal keys the later one wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements))
    }
}

extension JSONValue: CustomStringConvertible {
    /// The canonical text.
    public var description: String { canonicalText }
}
