/// The conversions between types: exact or an error, never a silent wrap. Each gives nil when it has no form for the value's type.
enum Conversions {
    static func int(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .int: return value
        case .uint(let number): return .int(try inRange(Int64(exactly: number), "int(\(number)u)"))
        case .double(let number):
            // The lower end itself is refused too, as in the published implementations.
            let whole = number > Double(Int64.min) ? number.cut(to: Int64.self) : nil
            return .int(try inRange(whole, "int(\(number))"))
        case .string(let text): return .int(try read(Int64(text), text, "int"))
        case .timestamp(let instant): return .int(instant.seconds)
        default: return nil
        }
    }

    static func uint(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .uint: return value
        case .int(let number): return .uint(try inRange(UInt64(exactly: number), "uint(\(number))"))
        case .double(let number):
            return .uint(try inRange(number >= 0 ? number.cut(to: UInt64.self) : nil, "uint(\(number))"))
        case .string(let text): return .uint(try read(text.hasPrefix("-") ? nil : UInt64(text), text, "uint"))
        default: return nil
        }
    }

    static func double(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .double: return value
        case .int(let number): return .double(Double(number))
        case .uint(let number): return .double(Double(number))
        case .string(let text): return .double(try read(DecimalText.double(text), text, "double"))
        default: return nil
        }
    }

    static func string(_ value: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        switch value {
        case .string: return value
        case .bool(let truth): return .string(truth ? "true" : "false")
        case .int(let number): return .string(String(number))
        case .uint(let number): return .string(String(number))
        case .double(let number): return .string(DecimalText.text(of: number))
        case .timestamp(let instant): return .string(instant.description)
        case .duration(let span): return .string(span.description)
        case .bytes(let bytes):
            try frame.create(bytes: bytes.count)
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw EvaluationError(.invalidArgument("the bytes are not valid UTF-8"))
            }
            return .string(text)
        default: return nil
        }
    }

    static func bytes(_ value: Value, _ frame: inout Frame) throws(EvaluationError) -> Value? {
        switch value {
        case .bytes: return value
        case .string(let text):
            try frame.create(bytes: text.utf8.count)
            return .bytes(Array(text.utf8))
        default: return nil
        }
    }

    static func bool(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .bool: return value
        case .string(let text):
            switch text {
            case "1", "t", "T", "true", "TRUE", "True": return true
            case "0", "f", "F", "false", "FALSE", "False": return false
            default: throw EvaluationError(.unreadable(text: text, type: "bool"))
            }
        default: return nil
        }
    }

    static func timestamp(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .timestamp: return value
        case .int(let seconds): return .timestamp(try inRange(Timestamp(seconds: seconds), "timestamp(\(seconds))"))
        case .string(let text): return .timestamp(try read(Timestamp(text), text, "timestamp"))
        default: return nil
        }
    }

    static func duration(_ value: Value) throws(EvaluationError) -> Value? {
        switch value {
        case .duration: return value
        case .string(let text): return .duration(try read(TimeSpan(text), text, "duration"))
        default: return nil
        }
    }

    private static func inRange<T>(_ result: T?, _ call: String) throws(EvaluationError) -> T {
        guard let result else { throw EvaluationError(.overflow(call)) }
        return result
    }

    private static func read<T>(_ result: T?, _ text: String, _ type: String) throws(EvaluationError) -> T {
        guard let result else { throw EvaluationError(.unreadable(text: text, type: type)) }
        return result
    }
}
