import Rules

/// What a suite of scenarios touched of a regime: which transitions were taken, which requirements were seen to hold and to refuse, which
/// deadlines were started, stopped and passed, and which ends were reached.
public struct Coverage: Sendable, Hashable {
    /// Every transition of every machine, the task's first, in the order of the rule files.
    public internal(set) var transitions: [TransitionUse]
    /// Every deadline, the task's first.
    public internal(set) var deadlines: [DeadlineUse]
    /// Every state in which a life ends, the task's first.
    public internal(set) var ends: [EndUse]

    /// A transition and how often it was taken.
    public struct TransitionUse: Sendable, Hashable {
        /// The machine: `task` or a small machine's identifier.
        public let machine: String
        /// The transition's place in the machine.
        public let index: Int
        /// Its event.
        public let event: String
        /// The states it leaves.
        public let from: [String]
        /// The state it enters; nil when it stays.
        public let to: String?
        /// How often it was taken.
        public internal(set) var taken: Int
        /// Its requirements, in order.
        public internal(set) var requirements: [RequirementUse]
        /// Its roles, and how often somebody with one of them alone took it.
        public internal(set) var roles: [PartUse]
        /// The documents it asks for, and how often it was seen to refuse without one.
        public internal(set) var documents: [PartUse]
    }

    /// A role or a document of a transition and how often it was seen to matter.
    public struct PartUse: Sendable, Hashable {
        /// The role's identifier or the form's code.
        public let name: String
        /// How often it was seen.
        public internal(set) var seen: Int
    }

    /// A requirement and how often it was judged.
    public struct RequirementUse: Sendable, Hashable {
        /// Its identifier.
        public let id: String
        /// How often it held.
        public internal(set) var held: Int
        /// How often it did not.
        public internal(set) var refused: Int
    }

    /// A deadline and what was seen of it.
    public struct DeadlineUse: Sendable, Hashable {
        /// The machine: `task` or a small machine's identifier.
        public let machine: String
        /// Its identifier.
        public let id: String
        /// How often it was started.
        public internal(set) var started: Int
        /// How often an event stopped it.
        public internal(set) var stopped: Int
        /// How often its last day was seen to be over while it ran.
        public internal(set) var passed: Int
    }

    /// An end of a life and how often it was reached.
    public struct EndUse: Sendable, Hashable {
        /// The machine: `task` or a small machine's identifier.
        public let machine: String
        /// The state.
        public let state: String
        /// How often it was reached.
        public internal(set) var reached: Int
    }

    /// Nothing touched yet.
    init(_ regime: Regime) {
        let machines = [(Regime.taskMachine, regime.task)] + regime.machines.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        transitions = machines.flatMap { id, machine in
            machine.transitions.enumerated().map { index, transition in
                TransitionUse(
                    machine: id,
                    index: index,
                    event: transition.event,
                    from: transition.from,
                    to: transition.to,
                    taken: 0,
                    requirements: transition.requires.map { RequirementUse(id: $0.id, held: 0, refused: 0) },
                    roles: transition.by.map { PartUse(name: $0, seen: 0) },
                    documents: transition.documents.map { PartUse(name: $0, seen: 0) }
                )
            }
        }
        deadlines = machines.flatMap { id, machine in
            machine.deadlines.keys.sorted().map { DeadlineUse(machine: id, id: $0, started: 0, stopped: 0, passed: 0) }
        }
        ends = machines.flatMap { id, machine in
            machine.states.filter { $0.value.end != nil }.keys.sorted().map { EndUse(machine: id, state: $0, reached: 0) }
        }
    }
}
