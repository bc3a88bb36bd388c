/// A JSON document as it was written: numbers keep their text, since `7` is an `int` here and `7.0` a `double`.
public enum ExchangeJSON: Sendable, Hashable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A number, as it was written.
    case number(String)
    /// A text.
    case string(String)
    /// A sequence.
    case array([ExchangeJSON])
    /// Members in the order they were written; no name stands twice.
    case object([Member])

    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its content.
        public let value: ExchangeJSON

        /// Names a value.
        public init(_ name: String, _ value: ExchangeJSON) {
            self.name = name
            self.value = value
        }
    }

    /// The content of the first member with that name; nil when there is none or this is no object.
    public subscript(name: String) -> ExchangeJSON? {
        members?.first { $0.name == name }?.value
    }

    /// The members of an object.
    public var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The elements of an array.
    public var elements: [ExchangeJSON]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The text of a string.
    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The word for what this is, for messages.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

extension ExchangeJSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An array.
    public init(arrayLiteral elements: ExchangeJSON...) { self = .array(elements) }
    /// An object; names must differ.
    public init(dictionaryLiteral elements: (String, ExchangeJSON)...) { self = .object(elements.map { Member($0.0, $0.1) }) }
}
