public import LifecycleModel

/// What must be so after a row; what is left out may be anything.
public struct Expectation: Sendable, Hashable {
    /// Exactly these refusals, and nothing happens; nil when the event must happen. A refusal is named by the requirement's identifier, the
    /// form that is missing, the fact that is missing, or else by its code.
    public var blocked: Set<String>?
    /// Exactly these documents must come with the event: without any of them it is refused for these.
    public var needs: Set<String>?
    /// Exactly these facts come with the event, each as a rule file writes it: `?` behind one that it can happen without.
    public var asks: Set<String>?
    /// Exactly these events leave the state of a machine, whatever they require; an event that can mean several things stands there as often.
    public var next: [Onward]
    /// Where the task stands.
    public var position: String?
    /// The regime it is under.
    public var regime: String?
    /// How its life ended.
    public var end: String?
    /// How the lives of small machines ended.
    public var ends: [Ending]
    /// How many small machines the row opened, by kind; kinds that are not named must not have been opened.
    public var opened: [String: Int]?
    /// Where small machines stand.
    public var machines: [Stand]
    /// How clocks stand.
    public var clocks: [ClockStand]
    /// Exactly these flags stand.
    public var flags: Set<String>?
    /// Exactly these parties are barred by this task.
    public var bars: [String: Bar]?
    /// Facts and their values; nil for one that must not be known.
    public var facts: [FactStand]
    /// Exactly these public pages were put up by the row.
    public var pages: Set<String>?
    /// Exactly these events fired by themselves, `event` or `machine:number/event`, in any order.
    public var fired: [String]?

    /// Where small machines stand.
    public enum Stand: Sendable, Hashable {
        /// One of them stands in a state.
        case one(Target, state: String)
        /// There are so many of a kind.
        case count(kind: String, Int)
        /// So many of a kind stand in each of these states.
        case states(kind: String, [String: Int])
    }

    /// What can happen to a machine.
    public struct Onward: Sendable, Hashable {
        /// The machine.
        public var target: Target
        /// The events.
        public var events: [String]

        /// Creates one.
        public init(target: Target, events: [String]) {
            self.target = target
            self.events = events
        }
    }

    /// How the life of a small machine ended.
    public struct Ending: Sendable, Hashable {
        /// The machine.
        public var target: Target
        /// How.
        public var end: String

        /// Creates one.
        public init(target: Target, end: String) {
            self.target = target
            self.end = end
        }
    }

    /// How a clock stands.
    public struct ClockStand: Sendable, Hashable {
        /// The machine it belongs to.
        public var target: Target
        /// Its identifier.
        public var id: String
        /// How it stands.
        public var how: How

        /// How a clock can stand.
        public enum How: Sendable, Hashable {
            /// It runs and has these dates; grace and lock are only looked at when given.
            case dates(due: CivilDate?, grace: CivilDate?, lock: CivilDate?)
            /// It is so, whatever its dates.
            case word(Word)
        }

        /// Words for how a clock stands.
        public enum Word: String, Sendable, Hashable, CaseIterable {
            /// It runs.
            case open
            /// It runs and its last day is over.
            case passed
            /// It stands still.
            case suspended
            /// It was stopped in time.
            case met
            /// It was stopped too late.
            case late
            /// It was replaced by a new start.
            case replaced
            /// It ended with the life of its machine.
            case ended
            /// It never ran.
            case none
        }

        /// Creates one.
        public init(target: Target, id: String, how: How) {
            self.target = target
            self.id = id
            self.how = how
        }
    }

    /// How long a party is barred.
    public enum Bar: Sendable, Hashable {
        /// Until what bars it is mended.
        case open
        /// Up to and including a day.
        case until(CivilDate)
    }

    /// What is known of a fact.
    public struct FactStand: Sendable, Hashable {
        /// The machine whose fact it is; the task for `group.name`.
        public var target: Target
        /// `group.name`, or the bare name of a small machine's fact.
        public var path: String
        /// Its value; nil when it must not be known.
        public var value: Scenario.Detail?

        /// Creates one.
        public init(target: Target = .task, path: String, value: Scenario.Detail?) {
            self.target = target
            self.path = path
            self.value = value
        }
    }

    /// Expects nothing but that the event happens.
    public init() {
        next = []
        ends = []
        machines = []
        clocks = []
        facts = []
    }
}
