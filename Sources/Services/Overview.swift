public import LifecycleModel
public import Store

/// The manager's one screen: tasks by stage, what is overdue and by whom, money.
public struct Overview: Sendable {
    /// Tasks by regime and position.
    public let positions: [PositionCount]
    /// Open clocks past their last day, oldest first; early warnings apart.
    public let overdue: [OpenDeadline]
    /// Early warnings about results past their last day, which no law sets.
    public let warnings: [OpenDeadline]
    /// Planned state and counterpart money of tasks that are being carried out, by year of proposal.
    public let money: [PlannedMoney]
    /// Numbers of tasks, events.
    public let statistics: StoreStatistics
    /// Head of the log.
    public let head: LogHead

    /// Reads the overview for a day.
    public init(on day: CivilDate, in reader: any StoreReader) throws {
        positions = try reader.tasksByPosition()
        var passed = try reader.openDeadlines(dueBefore: day)
        warnings = passed.filter(\.isEarlyWarning)
        // In place: of a large store these are most of what there is.
        passed.removeAll(where: \.isEarlyWarning)
        overdue = passed
        money = try reader.plannedMoney()
        statistics = try reader.statistics()
        head = try reader.head()
    }
}

extension OpenDeadline {
    /// Whether it warns about a result early, which is this program's own doing, and is no deadline of the law.
    public var isEarlyWarning: Bool { machine == UseMachine.result.rawValue }
}

extension DeadlineRow {
    /// As of an open deadline.
    public var isEarlyWarning: Bool { machine == UseMachine.result.rawValue }
}
