public import LifecycleModel
public import Store

/// The manager's one screen: tasks by stage, what is overdue and by whom, money.
public struct Overview: Sendable {
    /// Tasks by regime and position.
    public let positions: [PositionCount]
    /// Open clocks past their last day, oldest first; early warnings apart.
    public let overdue: [DeadlineRow]
    /// Early warnings about results past their last day, which no law sets.
    public let warnings: [DeadlineRow]
    /// Host of each task with an overdue clock.
    public let hosts: [String: String]
    /// Definition each of those tasks is pinned to, whose labels its clocks have.
    public let definitions: [String: String]
    /// Planned state and counterpart money of tasks that are being carried out, by year of proposal.
    public let money: [(year: Int64, tasks: Int, state: Dong, counterpart: Dong)]
    /// Numbers of tasks, events.
    public let statistics: StoreStatistics
    /// Head of the log.
    public let head: LogHead

    /// Reads the overview for a day.
    public init(on day: CivilDate, in reader: any StoreReader) throws {
        positions = try reader.tasksByPosition()
        let rows = try reader.tasks(TaskFilter())
        let passed = try reader.openDeadlines(dueBefore: day).filter { $0.standing == "open" }
        overdue = passed.filter { !$0.isEarlyWarning }
        warnings = passed.filter(\.isEarlyWarning)
        let late = Set(overdue.map(\.task))
        definitions = Dictionary(rows.filter { late.contains($0.code) }.map { ($0.code, $0.definition) }) { first, _ in first }
        hosts = Dictionary(rows.compactMap { row in row.host.map { (row.code, $0) } }) { first, _ in first }
        var sums: [Int64: (tasks: Int, state: Dong, counterpart: Dong)] = [:]
        for row in rows {
            if row.countsAs.contains("awarded") || row.awardedOn != nil, let year = row.year {
                var sum = sums[year] ?? (0, Dong.zero, Dong.zero)
                sum.tasks += 1
                sum.state = try sum.state.adding(row.stateMoney ?? .zero)
                sum.counterpart = try sum.counterpart.adding(row.counterpartMoney ?? .zero)
                sums[year] = sum
            }
        }
        money = sums.sorted { $0.key < $1.key }.map { ($0.key, $0.value.tasks, $0.value.state, $0.value.counterpart) }
        statistics = try reader.statistics()
        head = try reader.head()
    }
}

extension DeadlineRow {
    /// Whether it warns about a result early, which is this program's own doing, and is no deadline of the law.
    public var isEarlyWarning: Bool { machine == UseMachine.result.rawValue }
}
