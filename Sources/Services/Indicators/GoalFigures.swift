public import Indicators
public import LifecycleModel
public import RuleLoading
public import Store

/// How far the programmes are with the goals of one scheme, from the rows beside the log.
public struct GoalFigures: Sendable {
    /// The scheme.
    public let scheme: ProgrammeGoals
    /// The definition whose evidence tells what is in use.
    public let terms: UseIndicator.Terms
    /// The countable goals.
    public let report: GoalReport
    /// The goals in per cent: the share of accepted tasks that are applied.
    public let shares: [ApplicationShare]

    /// Works out one scheme.
    ///
    /// - Parameters:
    ///   - programme: only its goals, and of the shares only its tasks; nil for all.
    ///   - today: the day that is taken for today, on or after the other one.
    public init(
        of scheme: ProgrammeGoals,
        under terms: UseIndicator.Terms,
        programme: String? = nil,
        knownOn day: CivilDate,
        today: CivilDate,
        in reader: any StoreReader
    ) throws {
        self.scheme = scheme
        self.terms = terms
        let serving = try UseHistory(UseFilter(namesGoal: true), today: today, in: reader)
        report = GoalReport(
            scheme.goals.filter { programme == nil || $0.programme == programme },
            serving.goalResults(knownOn: day),
            knownOn: day,
            terms: terms
        )
        let first = CivilDate(year: scheme.years.lowerBound, month: 1, day: 1)
        let last = CivilDate(year: scheme.years.upperBound, month: 12, day: 31)
        let span = first.flatMap { first in last.map { first...$0 } }
        let accepted = try UseHistory(UseFilter(accepted: span), today: today, in: reader)
        let results = Dictionary(grouping: accepted.results(knownOn: day), by: \.task)
        let works = accepted.tasks.filter { programme == nil || $0.programme == programme }.map { task in
            AcceptedWork(
                code: task.code,
                title: task.title,
                programme: task.programme,
                acceptedOn: task.acceptedOn,
                results: results[task.code] ?? []
            )
        }
        shares = scheme.goals.filter(\.isPercent).map { goal in
            ApplicationShare(goal, works, years: scheme.years, knownOn: day, terms: terms)
        }
    }

    /// Works out every scheme of the rule files.
    public static func all(
        by library: IndicatorLibrary,
        programme: String? = nil,
        knownOn day: CivilDate,
        today: CivilDate,
        in reader: any StoreReader
    ) throws -> [GoalFigures] {
        try library.goals.compactMap { scheme in
            // The files are checked: a definition that is not there is a fault of theirs.
            guard let use = library.definitions[scheme.useDefinition] else { return nil }
            return try GoalFigures(of: scheme, under: use.terms, programme: programme, knownOn: day, today: today, in: reader)
        }
    }
}
