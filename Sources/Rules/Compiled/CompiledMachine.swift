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
    /// Its name.
    public let name: String
    /// What standing here means.
    public let meaning: Meaning
    /// Transitions that leave it, in the order of the rule file.
    public let transitions: [CompiledTransition]
    /// The events that leave it, each with its transitions; few enough to search in order.
    private let events: [(event: String, transitions: [CompiledTransition])]

    /// What standing in a state means, as events keep it.
    public final class Meaning: Sendable {
        /// How a life ends here (`Machine.State.End`), or nil.
        public let end: String?
        /// What it counts as, sorted.
        public let countsAs: [String]

        init(_ state: Machine.State?) {
            end = state?.end?.rawValue
            countsAs = (state?.countsAs ?? []).map(\.rawValue).sorted()
        }
    }

    init(_ name: String, _ definition: Machine.State?, transitions: [CompiledTransition]) {
        self.name = name
        meaning = Meaning(definition)
        self.transitions = transitions
        events = Dictionary(grouping: transitions, by: \.rule.event).map { (event: $0.key, transitions: $0.value) }
    }

    /// Transitions of one event that leave it, in the order of the rule file.
    public func transitions(of event: String) -> [CompiledTransition] {
        for place in events.indices where events[place].event == event { return events[place].transitions }
        return []
    }
}
