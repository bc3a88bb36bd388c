public import CanonicalJSON
public import LifecycleModel

/// The value of a fact as an event records it.
public enum FactValue: Sendable, Hashable {
    /// true or false
    case bool(Bool)
    /// whole number, also whole đồng
    case int(Int64)
    /// text, a choice or a code
    case text(String)
    /// civil date
    case date(CivilDate)

    /// JSON form: a date is `{"date":"2025-07-04"}`, the others are plain.
    public var json: JSONValue {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .text(let value): .string(value)
        case .date(let value): .object(["date": .string(value.description)])
        }
    }

    /// Reads the JSON form; nil when it is none.
    public init?(json: JSONValue) {
        switch json {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .string(let value): self = .text(value)
        case .object(let object):
            guard case .string(let text)? = object["date"], let date = try? CivilDate(parsing: text) else { return nil }
            self = .date(date)
        default: return nil
        }
    }

    /// The date, if it is one.
    public var date: CivilDate? {
        if case .date(let value) = self { value } else { nil }
    }

    /// The whole number, if it is one.
    public var int: Int64? {
        if case .int(let value) = self { value } else { nil }
    }

    /// The text, if it is one.
    public var text: String? {
        if case .text(let value) = self { value } else { nil }
    }

    /// For people: dates as `04/07/2025`.
    public var shown: String {
        switch self {
        case .bool(let value): value ? "✓" : "✗"
        case .int(let value): String(value)
        case .text(let value): value
        case .date(let value): value.vietnamese
        }
    }
}
