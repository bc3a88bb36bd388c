public import LifecycleModel

/// A finite machine: the task's own life, or that of a thing that exists many times beside it.
public struct Machine: Sendable, Hashable {
    /// What people call it.
    public var label: Phrase
    /// Where a new one stands. For the task: `stage/state`.
    public var initial: String
    /// Its states by name (`stage/state` for the task, `state` for the others).
    public var states: [String: State]
    /// Facts of one of these things, read in expressions as `this.name` from inside and through `machines.<id>` from outside; empty for the task.
    public var facts: [String: Fact]
    /// What can happen to it.
    public var transitions: [Transition]
    /// Clocks that run while it lives, by identifier (`NT-1`).
    public var deadlines: [String: Deadline]

    /// Creates a machine.
    public init(
        label: Phrase,
        initial: String,
        states: [String: State],
        facts: [String: Fact] = [:],
        transitions: [Transition],
        deadlines: [String: Deadline] = [:]
    ) {
        self.label = label
        self.initial = initial
        self.states = states
        self.facts = facts
        self.transitions = transitions
        self.deadlines = deadlines
    }

    /// A state: meaning is in its fields, never in its name.
    public struct State: Sendable, Hashable {
        /// What people call it.
        public var label: Phrase
        /// Set when life ends here.
        public var end: End?
        /// What a task here counts as.
        public var countsAs: Set<Standing>

        /// How a life can end.
        public enum End: String, Sendable, Hashable, CaseIterable {
            case completed, withdrawn, cancelled, terminated, failed, missed
            case notSelected = "not-selected"
        }

        /// What a position counts as in overviews and indicators.
        public enum Standing: String, Sendable, Hashable, CaseIterable {
            /// a host has been approved
            case awarded
            /// research is being carried out
            case running
            /// accepted with at least a pass
            case accepted
            /// the result is in practical use
            case applied
        }

        /// Creates a state.
        public init(label: Phrase, end: End? = nil, countsAs: Set<Standing> = []) {
            self.label = label
            self.end = end
            self.countsAs = countsAs
        }
    }
}

/// One thing that can happen to a machine: an event, from where to where, by whom, under which requirements, with which effects.
public struct Transition: Sendable, Hashable {
    /// The event's name, a verb phrase: `award`.
    public var event: String
    /// What people call the act.
    public var label: Phrase
    /// States it leaves; already expanded, never a pattern.
    public var from: [String]
    /// The state it enters, or nil when it stays where it is (a record made on the way).
    public var to: String?
    /// Roles that may fire it.
    public var by: [String]
    /// Facts that come with it.
    public var records: [Recorded]
    /// What must hold. All are evaluated, none hides another.
    public var requires: [Requirement]
    /// Forms that must be attached, with number and date, when it fires.
    public var documents: [String]
    /// Forms the program makes for it.
    public var produces: [String]
    /// What else it does.
    public var effects: [Effect]
    /// Law it rests on.
    public var basis: String?
    /// Days the happening may lie before the day it is recorded; nil for no limit.
    public var recordWithin: Int?

    /// A fact that comes with an event.
    public struct Recorded: Sendable, Hashable {
        /// `group.name`, or `this.name` in a small machine.
        public var fact: String
        /// Whether the event cannot happen without it.
        public var isRequired: Bool

        /// Creates one.
        public init(fact: String, isRequired: Bool = true) {
            self.fact = fact
            self.isRequired = isRequired
        }
    }

    /// Creates a transition.
    public init(
        event: String,
        label: Phrase,
        from: [String],
        to: String?,
        by: [String],
        records: [Recorded] = [],
        requires: [Requirement] = [],
        documents: [String] = [],
        produces: [String] = [],
        effects: [Effect] = [],
        basis: String? = nil,
        recordWithin: Int? = nil
    ) {
        self.event = event
        self.label = label
        self.from = from
        self.to = to
        self.by = by
        self.records = records
        self.requires = requires
        self.documents = documents
        self.produces = produces
        self.effects = effects
        self.basis = basis
        self.recordWithin = recordWithin
    }
}
