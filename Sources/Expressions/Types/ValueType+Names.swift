extension ValueType {
    /// The types that a name denotes in an expression: `int`, `list`, `google.protobuf.Timestamp` … `dyn` is none: no value has it.
    static let denotations: [String: ValueType] = [
        "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
        "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null, "type": .anyType,
        "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
    ]

    /// Whether a value may stand where this type is declared, as far as its run-time type tells.
    func admits(_ value: Value) -> Bool {
        switch (self, value) {
        case (.dyn, _), (.parameter, _), (.error, _), (.abstract, _): true
        case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.double, .double), (.string, .string), (.bytes, .bytes): true
        case (.timestamp, .timestamp), (.duration, .duration), (.list, .list), (.map, .map), (.record, .map), (.type, .type): true
        default: false
        }
    }
}
