/// A type as the checker sees it: finer than the run-time type, since elements, keys and fields have types too.
public indirect enum ValueType: Sendable, Hashable {
    /// Any value; decided at run time.
    case dyn
    /// The type of `null`.
    case null
    /// `bool`
    case bool
    /// `int`, signed 64 bits.
    case int
    /// `uint`, unsigned 64 bits.
    case uint
    /// `double`
    case double
    /// `string`
    case string
    /// `bytes`
    case bytes
    /// `google.protobuf.Timestamp`
    case timestamp
    /// `google.protobuf.Duration`
    case duration
    /// `list(element)`
    case list(ValueType)
    /// `map(key, value)`
    case map(ValueType, ValueType)
    /// A record of facts with a closed set of typed fields; at run time a map with string keys.
    case record(RecordType)
    /// `type(x)`: a type as a value.
    case type(ValueType)
    /// A type that only functions know, such as `tuple(int, string)`.
    case abstract(String, [ValueType])
    /// A type parameter of a function, such as `A` in `size(list(A))`.
    case parameter(String)
    /// What the checker gives a part that it has already complained about; agrees with every type.
    case error

    /// `type` itself, whatever it is the type of.
    public static let anyType = ValueType.type(.dyn)

    /// A record type from its name and fields.
    public static func record(_ name: String, fields: [String: ValueType]) -> ValueType {
        .record(RecordType(name: name, fields: fields))
    }

    /// Whether every value may stand here.
    var isDynamic: Bool { self == .dyn || self == .error }
}

extension ValueType: CustomStringConvertible {
    /// The type as it is written in messages: `int`, `list(string)`, `map(string, dyn)`, the name of a record.
    public var description: String {
        switch self {
        case .dyn: "dyn"
        case .null: "null_type"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .record(let record): record.name
        case .type(.dyn): "type"
        case .type(let inner): "type(\(inner))"
        case .abstract(let name, let parameters):
            parameters.isEmpty ? name : "\(name)(\(parameters.map(\.description).joined(separator: ", ")))"
        case .parameter(let name): name
        case .error: "error"
        }
    }
}
