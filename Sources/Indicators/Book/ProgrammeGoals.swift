public import LifecycleModel

/// What programmes promised in numbers.
public struct ProgrammeGoals: Sendable, Hashable {
    /// One countable goal.
    public struct Goal: Sendable, Hashable {
        /// Its identifier: `crop-varieties`.
        public var id: String
        /// The programme, by its code; nil for an objective of the whole scheme.
        public var programme: String?
        /// What is counted.
        public var name: Phrase
        /// The goal as printed: `ít nhất 03`.
        public var printed: String
        /// The least number that reaches it.
        public var atLeast: Fraction
        /// Whether the number is per cent of something rather than a count.
        public var isPercent: Bool
        /// Where it stands.
        public var basis: String

        /// Creates a goal.
        public init(id: String, programme: String?, name: Phrase, printed: String, atLeast: Fraction, isPercent: Bool, basis: String) {
            self.id = id
            self.programme = programme
            self.name = name
            self.printed = printed
            self.atLeast = atLeast
            self.isPercent = isPercent
            self.basis = basis
        }
    }

    /// The instrument.
    public var source: String
    /// The years it is for: a goal in per cent counts the tasks accepted in them.
    public var years: ClosedRange<Int>
    /// The definition of indicators by whose evidence a result is in use.
    public var useDefinition: String
    /// The goals in order.
    public var goals: [Goal]

    /// Creates the goals.
    public init(source: String, years: ClosedRange<Int>, useDefinition: String, goals: [Goal]) {
        self.source = source
        self.years = years
        self.useDefinition = useDefinition
        self.goals = goals
    }
}
