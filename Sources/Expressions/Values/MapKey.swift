/// A key of a map: `bool`, `int`, `uint` or `string`. Nothing else may be a key.
public enum MapKey: Sendable {
    /// `true` or `false`.
    case bool(Bool)
    /// A signed integer.
    case int(Int64)
    /// An unsigned integer; written differently from the equal signed one, yet found by it (see ``MapValue/value(for:)``).
    case uint(UInt64)
    /// A text, compared by code point.
    case string(String)

    /// The key that a value may stand for, or nil when values of its type cannot be keys.
    public init?(_ value: Value) {
        switch value {
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .int(value)
        case .uint(let value): self = .uint(value)
        case .string(let value): self = .string(value)
        default: return nil
        }
    }

    /// The key as a value.
    public var value: Value {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .uint(let value): .uint(value)
        case .string(let value): .string(value)
        }
    }

    /// A number that equal keys share and different ones hardly ever do.
    var fingerprint: UInt64 {
        switch self {
        case .bool(let value): value ? 1 : 0
        case .int(let value): UInt64(bitPattern: value)
        case .uint(let value): value
        case .string(let value): value.fingerprint
        }
    }

    /// The key by which equal numbers are found out: whole numbers as `int` where they fit.
    var oneSpelling: MapKey {
        if case .uint = self { otherSpelling ?? self } else { self }
    }

    /// The other spelling of the same whole number: `1u` for `1` and back, where both types can hold it.
    var otherSpelling: MapKey? {
        switch self {
        case .int(let value): UInt64(exactly: value).map(MapKey.uint)
        case .uint(let value): Int64(exactly: value).map(MapKey.int)
        default: nil
        }
    }
}

extension MapKey: Hashable {
    /// Same kind and same content; texts by code point.
    public static func == (left: MapKey, right: MapKey) -> Bool {
        switch (left, right) {
        case (.bool(let a), .bool(let b)): a == b
        case (.int(let a), .int(let b)): a == b
        case (.uint(let a), .uint(let b)): a == b
        case (.string(let a), .string(let b)): a.hasSameCodePoints(as: b)
        default: false
        }
    }

    /// Feeds kind and content to the hasher, in agreement with `==`.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .bool(let value): hasher.combine(value)
        case .int(let value): hasher.combine(value)
        case .uint(let value): hasher.combine(value)
        case .string(let value): value.hashCodePoints(into: &hasher)
        }
    }
}
