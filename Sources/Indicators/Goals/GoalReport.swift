public import LifecycleModel

/// How far programmes are with their countable goals, as known on a day: what was promised, delivered and is in use.
public struct GoalReport: Sendable, Hashable {
    /// One result that counts towards a goal.
    public struct Item: Sendable, Hashable {
        /// The result.
        public var result: GoalResult
        /// Since when it is in use by the evidence that counts; nil while it is not, or not delivered.
        public var usedSince: CivilDate?
    }

    /// How far one goal is.
    public struct Line: Sendable, Hashable {
        /// The goal.
        public var goal: ProgrammeGoals.Goal
        /// The results that name it, by task and number.
        public var items: [Item]
    }

    /// The goals in their order, also those that no result names.
    public let lines: [Line]
    /// The day whose knowledge it rests on.
    public let knownOn: CivilDate

    /// Counts. Goals in per cent are no counts and are left out; so are results that name no goal of these.
    ///
    /// - Parameter terms: whose kinds and standing of evidence tell what is in use; its months are not asked for.
    public init(
        _ goals: some Sequence<ProgrammeGoals.Goal>,
        _ results: some Sequence<GoalResult>,
        knownOn day: CivilDate,
        terms: UseIndicator.Terms
    ) {
        let serving = Dictionary(grouping: results, by: \.goal)
        lines = goals.filter { !$0.isPercent }.map { goal in
            let own = (serving[goal.id] ?? []).sorted { ($0.task, $0.number) < ($1.task, $1.number) }
            return Line(
                goal: goal,
                items: own.map { result in
                    Item(result: result, usedSince: result.delivered.flatMap { _ in terms.firstUse(by: result.evidence, knownOn: day) })
                }
            )
        }
        knownOn = day
    }
}

extension GoalReport.Line {
    /// The quantities promised, added up.
    public var promised: Int64 { total(items.map(\.result.promised)) }

    /// The quantities delivered.
    public var delivered: Int64 { total(items.compactMap(\.result.delivered)) }

    /// The quantities delivered of the results in use.
    public var inUse: Int64 { total(items.filter { $0.usedSince != nil }.compactMap(\.result.delivered)) }

    /// What is delivered less the goal: below zero when it falls short.
    public var gap: Fraction? { gap(of: delivered) }

    /// What is in use less the goal.
    public var gapInUse: Fraction? { gap(of: inUse) }

    /// Whether as much is delivered as was set as the goal.
    public var isReached: Bool { Fraction(delivered) >= goal.atLeast }

    private func gap(of quantity: Int64) -> Fraction? { try? Fraction(quantity).subtracting(goal.atLeast) }

    /// A sum that stays at the greatest number there is; nobody's results are as many.
    private func total(_ quantities: [Int64]) -> Int64 {
        quantities.reduce(0) { sum, quantity in
            let (next, isTooMuch) = sum.addingReportingOverflow(quantity)
            return isTooMuch ? .max : next
        }
    }
}

extension UseIndicator.Terms {
    /// The earliest use that is proved by evidence of these kinds and standing, as known on a day, however long after the acceptance.
    public func firstUse(by evidence: some Sequence<EvidenceRecord>, knownOn day: CivilDate) -> CivilDate? {
        evidence.filter { objection(to: $0, lastDay: nil, knownOn: day) == nil }.map(\.firstUseOn).min()
    }
}
