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
            return try run(roots: start, reader: nil, locals: start + rootCount)
        }
    }

    /// Evaluates once over single facts, each read when it is needed.
    func run(reading reader: FactReader) throws(EvaluationError) -> Value {
        try withExtendedLifetime(reader) { () throws(EvaluationError) in
            let reader = Unmanaged.passUnretained(reader)
            guard localCount > 0 else { return try run(roots: nil, reader: reader, locals: nil) }
            return try withUnsafeTemporaryAllocation(of: Value?.self, capacity: localCount) { memory throws(EvaluationError) in
                memory.initialize(repeating: nil)
                defer { memory.deinitialize() }
                return try run(roots: nil, reader: reader, locals: memory.baseAddress)
            }
        }
    }

    private func run(
        roots: UnsafeMutablePointer<Value?>?,
        reader: Unmanaged<FactReader>?,
        locals: UnsafeMutablePointer<Value?>?
    ) throws(EvaluationError) -> Value {
        var frame = Frame(
            roots: roots,
            reader: reader,
            locals: locals,
            budget: Budget(steps: limits.steps),
            program: Unmanaged.passUnretained(self)
        )
        return try withExtendedLifetime(self) { () throws(EvaluationError) in try root.evaluate(&frame) }
    }
}
