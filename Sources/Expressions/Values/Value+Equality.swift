extension Value {
    /// The equality of the language (`==`): numbers compare on one number line across `int`, `uint` and `double`, a not-a-number equals
    /// nothing, lists and maps compare element by element, and values of different kinds are unequal.
    public func equals(_ other: Value) -> Bool {
        var budget = Budget.unlimited
        return (try? equals(other, budget: &budget)) ?? false
    }

    /// Equality that pays for each element it looks at: shared sub-lists can make a small value logically huge.
    func equals(_ other: Value, budget: inout Budget) throws(EvaluationError) -> Bool {
        switch (self, other) {
        case (.int(let a), .int(let b)): return a == b
        case (.string(let a), .string(let b)): return a.hasSameCodePoints(as: b)
        case (.bool(let a), .bool(let b)): return a == b
        case (.uint(let a), .uint(let b)): return a == b
        case (.double(let a), .double(let b)): return a == b
        case (.null, .null): return true
        case (.bytes(let a), .bytes(let b)): return a == b
        case (.timestamp(let a), .timestamp(let b)): return a == b
        case (.duration(let a), .duration(let b)): return a == b
        case (.type(let a), .type(let b)): return a == b
        case (.list(let a), .list(let b)): return try Self.equal(a, b, budget: &budget)
        case (.map(let a), .map(let b)): return try Self.equal(a, b, budget: &budget)
        default:
            guard let order = numericOrder(to: other) else { return false }
            return order == .same
        }
    }

    private static func equal(_ left: [Value], _ right: [Value], budget: inout Budget) throws(EvaluationError) -> Bool {
        guard left.count == right.count else { return false }
        for place in left.indices {
            try budget.charge(1)
            guard try left[place].equals(right[place], budget: &budget) else { return false }
        }
        return true
    }

    private static func equal(_ left: MapValue, _ right: MapValue, budget: inout Budget) throws(EvaluationError) -> Bool {
        guard left.count == right.count else { return false }
        for entry in left.entries {
            try budget.charge(1)
            guard let found = right.value(for: entry.key.value) else { return false }
            guard try entry.value.equals(found, budget: &budget) else { return false }
        }
        return true
    }
}
