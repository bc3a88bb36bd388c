public import LifecycleModel

/// An accepted task with its results, as the objective "every accepted task is applied" sees it.
public struct AcceptedWork: Sendable, Hashable {
    /// Code and title.
    public var code, title: String
    /// The programme, by its code.
    public var programme: String?
    /// The day it passed acceptance.
    public var acceptedOn: CivilDate
    /// Its results that were delivered and not withdrawn; none: nothing proves a use.
    public var results: [ResultRecord]

    /// Creates a task.
    public init(code: String, title: String, programme: String? = nil, acceptedOn: CivilDate, results: [ResultRecord]) {
        self.code = code
        self.title = title
        self.programme = programme
        self.acceptedOn = acceptedOn
        self.results = results
    }
}

/// How many of the tasks accepted as a pass in some years are put into application, as known on a day.
///
/// Source: the scheme 2021–2025, section 1.2.2 c, "100 % nhiệm vụ … sau khi nghiệm thu đạt yêu cầu được đưa vào ứng dụng". It names no months, so
/// every task accepted in these years counts from the day of its acceptance, and use counts whenever it began.
public struct ApplicationShare: Sendable, Hashable {
    /// One task.
    public struct Case: Sendable, Hashable {
        /// The task.
        public var work: AcceptedWork
        /// Since when one of its results is in use by the evidence that counts; nil: none is.
        public var usedSince: CivilDate?
        /// Whether the months that a result has to come into use are not over; the task counts all the same.
        public var isRecent: Bool
    }

    /// The objective.
    public let goal: ProgrammeGoals.Goal
    /// The tasks that count, by code.
    public let cases: [Case]
    /// How many are in use, of how many.
    public let figure: UseFigure

    /// Counts the tasks accepted in the years, up to the day.
    public init(
        _ goal: ProgrammeGoals.Goal,
        _ tasks: some Sequence<AcceptedWork>,
        years: ClosedRange<Int>,
        knownOn day: CivilDate,
        terms: UseIndicator.Terms
    ) {
        self.goal = goal
        cases = tasks.filter { years.contains($0.acceptedOn.year) && $0.acceptedOn <= day }.sorted { $0.code < $1.code }.map { work in
            Case(
                work: work,
                usedSince: terms.firstUse(by: work.results.flatMap(\.evidence), knownOn: day),
                isRecent: terms.lastDay(acceptedOn: work.acceptedOn) > day
            )
        }
        figure = UseFigure(numerator: cases.count { $0.usedSince != nil }, denominator: cases.count, open: 0)
    }

    /// The tasks without a use.
    public var notApplied: [Case] { cases.filter { $0.usedSince == nil } }

    /// The rounded percentage less the objective, in points; nil when no task counts.
    public var gap: Fraction? { figure.gap(to: goal.atLeast) }
}
