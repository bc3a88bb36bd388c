public import LifecycleModel

/// One thing that must hold before a transition may fire.
///
/// A requirement is either a clause in the Common Expression Language or a word with a fixed meaning; both compile to one
/// expression (see `Requirement.Condition.source`), so that checking, evaluating and explaining know only one kind.
public struct Requirement: Sendable, Hashable {
    /// Identifier, unique within the transition.
    public var id: String
    /// What is asked.
    public var condition: Condition
    /// What to tell the person when it does not hold.
    public var message: Phrase
    /// The article that asks it.
    public var basis: String?
    /// Roles that can mend it.
    public var cure: [String]

    /// What is asked: a clause or one of the fixed words.
    public enum Condition: Sendable, Hashable {
        /// A CEL clause of type bool.
        case clause(String)
        /// Documents are there, numbered and dated: attached before, or with this event.
        case documents([String])
        /// The actor is not the one who fired any of these events on this task.
        case separateFrom([String])
        /// The clock has run and was, or still is, kept: stopped by its due (or grace) date, or that date is not yet past.
        case deadlineMet(String)
        /// The clock's due (and grace) date is past and it was not stopped in time.
        case deadlinePassed(String)
        /// The clock's lock date is not past.
        case notLocked(String)
        /// Small machines stand in given states.
        case machines(String, Quantifier, [String])
        /// An amount is at most the value of an integer CEL expression.
        case atMost(amount: String, limit: String)
        /// A council session of this kind is concluded with one of these results.
        case council(String, results: [String])
        /// Nothing bars this party: `host` or `investigator`.
        case noBar(String)
        /// These facts are known.
        case known([String])
    }

    /// How many of the small machines.
    public enum Quantifier: Sendable, Hashable {
        case every, some, none
        case atLeast(Int)
    }

    /// Creates a requirement.
    public init(id: String, condition: Condition, message: Phrase, basis: String? = nil, cure: [String] = []) {
        self.id = id
        self.condition = condition
        self.message = message
        self.basis = basis
        self.cure = cure
    }
}

/// What a transition does beside moving the machine; a closed set.
public enum Effect: Sendable, Hashable {
    /// Opens small machines: one, or one for each period of a schedule that is not open yet.
    case open(machine: String, schedule: Schedule?, facts: [String: String])
    /// Moves all small machines of that kind that stand in `states` to `to`, with their clocks stopped.
    case close(machine: String, states: [String], to: String)
    /// Sets a fact to the value of a CEL expression, read after the event's own facts are known.
    case set(fact: String, expression: String)
    /// Raises a flag on the task, shown until it is cleared.
    case raise(flag: String, label: Phrase)
    /// Clears a flag.
    case clear(flag: String)
    /// Bars the host or investigator from new tasks, for some months or until lifted.
    case bar(party: String, reason: Phrase, months: Int?, basis: String?)
    /// Lifts the bars this task put on the party.
    case lift(party: String)
    /// Puts the task on a public page.
    case publish(page: String)
    /// Moves the task under another regime at the given position; a person's recorded decision about a task that straddles two laws.
    case setRegime(regime: String, position: String)

    /// A series of equal periods counted from a date.
    public struct Schedule: Sendable, Hashable {
        /// Months of one period.
        public var everyMonths: Int
        /// Date fact it is counted from.
        public var from: String
        /// Number of periods, when fixed.
        public var count: Int?
        /// The parameter that the number of periods was taken from, if it was.
        public var countParameter: String?
        /// Date fact no period may end after, when not fixed.
        public var until: String?

        /// Creates a schedule.
        public init(everyMonths: Int, from: String, count: Int? = nil, countParameter: String? = nil, until: String? = nil) {
            self.everyMonths = everyMonths
            self.from = from
            self.count = count
            self.countParameter = countParameter
            self.until = until
        }
    }
}
