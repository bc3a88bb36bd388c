/// A compiled expression, ready to run any number of times from any thread.
final class Program: Sendable {
    let root: any Node
    /// The variables by slot.
    let variables: [VariableName]
    /// The single facts that are read, by place: a field of a record, or a variable as a whole.
    let facts: [FactPath]
    let localCount: Int
    let limits: Limits
    let timeZones: TimeZoneLookup?

    init(root: any Node, variables: [VariableName], facts: [FactPath], localCount: Int, limits: Limits, timeZones: TimeZoneLookup?) {
        self.root = root
        self.variables = variables
        self.facts = facts
        self.localCount = localCount
        self.limits = limits
        self.timeZones = timeZones
    }

    /// Evaluates once over an activation. Nothing is allocated on the heap unless the expression creates texts, lists or maps.
    func run(_ activation: some Activation) throws(EvaluationError) -> Value {
        let rootCount = variables.count
        let count = rootCount + localCount
        return try withUnsafeTemporaryAllocation(of: Value?.self, capacity: count + 1) { memory throws(EvaluationError) in
            guard let start = memory.baseAddress else { throw EvaluationError(.limitExceeded(.steps)) }
            for slot in 0..<rootCount { (start + slot).initialize(to: activation.value(of: variables[slot])) }
            (start + rootCount).initialize(repeating: nil, count: localCount)
            defer { start.deinitialize(count: count) }
            var frame = Frame(
                roots: start,
                reader: nil,
                locals: start + rootCount,
                budget: Budget(steps: limits.steps),
                program: self
            )
            return try root.evaluate(&frame)
        }
    }

    /// Evaluates once over single facts, each read when it is needed.
    func run(reading reader: any FactReader) throws(EvaluationError) -> Value {
        try withUnsafeTemporaryAllocation(of: Value?.self, capacity: localCount + 1) { memory throws(EvaluationError) in
            guard let start = memory.baseAddress else { throw EvaluationError(.limitExceeded(.steps)) }
            start.initialize(repeating: nil, count: localCount)
            defer { start.deinitialize(count: localCount) }
            var frame = Frame(
                roots: start,
                reader: reader,
                locals: start,
                budget: Budget(steps: limits.steps),
                program: self
            )
            return try root.evaluate(&frame)
        }
    }
}
