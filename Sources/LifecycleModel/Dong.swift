public import CanonicalJSON

/// An amount of money in whole đồng (VND), with checked arithmetic and never floating point.
public struct Dong: Sendable, Hashable, Comparable, Codable {
    /// How many đồng; negative for an amount owed the other way.
    public let amount: Int64

    /// No money.
    public static let zero = Dong(0)

    /// So many đồng.
    public init(_ amount: Int64) {
        self.amount = amount
    }

    /// Whether this is less than nothing.
    public var isNegative: Bool { amount < 0 }

    /// Less comes first.
    public static func < (left: Dong, right: Dong) -> Bool {
        left.amount < right.amount
    }

    /// Reads a bare number.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(Int64.self))
    }

    /// Writes a bare number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(amount)
    }
}

extension Dong: ExpressibleByIntegerLiteral {
    /// So many đồng.
    public init(integerLiteral amount: Int64) {
        self.init(amount)
    }
}

extension Dong: JSONRepresentable {
    /// Reads an integer of đồng.
    public init(json: JSONValue) throws(JSONShapeFault) {
        guard let amount = json.int else {
            throw JSONShapeFault(path: "", expected: "a whole number of đồng", found: json.typeName)
        }
        self.init(amount)
    }

    /// An integer of đồng.
    public var json: JSONValue { .int(amount) }
}
