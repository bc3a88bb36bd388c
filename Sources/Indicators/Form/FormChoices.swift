public import LifecycleModel

/// How the tasks of a statistical form are counted: what the form itself leaves open.
public struct FormChoices: Sendable, Hashable {
    /// From when on a task counts as carried out.
    public enum Start: String, Sendable, Hashable, CaseIterable {
        /// The day of the decision that approves it.
        case awarded
        /// The day its contract is in force.
        case running
    }

    /// When a task must be under way to be counted.
    public enum UnderWay: String, Sendable, Hashable, CaseIterable {
        /// At any time of the year.
        case duringYear = "during-year"
        /// Still on 31 December.
        case atYearEnd = "at-year-end"
    }

    /// Which accepted tasks count as put into application.
    public enum Use: String, Sendable, Hashable, CaseIterable {
        /// Those first used in the year; use before acceptance counts on the day of acceptance.
        case firstUse = "first-use"
        /// Those accepted in the year and used by its end.
        case acceptedInYear = "accepted-in-year"
        /// Those whose months after acceptance end in the year and that were used by then: the cohort of the indicator.
        case monthsOverInYear = "months-over-in-year"
    }

    /// Which source of money is a task's main one.
    public enum MainSource: String, Sendable, Hashable, CaseIterable {
        /// The one that gives more; the State where both give the same.
        case largerPart = "larger-part"
        /// The State wherever it gives anything.
        case anyStateMoney = "any-state-money"
    }

    /// Where money comes from, as statistics part it.
    public enum MoneySource: String, Sendable, Hashable, CaseIterable {
        case centralBudget = "central-budget"
        case localBudget = "local-budget"
        case enterprise, university, foreign, other
    }

    /// From when on a task counts.
    public var start: Start
    /// When it must be under way.
    public var underWay: UnderWay
    /// When it counts as put into application.
    public var use: Use
    /// The name of the definition whose evidence proves a use.
    public var useDefinition: String
    /// Which source is the main one.
    public var mainSource: MainSource
    /// What state money is.
    public var stateMoney: MoneySource
    /// What other money is, by the kind of the host organisation; others: `other`.
    public var otherMoney: [String: MoneySource]
    /// Why each choice was made, in the words of the file.
    public var reasons: [Reason]

    /// A choice and the reason for it.
    public struct Reason: Sendable, Hashable {
        /// The choice: `started`.
        public var choice: String
        /// What was chosen: `awarded`.
        public var value: String
        /// Why.
        public var why: Phrase

        /// Creates a reason.
        public init(_ choice: String, _ value: String, _ why: Phrase) {
            self.choice = choice
            self.value = value
            self.why = why
        }
    }

    /// Creates choices.
    public init(
        start: Start = .awarded,
        underWay: UnderWay = .duringYear,
        use: Use = .firstUse,
        useDefinition: String,
        mainSource: MainSource = .largerPart,
        stateMoney: MoneySource = .localBudget,
        otherMoney: [String: MoneySource] = [:],
        reasons: [Reason] = []
    ) {
        self.start = start
        self.underWay = underWay
        self.use = use
        self.useDefinition = useDefinition
        self.mainSource = mainSource
        self.stateMoney = stateMoney
        self.otherMoney = otherMoney
        self.reasons = reasons
    }
}
