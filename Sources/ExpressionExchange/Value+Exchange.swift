public import Expressions
import Foundation

/// The typed JSON of values in the published conformance cases: `{"int64_value":"7"}`, `{"list_value":{"values":[…]}}` …
///
/// It is the JSON form of `cel.expr.Value` (google/cel-spec, `proto/cel/expr/value.proto`); instants and lengths of time are
/// `object_value` with the JSON form of their messages.
extension Value {
    private static let timestampURL = "type.googleapis.com/google.protobuf.Timestamp"
    private static let durationURL = "type.googleapis.com/google.protobuf.Duration"

    /// Reads a typed value.
    ///
    /// - Throws: what is wrong with it.
    public init(exchange json: ExchangeJSON) throws(ExchangeFault) {
        guard let members = json.members, members.count == 1, let member = members.first else {
            throw ExchangeFault("expected a typed value such as {\"int64_value\":\"7\"}, found \(json.kind)")
        }
        let content = member.value
        func need<T>(_ value: T?) throws(ExchangeFault) -> T {
            guard let value else { throw ExchangeFault("\(member.name) has \(content.kind) that does not fit: \(content.line.prefix(60))") }
            return value
        }
        switch member.name {
        case "null_value": self = .null
        case "bool_value": self = .bool(try need(content.flag))
        case "int64_value": self = .int(try need(content.digits.flatMap { Int64($0) }))
        case "uint64_value": self = .uint(try need(content.digits.flatMap { UInt64($0) }))
        case "double_value": self = .double(try need(content.double))
        case "string_value": self = .string(try need(content.text))
        case "bytes_value": self = .bytes(Array(try need(content.text.flatMap { Data(base64Encoded: $0) })))
        case "type_value": self = .type(TypeName(try need(content.text)))
        case "list_value":
            var values: [Value] = []
            for element in try need(content.members == nil ? nil : content.repeated("values")) {
                values.append(try Value(exchange: element))
            }
            self = .list(values)
        case "map_value": self = .map(try MapValue(exchange: try need(content.members == nil ? nil : content.repeated("entries"))))
        case "object_value":
            switch try need(content["@type"]?.text) {
            case Self.timestampURL: self = .timestamp(try need(content["value"]?.text.flatMap { Timestamp($0) }))
            case Self.durationURL: self = .duration(try need(content["value"]?.text.flatMap { TimeSpan($0) }))
            default: throw ExchangeFault("messages other than Timestamp and Duration are not known")
            }
        default: throw ExchangeFault("unknown kind of value: \(member.name)")
        }
    }

    /// The value in typed form.
    public var exchange: ExchangeJSON {
        switch self {
        case .null: ["null_value": .null]
        case .bool(let value): ["bool_value": .bool(value)]
        case .int(let value): ["int64_value": .string(String(value))]
        case .uint(let value): ["uint64_value": .string(String(value))]
        case .double(let value): ["double_value": ExchangeJSON(double: value)]
        case .string(let value): ["string_value": .string(value)]
        case .bytes(let value): ["bytes_value": .string(Data(value).base64EncodedString())]
        case .list(let values): ["list_value": ExchangeJSON(repeated: "values", values.map(\.exchange))]
        case .map(let map):
            [
                "map_value": ExchangeJSON(
                    repeated: "entries",
                    map.entries.map { ["key": $0.key.value.exchange, "value": $0.value.exchange] }
                )
            ]
        case .timestamp(let value): ["object_value": ["@type": .string(Self.timestampURL), "value": .string(value.description)]]
        case .duration(let value): ["object_value": ["@type": .string(Self.durationURL), "value": .string(value.description)]]
        case .type(let type): ["type_value": .string(type.name)]
        }
    }
}

extension MapValue {
    fileprivate init(exchange json: [ExchangeJSON]) throws(ExchangeFault) {
        var entries: [Entry] = []
        for entry in json {
            guard let keyJSON = entry["key"], let valueJSON = entry["value"] else {
                throw ExchangeFault("an entry of a map needs key and value")
            }
            guard let key = MapKey(try Value(exchange: keyJSON)) else { throw ExchangeFault("only bool, int, uint and string may be keys") }
            entries.append(Entry(key: key, value: try Value(exchange: valueJSON)))
        }
        guard let map = MapValue(entries: entries) else { throw ExchangeFault("a key of a map stands twice") }
        self = map
    }
}

extension ExchangeJSON {
    /// A double as protobuf writes it: a number, or `"NaN"`, `"Infinity"`, `"-Infinity"`.
    init(double: Double) {
        if double.isNaN {
            self = "NaN"
        } else if double.isInfinite {
            self = double < 0 ? "-Infinity" : "Infinity"
        } else {
            self = .number(double.description)
        }
    }

    /// An object with one repeated field, which protobuf leaves out when it is empty.
    init(repeated name: String, _ elements: [ExchangeJSON]) {
        self = .object(elements.isEmpty ? [] : [Member(name, .array(elements))])
    }

    var flag: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// A whole number, which protobuf writes as text and also reads as number.
    var digits: String? {
        switch self {
        case .string(let text), .number(let text): text.hasPrefix("+") ? nil : text
        default: nil
        }
    }

    var double: Double? {
        switch self {
        case .string("NaN"): .nan
        case .string("Infinity"): .infinity
        case .string("-Infinity"): -.infinity
        case .number(let text): Double(text)
        default: nil
        }
    }

    /// A repeated field: missing means empty; nil when it is there and no array.
    func repeated(_ name: String) -> [ExchangeJSON]? {
        guard let field = self[name], field != .null else { return [] }
        return field.elements
    }
}
