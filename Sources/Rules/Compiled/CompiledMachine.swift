/// A machine with its transitions compiled and its tables laid out for deciding.
public final class CompiledMachine: Sendable {
    /// Its identifier: `task` or that of a small machine.
    public let id: String
    /// The machine as the rule file says it.
    public let definition: Machine
    /// Its states by name.
    public let states: [String: CompiledState]
    /// Its clocks, by identifier.
    public let deadlines: [CompiledDeadline]
    /// Clocks that stand still in some states.
    public let suspendable: [CompiledDeadline]
    /// Clocks that start when the machine is opened.
    public let openings: [ClockTurn]

    init(id: String, definition: Machine, states: [String: CompiledState], deadlines: [CompiledDeadline]) {
        self.id = id
        self.definition = definition
        self.states = states
        self.deadlines = deadlines
        suspendable = deadlines.filter { !$0.rule.suspendedIn.isEmpty }
        openings = deadlines.compactMap { ClockTurn($0, event: nil) }
    }
}

/// A state with what leaves it.
public final class CompiledState: Sendable {
    /// How a life ends here (`Machine.State.End`), or nil.
    public let end: String?
    /// What it counts as, sorted.
    public let countsAs: [String]
    /// Transitions that leave it, in the order of the rule file.
    public let transitions: [CompiledTransition]
    private let byEvent: [String: [CompiledTransition]]

    init(_ definition: Machine.State?, transitions: [CompiledTransition]) {
        end = definition?.end?.rawValue
        countsAs = (definition?.countsAs ?? []).map(\.rawValue).sorted()
        self.transitions = transitions
        byEvent = Dictionary(grouping: transitions, by: \.rule.event)
    }

    /// Transitions of one event that leave it, in the order of the rule file.
    public func transitions(of event: String) -> [CompiledTransition] {
        byEvent[event] ?? []
    }
}
