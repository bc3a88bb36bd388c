public import LifecycleModel
public import Statistics

extension UseIndicator.Terms {
    /// Since when a result is used, whenever that was: the earliest first use among the proofs that count; nil when none does.
    public func firstUse(of result: ResultRecord, knownOn day: CivilDate) -> CivilDate? {
        result.evidence.filter { objection(to: $0, lastDay: nil, knownOn: day) == nil }.map(\.firstUseOn).min()
    }

    /// The result as a curve of survival sees it: days from acceptance to its first use, or to the last day somebody looked; use before
    /// acceptance counts as use on that day. Nil when the acceptance was not on record.
    public func observation(of result: ResultRecord, knownOn day: CivilDate) -> Observation? {
        guard result.recordedOn <= day else { return nil }
        if let use = firstUse(of: result, knownOn: day) {
            return Observation(time: result.acceptedOn.days(to: use), hadEvent: true)
        }
        let last = min(result.followedUntil ?? day, day)
        return Observation(time: result.acceptedOn.days(to: last), hadEvent: false)
    }
}

/// How the use of each year's results grew: for results accepted in a year, how many were in use so many months after acceptance.
public struct CohortTable: Sendable, Hashable {
    /// Results accepted in one year, or the tasks they belong to, as the definition counts.
    public struct Row: Sendable, Hashable {
        /// The year of acceptance.
        public var year: Int
        /// The figures, one for each of the months; in each, what is not that old yet is `open`.
        public var figures: [UseFigure]
    }

    /// The months of the columns.
    public let months: [Int]
    /// The rows by year.
    public let rows: [Row]

    /// The months usually looked at: the early warnings, the verdict, the years of follow-up.
    public static let usualMonths = [3, 6, 9, 12, 18, 24, 36, 48, 60]

    /// Counts results as known on a day. The column of the definition's own months gives the same verdicts as the indicator.
    public init(
        _ results: some Sequence<ResultRecord>,
        knownOn day: CivilDate,
        terms: UseIndicator.Terms,
        months: [Int] = usualMonths
    ) {
        self.months = months
        let known = results.filter { $0.recordedOn <= day }.sorted { ($0.task, $0.number) < ($1.task, $1.number) }
        let years = Dictionary(grouping: known) { $0.acceptedOn.year }
        rows = years.sorted { $0.key < $1.key }.map { year, results in
            let figures = months.map { months in
                var terms = terms
                terms.months = months
                return UseFigure(terms.unit.counted(results.compactMap { terms.verdict(on: $0, knownOn: day) }).map(\.outcome))
            }
            return Row(year: year, figures: figures)
        }
    }
}
