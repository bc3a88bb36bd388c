public import LifecycleModel
public import WorkingCalendar

/// Names one run of a clock within a task.
public struct DeadlineReference: Sendable, Hashable {
    /// The machine it belongs to.
    public var machine: MachineReference
    /// Deadline identifier, `NT-1`.
    public var id: String

    /// Creates a reference.
    public init(machine: MachineReference, id: String) {
        self.machine = machine
        self.id = id
    }
}

/// A clock was started: its dates, the inputs they were computed from, and what passing them brings.
public struct DeadlineStarted: Sendable, Hashable {
    /// Which clock.
    public var reference: DeadlineReference
    /// Its dates.
    public var dates: DeadlineDates
    /// The day its counting starts from.
    public var start: CivilDate
    /// How long, in which direction, with which grace and lock.
    public var terms: DeadlineTerms
    /// Role that answers for it.
    public var owner: String
    /// The article and how firmly it stands (`binding`, `model`, `assumed`).
    public var basis: String?
    /// How firmly the term stands.
    public var standing: String
    /// What passing brings.
    public var passing: [PassingAct]

    /// Creates the happening.
    public init(
        reference: DeadlineReference,
        dates: DeadlineDates,
        start: CivilDate,
        terms: DeadlineTerms,
        owner: String,
        basis: String?,
        standing: String,
        passing: [PassingAct]
    ) {
        self.reference = reference
        self.dates = dates
        self.start = start
        self.terms = terms
        self.owner = owner
        self.basis = basis
        self.standing = standing
        self.passing = passing
    }
}

/// What passing a date of a clock brings, as the event keeps it.
public struct PassingAct: Sendable, Hashable {
    /// `due`, `grace` or `lock`.
    public var at: String
    /// `flag`, `fire` or `bar`.
    public var act: String
    /// Flag identifier, event or party.
    public var subject: String
    /// Label of the flag or reason of the bar.
    public var text: Phrase?

    /// Creates an act.
    public init(at: String, act: String, subject: String, text: Phrase?) {
        self.at = at
        self.act = act
        self.subject = subject
        self.text = text
    }
}

/// A clock was stopped.
public struct DeadlineStopped: Sendable, Hashable {
    /// Which clock.
    public var reference: DeadlineReference
    /// The day.
    public var on: CivilDate
    /// How.
    public var manner: Manner

    /// How a clock can stop.
    public enum Manner: String, Sendable, Hashable, CaseIterable {
        /// in time
        case met
        /// after its due (or grace) date
        case late
        /// by a new start
        case replaced
        /// because its machine's life ended
        case ended
    }

    /// Creates the happening.
    public init(reference: DeadlineReference, on: CivilDate, manner: Manner) {
        self.reference = reference
        self.on = on
        self.manner = manner
    }
}

/// A clock of a task, running or done.
public struct Clock: Sendable, Hashable {
    /// How it was started.
    public var started: DeadlineStarted {
        get { start.value }
        set { start = StoredStart(newValue) }
    }
    /// Which clock; asking for it makes nothing else of how it was started.
    public var reference: DeadlineReference { start.reference }
    private(set) var start: StoredStart
    /// Its dates now.
    public var dates: DeadlineDates
    /// Half-open intervals in which it stood still; the last one may have no end yet.
    public var pauses: [Pause]
    /// How it was stopped.
    public var stopped: DeadlineStopped?

    /// An interval in which a clock stands still.
    public struct Pause: Sendable, Hashable {
        /// First day of standing still.
        public var from: CivilDate
        /// First day of running again; nil while it stands.
        public var until: CivilDate?
    }

    /// A clock that just started.
    public init(started: DeadlineStarted) {
        start = StoredStart(started)
        dates = started.dates
        pauses = []
    }

    /// A clock as a snapshot has it.
    init(start: StoredStart, dates: DeadlineDates, pauses: [Pause], stopped: DeadlineStopped?) {
        self.start = start
        self.dates = dates
        self.pauses = pauses
        self.stopped = stopped
    }

    /// The last day on which acting still counts as in time.
    public var lastDay: CivilDate { dates.grace ?? dates.due }

    /// Its pauses as the calendar counts them, the open one taken to end on a day.
    public func suspensions(until day: CivilDate) -> [Suspension] {
        pauses.map { Suspension(from: $0.from, until: $0.until ?? day) }
    }

    /// Whether it has not been stopped.
    public var isOpen: Bool { stopped == nil }
    /// Whether it stands still now.
    public var isSuspended: Bool { isOpen && pauses.last.map { $0.until == nil } ?? false }

    /// Whether it was, or by this day still is, kept.
    public func isMet(on day: CivilDate) -> Bool {
        if let stopped { stopped.manner != .late } else { isSuspended || day <= lastDay }
    }

    /// Whether its last day went by without it being stopped in time.
    public func isPassed(on day: CivilDate) -> Bool { !isMet(on: day) }

    /// Whether its lock date is past (while it still runs).
    public func isLocked(on day: CivilDate) -> Bool {
        guard let lock = dates.lock, isOpen, !isSuspended else { return false }
        return day > lock
    }
}
