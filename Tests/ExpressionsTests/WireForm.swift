import Expressions
import Foundation

/// Reads the typed JSON of the conformance cases: `{"int64_value": "7"}`, `{"primitive": "INT64"}` …
enum WireForm {
    struct Unknown: Error {
        let what: String
    }

    static func need<T>(_ value: T?, _ what: String = #function) throws -> T {
        guard let value else { throw Unknown(what: what) }
        return value
    }

    static func value(_ json: Any) throws -> Value {
        let object = try need(json as? [String: Any])
        let (kind, content) = try need(object.first)
        switch kind {
        case "null_value": return .null
        case "bool_value": return .bool(try need(content as? Bool))
        case "int64_value": return .int(try need(Int64("\(content)")))
        case "uint64_value": return .uint(try need(UInt64("\(content)")))
        case "double_value": return .double(try need(Double("\(content)")))
        case "string_value": return .string(try need(content as? String))
        case "bytes_value": return .bytes(Array(try need(Data(base64Encoded: try need(content as? String)))))
        case "type_value": return .type(TypeName(try need(content as? String)))
        case "list_value":
            let list = try need(content as? [String: Any])
            return .list(try (list["values"] as? [Any] ?? []).map(value))
        case "map_value":
            let map = try need(content as? [String: Any])
            let entries = try (map["entries"] as? [[String: Any]] ?? []).map { entry in
                MapValue.Entry(
                    key: try need(MapKey(try value(try need(entry["key"])))),
                    value: try value(try need(entry["value"]))
                )
            }
            return .map(try need(MapValue(entries: entries)))
        default: throw Unknown(what: kind)
        }
    }

    static func type(_ json: Any) throws -> ValueType {
        let object = try need(json as? [String: Any])
        let (kind, content) = try need(object.first)
        switch kind {
        case "dyn": return .dyn
        case "null": return .null
        case "primitive": return try need(primitives[try need(content as? String)])
        case "well_known": return try need(["TIMESTAMP": .timestamp, "DURATION": .duration][try need(content as? String)])
        case "type_param": return .parameter(try need(content as? String))
        case "list_type": return .list(try type(try need((content as? [String: Any])?["elem_type"])))
        case "map_type":
            let map = try need(content as? [String: Any])
            return .map(try type(try need(map["key_type"])), try type(try need(map["value_type"])))
        case "type":
            let inner = try need(content as? [String: Any])
            return inner.isEmpty ? .anyType : .type(try type(inner))
        case "abstract_type":
            let abstract = try need(content as? [String: Any])
            return .abstract(
                try need(abstract["name"] as? String),
                try (abstract["parameter_types"] as? [Any] ?? []).map(type)
            )
        default: throw Unknown(what: kind)
        }
    }

    private static let primitives: [String: ValueType] = [
        "BOOL": .bool, "INT64": .int, "UINT64": .uint, "DOUBLE": .double, "STRING": .string, "BYTES": .bytes,
    ]

    static func function(_ name: String, _ json: [String: Any]) throws -> FunctionDeclaration {
        let overloads = try (json["overloads"] as? [[String: Any]] ?? []).map { overload in
            FunctionDeclaration.Overload(
                id: try need(overload["overload_id"] as? String),
                isMethod: overload["is_instance_function"] as? Bool ?? false,
                parameters: try (overload["params"] as? [Any] ?? []).map(type),
                result: try type(try need(overload["result_type"]))
            )
        }
        return FunctionDeclaration(name, overloads: overloads)
    }
}
