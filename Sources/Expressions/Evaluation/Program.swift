/// A compiled expression, ready to run any number of times from any thread.
struct Program: Sendable {
    let root: any Node
    /// The full names of the variables, by slot.
    let slotNames: [String]
    let localCount: Int
    let limits: Limits
    let timeZones: TimeZoneLookup?

    /// Evaluates once. Nothing is allocated on the heap unless the expression creates texts, lists or maps.
    func run(_ activation: some Activation) throws(EvaluationError) -> Value {
        let count = slotNames.count + localCount
        let outcome = withUnsafeTemporaryAllocation(of: Value?.self, capacity: max(1, count)) { memory in
            run(activation, memory, count)
        }
        return try outcome.get()
    }

    private func run(
        _ activation: some Activation,
        _ memory: UnsafeMutableBufferPointer<Value?>,
        _ count: Int
    ) -> Result<Value, EvaluationError> {
        guard let start = memory.baseAddress else { return .failure(EvaluationError(.limitExceeded(.steps))) }
        for (slot, name) in slotNames.enumerated() { (start + slot).initialize(to: activation.value(of: name)) }
        (start + slotNames.count).initialize(repeating: nil, count: localCount)
        defer { start.deinitialize(count: count) }
        var frame = Frame(
            roots: start,
            locals: start + slotNames.count,
            budget: Budget(steps: limits.steps),
            limits: limits,
            timeZones: timeZones
        )
        do throws(EvaluationError) {
            return .success(try root.evaluate(&frame))
        } catch {
            return .failure(error)
        }
    }
}
