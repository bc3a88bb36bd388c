/// The standard functions of one argument.
enum OneArgumentFunction: Sendable {
    case size
    case int
    case uint
    case double
    case string
    case bytes
    case bool
    case timestamp
    case duration
    case dyn
    case type
    case timePart(TimePart)

    private static let functions: [String: OneArgumentFunction] = [
        "size": .size, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes, "bool": .bool,
        "timestamp": .timestamp, "duration": .duration, "dyn": .dyn, "type": .type,
    ]

    /// The function that is written `name(x)` or, as a method, `x.name()`.
    init?(_ name: String, isMethod: Bool) {
        if isMethod {
            guard name != "size" else {
                self = .size
                return
            }
            guard let part = TimePart(rawValue: name) else { return nil }
            self = .timePart(part)
        } else {
            guard let function = Self.functions[name] else { return nil }
            self = function
        }
    }

    /// Computes the call; nil when there is no form for the argument's type.
    func callAsFunction(_ value: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        switch self {
        case .size: try Texts.size(value, &frame)
        case .int: try Conversions.int(value)
        case .uint: try Conversions.uint(value)
        case .double: try Conversions.double(value)
        case .string: try Conversions.string(value, &frame)
        case .bytes: try Conversions.bytes(value, &frame)
        case .bool: try Conversions.bool(value)
        case .timestamp: try Conversions.timestamp(value)
        case .duration: try Conversions.duration(value)
        case .dyn: value
        case .type: .type(value.typeName)
        case .timePart(let part): try part.read(value, zone: nil, frame)
        }
    }
}

/// The standard functions of two arguments.
enum TwoArgumentFunction: Sendable {
    case contains
    case startsWith
    case endsWith
    case matches
    case timePart(TimePart)

    /// The function that is written `name(x, y)` or, as a method, `x.name(y)`.
    init?(_ name: String, isMethod: Bool) {
        switch (name, isMethod) {
        case ("matches", _): self = .matches
        case ("contains", true): self = .contains
        case ("startsWith", true): self = .startsWith
        case ("endsWith", true): self = .endsWith
        default:
            guard isMethod, let part = TimePart(rawValue: name) else { return nil }
            self = .timePart(part)
        }
    }

    /// Computes the call; nil when there is no form for the types of the arguments.
    func callAsFunction(_ first: Value, _ second: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        switch self {
        case .contains: return try Texts.contains(first, second, &frame)
        case .startsWith: return try Texts.starts(first, second, &frame)
        case .endsWith: return try Texts.ends(first, second, &frame)
        case .matches: return try Texts.matches(first, second, &frame)
        case .timePart(let part):
            guard case .string(let zone) = second else { return nil }
            return try part.read(first, zone: zone, frame)
        }
    }
}
