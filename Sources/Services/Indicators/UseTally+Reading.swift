public import Indicators
public import LifecycleModel
public import Store

extension UseTally {
    /// Counts the figure of one year: by how results and proofs stand, where that says everything, else by all that was ever decided about them.
    public init(
        of year: Int,
        under terms: UseIndicator.Terms,
        by grouping: ResultRecord.Grouping? = nil,
        knownOn day: CivilDate,
        today: CivilDate,
        in reader: any StoreReader
    ) throws {
        guard day >= today, terms.proofWithin == nil, let span = UseHistory.span(of: year, under: terms) else {
            let history = try UseHistory(of: year, under: terms, today: today, in: reader)
            self.init(history, of: year, under: terms, by: grouping, knownOn: day)
            return
        }
        let uses = try terms.firstUses(accepted: span, by: grouping, in: reader)
        self.init(uses, year: year, knownOn: day, terms: terms, isGrouped: grouping != nil)
    }

    /// Counts it by a history that was read.
    public init(
        _ history: UseHistory,
        of year: Int,
        under terms: UseIndicator.Terms,
        by grouping: ResultRecord.Grouping?,
        knownOn day: CivilDate
    ) {
        self.init(
            history.report(of: year, knownOn: day, under: terms),
            by: grouping,
            tasksWithoutResults: history.tasksWithoutResults(knownOn: day).filter { terms.lastDay(acceptedOn: $0.acceptedOn).year == year }
                .map(\.code)
        )
    }
}

extension UseIndicator.Terms {
    /// Since when the results of tasks accepted in a span of days are used, those of one task together.
    func firstUses(
        accepted span: ClosedRange<CivilDate>,
        by grouping: ResultRecord.Grouping? = nil,
        in reader: any StoreReader
    ) throws -> [FirstUse] {
        let filter = FirstUseFilter(
            accepted: span,
            kinds: kinds,
            states: EvidenceRecord.Standing.allCases.filter { $0 >= standing }.map(\.rawValue),
            group: grouping.flatMap { FirstUseFilter.Group(rawValue: $0.rawValue) }
        )
        return try reader.firstUses(filter).map {
            FirstUse(task: $0.task, acceptedOn: $0.acceptedOn, group: $0.group ?? "", isDelivered: $0.result != nil, day: $0.firstUse)
        }
    }
}
