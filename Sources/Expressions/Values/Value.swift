/// A value of the guard language: what facts are made of and what an expression evaluates to.
///
/// `==` and hashing are strict: `.int(1)` and `.uint(1)` are different Swift values, strings are compared by code point (no Unicode
/// normalisation), and two not-a-numbers are the same value. The equality of the language itself, in which `1 == 1u == 1.0`, is ``equals(_:)``.
public enum Value: Sendable {
    /// The value `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A signed 64-bit integer (`int`).
    case int(Int64)
    /// An unsigned 64-bit integer (`uint`).
    case uint(UInt64)
    /// An IEEE 754 double (`double`).
    case double(Double)
    /// A sequence of Unicode code points (`string`).
    case string(String)
    /// A sequence of octets (`bytes`).
    case bytes([UInt8])
    /// An ordered sequence of values (`list`).
    case list([Value])
    /// Values under distinct keys (`map`); records of facts are maps with string keys.
    case map(MapValue)
    /// An instant (`google.protobuf.Timestamp`).
    case timestamp(Timestamp)
    /// A length of time (`google.protobuf.Duration`).
    case duration(TimeSpan)
    /// A type as a value (`type`).
    case type(TypeName)

    /// A map with string keys, the shape of a record of facts.
    ///
    /// - Parameter fields: the values under their names; iteration follows the sorted names, so results are repeatable.
    public static func record(_ fields: [String: Value]) -> Value {
        .map(MapValue(fields: fields))
    }

    /// The run-time type of the value, without the types of elements: every list is `list`.
    public var typeName: TypeName {
        switch self {
        case .null: .nullType
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        case .list: .list
        case .map: .map
        case .timestamp: .timestamp
        case .duration: .duration
        case .type: .type
        }
    }
}

extension Value: Hashable {
    /// Strict equality: same kind and same content.
    public static func == (left: Value, right: Value) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.double(let a), .double(let b)): a == b || (a.isNaN && b.isNaN)
        case (.string(let a), .string(let b)): a.hasSameCodePoints(as: b)
        case (.bytes(let a), .bytes(let b)): a == b
        case (.list(let a), .list(let b)): a == b
        case (.map(let a), .map(let b)): a == b
        case (.timestamp(let a), .timestamp(let b)): a == b
        case (.duration(let a), .duration(let b)): a == b
        case (.type(let a), .type(let b)): a == b
        default: false
        }
    }

    /// Feeds the kind and the content to the hasher, in agreement with `==`.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .uint(let value): hasher.combine(value)
        case .double(let value): hasher.combine(value.isNaN ? .nan : value)
        case .string(let value): value.hashCodePoints(into: &hasher)
        case .bytes(let value): hasher.combine(value)
        case .list(let value): hasher.combine(value)
        case .map(let value): hasher.combine(value)
        case .timestamp(let value): hasher.combine(value)
        case .duration(let value): hasher.combine(value)
        case .type(let value): hasher.combine(value)
        }
    }
}

extension Value: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral {
    /// A `bool` written as a Swift literal.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// An `int` written as a Swift literal.
    public init(integerLiteral value: Int64) { self = .int(value) }
    /// A `double` written as a Swift literal.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// A `string` written as a Swift literal.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension Value: ExpressibleByArrayLiteral {
    /// A `list` written as a Swift literal.
    public init(arrayLiteral elements: Value...) { self = .list(elements) }
}
