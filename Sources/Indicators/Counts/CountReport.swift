public import LifecycleModel

/// What was counted in a year, one by one.
public struct CountReport: Sendable, Hashable {
    /// One thing that counts.
    public struct Item: Sendable, Hashable {
        /// The task.
        public var task: CountedTask
        /// The number of its result, where results are counted.
        public var result: Int?
        /// The day by which it counts: of acceptance, award or signing.
        public var on: CivilDate
    }

    /// The year.
    public let year: Int
    /// The last day that was looked at.
    public let day: CivilDate
    /// The definition.
    public let terms: CountIndicator.Terms
    /// What counts, by task and result.
    public let items: [Item]

    /// The figure.
    public var count: Int { items.count }

    /// Counts; nothing that happened after the day is looked at.
    public init(_ tasks: some Sequence<CountedTask>, year: Int, day: CivilDate, terms: CountIndicator.Terms) {
        self.year = year
        self.day = day
        self.terms = terms
        items = tasks.filter { terms.levels.contains($0.level ?? "") }.sorted { $0.code < $1.code }
            .flatMap { Self.items(of: $0, in: year, until: day, terms.subject) }
    }

    /// How many of each group, by key.
    public func groups(by grouping: ResultRecord.Grouping) -> [(key: String, count: Int)] {
        Dictionary(grouping: items) { $0.task.group(grouping) }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.count) }
    }

    private static func items(of task: CountedTask, in year: Int, until day: CivilDate, _ subject: CountIndicator.Subject) -> [Item] {
        func item(_ date: CivilDate?, result: Int? = nil) -> [Item] {
            guard let date, date.year == year, date <= day else { return [] }
            return [Item(task: task, result: result, on: date)]
        }
        switch subject {
        case .tasksAccepted: return item(task.acceptedOn)
        case .tasksStarted: return item(task.awardedOn)
        case .tasksCarriedOut:
            guard let from = task.awardedOn, from <= day, from.year <= year, year <= day.year else { return [] }
            // What the day does not know of has not ended it.
            let over = [task.acceptedOn, task.endedOn].compactMap { $0 }.filter { $0 <= day }.min()
            return over.map { $0.year < year } ?? false ? [] : [Item(task: task, result: nil, on: from)]
        case .resultsCommercialised:
            let results = Dictionary(grouping: task.contracts, by: \.result).sorted { $0.key < $1.key }
            return results.flatMap { result, contracts in item(contracts.map(\.signedOn).min(), result: result) }
        }
    }
}
