/// How one value stands to another on an ordered line.
enum Order {
    case before
    case same
    case after
    /// One of the two is not a number: neither before, nor same, nor after.
    case none

    init<T: Comparable>(_ left: T, _ right: T) {
        self = left < right ? .before : (left == right ? .same : (left > right ? .after : .none))
    }
}

extension Value {
    /// The order of two values, or nil when their types have no common order.
    func order(to other: Value) -> Order? {
        switch (self, other) {
        case (.int(let a), .int(let b)): Order(a, b)
        case (.uint(let a), .uint(let b)): Order(a, b)
        case (.double(let a), .double(let b)): Order(a, b)
        case (.bool(let a), .bool(let b)): Order(a ? 1 : 0, b ? 1 : 0)
        case (.timestamp(let a), .timestamp(let b)): Order(a, b)
        case (.duration(let a), .duration(let b)): Order(a, b)
        case (.string(let a), .string(let b)):
            a.hasSameCodePoints(as: b) ? .same : (a.precedesByCodePoint(b) ? .before : .after)
        case (.bytes(let a), .bytes(let b)):
            a == b ? .same : (a.lexicographicallyPrecedes(b) ? .before : .after)
        default: numericOrder(to: other)
        }
    }

    /// The order of two numbers of different types on one number line, or nil when either is no number.
    ///
    /// A number beyond the range of the other type is simply outside it; within the range an integer meets a double as a double, as in the
    /// published conformance cases ("lossy" ones included).
    func numericOrder(to other: Value) -> Order? {
        switch (self, other) {
        case (.int(let a), .uint(let b)): a < 0 ? .before : Order(UInt64(a), b)
        case (.uint(let a), .int(let b)): b < 0 ? .after : Order(a, UInt64(b))
        case (.int(let a), .double(let b)): Self.order(a, b)
        case (.uint(let a), .double(let b)): Self.order(a, b)
        case (.double(let a), .int(let b)): Self.order(b, a).reversed
        case (.double(let a), .uint(let b)): Self.order(b, a).reversed
        default: nil
        }
    }

    private static func order<Whole: FixedWidthInteger>(_ whole: Whole, _ double: Double) -> Order {
        if double < Double(Whole.min) { return .after }
        if double > Double(Whole.max) { return .before }
        return Order(Double(whole), double)
    }
}

extension Order {
    fileprivate var reversed: Order {
        switch self {
        case .before: .after
        case .after: .before
        case .same, .none: self
        }
    }
}
