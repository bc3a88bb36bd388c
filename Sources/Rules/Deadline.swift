public import LifecycleModel
public import WorkingCalendar

/// A clock of the law: what starts it, how long it runs, what stops or suspends it and what passing it brings.
public struct Deadline: Sendable, Hashable {
    /// What people call it.
    public var label: Phrase
    /// What starts it.
    public var starts: [Start]
    /// Events of the same machine that stop it. It also stops when its machine's life ends.
    public var stops: [String]
    /// States in which it stands still.
    public var suspendedIn: [String]
    /// How long it runs.
    public var term: Term
    /// Number fact (`this.period`) the term is multiplied with, for the k-th period of a schedule.
    public var times: String?
    /// Whether it is counted back from the start date ("at least 1 month before the contract ends").
    public var isBackward: Bool
    /// A last day that is off moves to the next working day.
    public var rollsForward: Bool
    /// How long after due it is still let pass.
    public var grace: Term?
    /// How long after due everything is shut.
    public var lock: Term?
    /// Days relative to due on which people are reminded: -7 is a week before.
    public var reminders: [Int]
    /// Role that answers for it.
    public var owner: String
    /// What passing it brings; a deadline without a consequence is a fault.
    public var passing: [Consequence]
    /// The article it rests on.
    public var basis: String?
    /// How firmly it stands.
    public var standing: Standing

    /// What starts a clock.
    public struct Start: Sendable, Hashable {
        /// Event of the same machine, or nil: when the machine is opened.
        public var event: String?
        /// Date fact it counts from, or nil: the day the event happened. An open clock is started anew by a further start.
        public var from: String?

        /// Creates a start.
        public init(event: String?, from: String? = nil) {
            self.event = event
            self.from = from
        }
    }

    /// What passing a date brings.
    public struct Consequence: Sendable, Hashable {
        /// Which of the three dates.
        public var at: Date
        /// What happens.
        public var act: Act

        /// The three dates of a clock.
        public enum Date: String, Sendable, Hashable, CaseIterable {
            case due, grace, lock
        }

        /// What happens when a date is passed.
        public enum Act: Sendable, Hashable {
            /// The task carries a flag.
            case flag(String, Phrase)
            /// An automatic transition, fired by the system role.
            case fire(String)
            /// The host or the investigator is barred from new tasks until the clock is stopped.
            case bar(String, Phrase)
        }

        /// Creates a consequence.
        public init(at: Date, act: Act) {
            self.at = at
            self.act = act
        }
    }

    /// Creates a deadline.
    public init(
        label: Phrase,
        starts: [Start],
        stops: [String],
        suspendedIn: [String] = [],
        term: Term,
        times: String? = nil,
        isBackward: Bool = false,
        rollsForward: Bool = false,
        grace: Term? = nil,
        lock: Term? = nil,
        reminders: [Int] = [],
        owner: String,
        passing: [Consequence],
        basis: String?,
        standing: Standing
    ) {
        self.label = label
        self.starts = starts
        self.stops = stops
        self.suspendedIn = suspendedIn
        self.term = term
        self.times = times
        self.isBackward = isBackward
        self.rollsForward = rollsForward
        self.grace = grace
        self.lock = lock
        self.reminders = reminders
        self.owner = owner
        self.passing = passing
        self.basis = basis
        self.standing = standing
    }
}
