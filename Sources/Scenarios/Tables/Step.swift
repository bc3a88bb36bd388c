public import Engine
public import LifecycleModel

/// One row of a story: an event somebody fires, or days that pass; and what must be so afterwards.
public struct Step: Sendable, Hashable {
    /// Where the row is written.
    public var place: Scenario.Place
    /// The day of the row.
    public var day: CivilDate
    /// What is done; nil when only time passes and what deadlines fire by themselves happens.
    public var deed: Deed?
    /// What must be so on that day afterwards.
    public var expected: Expectation

    /// Creates a row.
    public init(place: Scenario.Place, day: CivilDate, deed: Deed?, expected: Expectation = Expectation()) {
        self.place = place
        self.day = day
        self.deed = deed
        self.expected = expected
    }
}

/// An event that somebody fires on a task or one of its small machines.
public struct Deed: Sendable, Hashable {
    /// The event's name.
    public var event: String
    /// What it is fired on.
    public var target: Target
    /// Who fires it.
    public var actor: Actor
    /// Who else could: with each of them the same must come out. What happens is the first one's.
    public var others: [Actor]
    /// The day it is recorded; nil for the day it happens.
    public var recordedOn: CivilDate?
    /// Facts that come with it, by `group.name` or `this.name`.
    public var facts: [String: Scenario.Detail]
    /// Documents that come with it; nil for exactly those the transition asks for, dated that day.
    public var papers: [Paper]?
    /// What bars the parties and how many other tasks they carry out.
    public var circumstances: Circumstances

    /// A document that comes with an event.
    public struct Paper: Sendable, Hashable {
        /// Form code.
        public var form: String
        /// Date on it; nil for the day of the event.
        public var date: CivilDate?

        /// Creates a paper.
        public init(form: String, date: CivilDate? = nil) {
            self.form = form
            self.date = date
        }
    }

    /// Creates a deed.
    public init(
        event: String,
        target: Target = .task,
        actor: Actor,
        others: [Actor] = [],
        recordedOn: CivilDate? = nil,
        facts: [String: Scenario.Detail] = [:],
        papers: [Paper]? = nil,
        circumstances: Circumstances = Circumstances()
    ) {
        self.event = event
        self.target = target
        self.actor = actor
        self.others = others
        self.recordedOn = recordedOn
        self.facts = facts
        self.papers = papers
        self.circumstances = circumstances
    }
}

/// A machine as a row names it: the task, `dossier:2`, or the newest of a kind.
public struct Target: Sendable, Hashable {
    /// `task` or the small machine's identifier.
    public var kind: String
    /// Its number; nil for the newest.
    public var number: Int64?

    /// Creates a target.
    public init(kind: String, number: Int64? = nil) {
        self.kind = kind
        self.number = number
    }

    /// The task itself.
    public static let task = Target(kind: MachineReference.task.kind, number: 0)

    /// The machine it means in a state of the task; its number is 1 when there is none yet.
    public func reference(in state: TaskState) -> MachineReference {
        MachineReference(kind: kind, number: number ?? max(1, Int64(state.machines[kind]?.count ?? 0)))
    }
}
