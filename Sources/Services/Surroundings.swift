public import LifecycleModel
public import Store
public import WorkingCalendar

/// What every use case is given: the store, who acts, what day and moment it is, and how dates are counted.
public struct Surroundings: Sendable {
    /// Where the record is kept.
    public let store: any Store
    /// Who acts: a person's code, or `system`.
    public let actor: String
    /// The day it is taken to be, for queries and batch jobs; the real day otherwise.
    public let today: CivilDate
    /// The moment stored as recorded; never set by a person.
    public let now: Moment
    /// The working calendar in force.
    public let calendar: WorkingCalendar
    /// The rule files, for what is looked up in them when an event is fired: the goals that results name. Nil: there are none.
    public let rules: RuleLibrary?

    /// Collects what use cases need.
    public init(
        store: any Store,
        actor: String,
        today: CivilDate,
        now: Moment,
        calendar: WorkingCalendar,
        rules: RuleLibrary? = nil
    ) {
        self.store = store
        self.actor = actor
        self.today = today
        self.now = now
        self.calendar = calendar
        self.rules = rules
    }
}

/// A use case could not be done for a reason a person can mend; the command line turns it into a message and an exit code.
public struct UseCaseFault: Error, Sendable, Hashable {
    /// What kind of trouble, for exit codes.
    public let kind: Kind
    /// Code for programs.
    public let code: String
    /// What is wrong.
    public let message: Phrase
    /// How to mend it.
    public let hint: Phrase?
    /// Reasons of the rules, when they refused.
    public let blockers: [Blocker]

    /// Kinds of trouble.
    public enum Kind: Sendable, Hashable {
        /// The rules refuse (exit 1).
        case refused
        /// A word of the command names nothing (exit 64).
        case usage
        /// Data given is wrong (exit 65).
        case badData
        /// Something needed is not there (exit 69).
        case unavailable
        /// Somebody else is doing it; it may go well later (exit 75).
        case tryAgain
    }

    /// Creates a fault.
    public init(_ kind: Kind, _ code: String, _ message: Phrase, hint: Phrase? = nil, blockers: [Blocker] = []) {
        self.kind = kind
        self.code = code
        self.message = message
        self.hint = hint
        self.blockers = blockers
    }
}

/// What a write answers: the numbers of its events and the new head of the log.
public struct Receipt: Sendable, Hashable {
    /// First and last event number; nil when nothing was written.
    public let events: ClosedRange<Int64>?
    /// The head of the log afterwards.
    public let head: LogHead

    /// Creates a receipt.
    public init(events: ClosedRange<Int64>?, head: LogHead) {
        self.events = events
        self.head = head
    }
}

extension Surroundings {
    /// The same on another day.
    public func on(_ day: CivilDate) -> Surroundings {
        Surroundings(store: store, actor: actor, today: day, now: now, calendar: calendar, rules: rules)
    }
}
