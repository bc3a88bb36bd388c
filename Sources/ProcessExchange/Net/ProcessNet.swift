public import LifecycleModel

/// A machine as a place/transition net: a workflow net with one source and one sink. What stands in the way of an act (facts, roles, days) is not
/// in it.
public struct ProcessNet: Sendable, Hashable {
    /// Identifier of the net: the regime's, with the machine's after a dot for a small one.
    public let id: String
    /// What people call it.
    public let label: Phrase
    /// Places; the first is the source, which holds the one token, the last the sink.
    public internal(set) var places: [Place] = []
    /// Transitions, in the order of the rule files.
    public internal(set) var transitions: [Transition] = []

    /// A place: a state of the machine, or an end of the net.
    public struct Place: Sendable, Hashable {
        /// Identifier, `stage/state` for a state of the task.
        public let id: String
        /// What people call it.
        public let label: Phrase
        /// Where it stands in a drawing.
        public let column, row: Int
    }

    /// A transition of the net: one act from one state to one state.
    public struct Transition: Sendable, Hashable {
        /// The activity as the event log names it; nil when nothing is seen of it.
        public let activity: String?
        /// What people call it.
        public let label: Phrase
        /// Places it takes a token from.
        public let inputs: [String]
        /// Places it puts a token into.
        public let outputs: [String]
    }

    /// Identifiers of the places that no state has.
    public static let source = "source", sink = "sink", beside = "beside"

    init(id: String, label: Phrase) {
        self.id = id
        self.label = label
    }

    /// Adds a transition unless one just like it is there.
    mutating func add(_ activity: String?, _ label: Phrase, from inputs: [String], to outputs: [String]) {
        let isKnown = transitions.contains { $0.activity == activity && $0.inputs == inputs && $0.outputs == outputs }
        if !isKnown { transitions.append(Transition(activity: activity, label: label, inputs: inputs, outputs: outputs)) }
    }
}

/// What the event log and the nets call the acts on a machine.
public enum Activity {
    /// The task came into the system.
    public static let registered = "registered"
    /// A small machine was opened.
    public static let opened = "opened"

    /// `award` on the task, `council-session/conclude` on a small machine; the notation of deadlines in rule files.
    public static func name(_ event: String, machine: String, task: String = "task") -> String {
        machine == task ? event : "\(machine)/\(event)"
    }
}
