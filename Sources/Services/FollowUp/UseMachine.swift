public import Engine

/// What rule files call the small machines of results and of the proofs that they are used.
public enum UseMachine: String, Sendable, CaseIterable {
    /// A result; a proof that it is used.
    case result, evidence

    /// The machine of that number in a task.
    public func reference(_ number: Int64) -> MachineReference { MachineReference(kind: rawValue, number: number) }
}

extension MachineReference {
    /// Whether it is a result or a proof, and which of the two; nil for all others.
    public var use: UseMachine? { UseMachine(rawValue: kind) }
}
