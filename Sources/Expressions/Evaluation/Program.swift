/// A compiled expression, ready to run any number of times from any thread.
final class Program: Sendable {
    let root: any Node
    /// The variables by slot.
    let variables: [VariableName]
    let localCount: Int
    let limits: Limits
    let timeZones: TimeZoneLookup?

    init(root: any Node, variables: [VariableName], localCount: Int, limits: Limits, timeZones: TimeZoneLookup?) {
        self.root = root
        self.variables = variables
        self.localCount = localCount
        self.limits = limits
        self.timeZones = timeZones
    }

    /// Evaluates once over an activation.
    func run(_ activation: some Activation) throws(EvaluationError) -> Value {
        try run { activation.value(of: variables[$0]) }
    }

    /// Evaluates once over facts by slot. Nothing is allocated on the heap unless the expression creates texts, lists or maps.
    func run(_ fact: (_ slot: Int) -> Value?) throws(EvaluationError) -> Value {
        let rootCount = variables.count
        let count = rootCount + localCount
        return try withUnsafeTemporaryAllocation(of: Value?.self, capacity: count + 1) { memory throws(EvaluationError) in
            guard let start = memory.baseAddress else { throw EvaluationError(.limitExceeded(.steps)) }
            for slot in 0..<rootCount { (start + slot).initialize(to: fact(slot)) }
            (start + rootCount).initialize(repeating: nil, count: localCount)
            defer { start.deinitialize(count: count) }
            var frame = Frame(roots: start, locals: start + rootCount, budget: Budget(steps: limits.steps), program: self)
            return try root.evaluate(&frame)
        }
    }
}
