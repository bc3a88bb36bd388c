public import Expressions

/// The JSON of types in the published conformance cases: `{"primitive":"INT64"}`, `{"list_type":{"elem_type":…}}` …
///
/// It is the JSON form of `cel.expr.Type` (google/cel-spec, `proto/cel/expr/checked.proto`).
extension ValueType {
    private static let primitives: [(name: String, type: ValueType)] = [
        ("BOOL", .bool), ("INT64", .int), ("UINT64", .uint), ("DOUBLE", .double), ("STRING", .string), ("BYTES", .bytes),
    ]

    /// The messages that the language has types of its own for (langdef, "Protocol Buffer Data Conversion").
    private static let messages: [String: ValueType] = [
        "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration, "google.protobuf.Any": .dyn,
        "google.protobuf.Value": .dyn, "google.protobuf.ListValue": .list(.dyn), "google.protobuf.Struct": .map(.string, .dyn),
    ]

    /// Reads a type. A wrapper (`null` or a value of a primitive type) and `Any` become `dyn`.
    ///
    /// - Throws: what is wrong with it.
    public init(exchange json: ExchangeJSON) throws(ExchangeFault) {
        guard let members = json.members, members.count == 1, let member = members.first else {
            throw ExchangeFault("expected a type such as {\"primitive\":\"INT64\"}, found \(json.kind)")
        }
        let content = member.value
        func inner(_ name: String) throws(ExchangeFault) -> ValueType {
            guard let part = content[name] else { throw ExchangeFault("\(member.name) needs \(name)") }
            return try ValueType(exchange: part)
        }
        switch (member.name, content.text) {
        case ("dyn", _): self = .dyn
        case ("null", _): self = .null
        case ("primitive", let name?):
            guard let primitive = Self.primitives.first(where: { $0.name == name }) else {
                throw ExchangeFault("unknown primitive type: \(name)")
            }
            self = primitive.type
        case ("wrapper", let name?) where Self.primitives.contains { $0.name == name }: self = .dyn
        case ("well_known", "ANY"): self = .dyn
        case ("well_known", "TIMESTAMP"): self = .timestamp
        case ("well_known", "DURATION"): self = .duration
        case ("message_type", let name?):
            guard let type = Self.messages[name] else { throw ExchangeFault("the message \(name) is not known") }
            self = type
        case ("type_param", let name?): self = .parameter(name)
        case ("list_type", nil): self = .list(try inner("elem_type"))
        case ("map_type", nil): self = .map(try inner("key_type"), try inner("value_type"))
        case ("type", nil): self = content.members?.isEmpty == true ? .anyType : .type(try ValueType(exchange: content))
        case ("abstract_type", nil):
            guard let name = content["name"]?.text, let parts = content.repeated("parameter_types") else {
                throw ExchangeFault("abstract_type needs name and parameter_types")
            }
            var parameters: [ValueType] = []
            for part in parts { parameters.append(try ValueType(exchange: part)) }
            self = .abstract(name, parameters)
        default: throw ExchangeFault("unknown type: \(json.line.prefix(60))")
        }
    }

    /// The type in the cases' form; a record of facts is a map from names to anything.
    public var exchange: ExchangeJSON {
        switch self {
        case .dyn: return ["dyn": [:]]
        case .null: return ["null": .null]
        case .timestamp: return ["well_known": "TIMESTAMP"]
        case .duration: return ["well_known": "DURATION"]
        case .list(let element): return ["list_type": ["elem_type": element.exchange]]
        case .map(let key, let value): return ["map_type": ["key_type": key.exchange, "value_type": value.exchange]]
        case .record: return ValueType.map(.string, .dyn).exchange
        case .type(.dyn): return ["type": [:]]
        case .type(let inner): return ["type": inner.exchange]
        case .abstract(let name, let parameters):
            return ["abstract_type": ["name": .string(name), "parameter_types": .array(parameters.map(\.exchange))]]
        case .parameter(let name): return ["type_param": .string(name)]
        case .bool, .int, .uint, .double, .string, .bytes:
            return ["primitive": Self.primitives.first { $0.type == self }.map { .string($0.name) } ?? .null]
        case .error: return ["error": [:]]
        }
    }
}
