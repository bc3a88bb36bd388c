public import LifecycleModel
public import Store

/// The manager's one screen: tasks by stage, what is overdue and by whom, money, and how much of what was accepted is in use.
public struct Overview: Sendable {
    /// Tasks by regime and position.
    public let positions: [PositionCount]
    /// Open clocks past their last day, oldest first.
    public let overdue: [DeadlineRow]
    /// Host of each task with an overdue clock.
    public let hosts: [String: String]
    /// Definition each of those tasks is pinned to, whose labels its clocks have.
    public let definitions: [String: String]
    /// Planned state and counterpart money of tasks that are being carried out, by year of proposal.
    public let money: [(year: Int64, tasks: Int, state: Dong, counterpart: Dong)]
    /// Indicator 20 so far, by year of the twelfth month.
    public let application: [ApplicationShare]
    /// Numbers of tasks, events.
    public let statistics: StoreStatistics
    /// Head of the log.
    public let head: LogHead

    /// Share of accepted tasks in practical use twelve months after acceptance (indicator 20), for the tasks whose twelfth month falls in a year.
    public struct ApplicationShare: Sendable, Hashable {
        /// The year.
        public let year: Int
        /// Tasks accepted whose twelfth month has come.
        public let accepted: Int
        /// Of them, in practical use by then.
        public let applied: Int
        /// Accepted tasks whose twelfth month still lies ahead in that year: shown, not counted.
        public let pending: Int

        /// A share.
        public init(year: Int, accepted: Int, applied: Int, pending: Int) {
            self.year = year
            self.accepted = accepted
            self.applied = applied
            self.pending = pending
        }

        /// The share in tenths of a percent, rounded half up; nil while nothing is counted.
        public var tenthsOfPercent: Int? {
            accepted == 0 ? nil : (2000 * applied + accepted) / (2 * accepted)
        }
    }

    /// Reads the overview for a day.
    public init(on day: CivilDate, in reader: any StoreReader) throws {
        positions = try reader.tasksByPosition()
        let rows = try reader.tasks(TaskFilter())
        overdue = try reader.openDeadlines(dueBefore: day).filter { $0.standing == "open" }
        let late = Set(overdue.map(\.task))
        definitions = Dictionary(rows.filter { late.contains($0.code) }.map { ($0.code, $0.definition) }) { first, _ in first }
        hosts = Dictionary(rows.compactMap { row in row.host.map { (row.code, $0) } }) { first, _ in first }
        var sums: [Int64: (tasks: Int, state: Dong, counterpart: Dong)] = [:]
        var shares: [Int: (accepted: Int, applied: Int, pending: Int)] = [:]
        for row in rows {
            if row.countsAs.contains("awarded") || row.awardedOn != nil, let year = row.year {
                var sum = sums[year] ?? (0, Dong.zero, Dong.zero)
                sum.tasks += 1
                sum.state = try sum.state.adding(row.stateMoney ?? .zero)
                sum.counterpart = try sum.counterpart.adding(row.counterpartMoney ?? .zero)
                sums[year] = sum
            }
            if let accepted = row.acceptedOn {
                let month12 = accepted.adding(months: 12)
                var share = shares[month12.year] ?? (0, 0, 0)
                if month12 <= day {
                    share.accepted += 1
                    if let applied = row.appliedOn, applied <= month12 { share.applied += 1 }
                } else {
                    share.pending += 1
                }
                shares[month12.year] = share
            }
        }
        money = sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value.tasks, $0.value.state, $0.value.counterpart) }
        application = shares.sorted { $0.key < $1.key }.map {
            ApplicationShare(year: $0.key, accepted: $0.value.accepted, applied: $0.value.applied, pending: $0.value.pending)
        }
        statistics = try reader.statistics()
        head = try reader.head()
    }
}
