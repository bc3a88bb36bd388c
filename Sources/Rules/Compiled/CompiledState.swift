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
