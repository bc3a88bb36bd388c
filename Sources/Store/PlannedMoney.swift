public import LifecycleModel

/// The money planned for tasks of one year that are or were carried out.
public struct PlannedMoney: Sendable, Hashable {
    /// Year of proposal.
    public var year: Int64
    /// How many tasks.
    public var tasks: Int
    /// State money, in đồng.
    public var state: Dong
    /// Money of other sources, in đồng.
    public var counterpart: Dong

    /// Creates one.
    public init(year: Int64, tasks: Int, state: Dong, counterpart: Dong) {
        self.year = year
        self.tasks = tasks
        self.state = state
        self.counterpart = counterpart
    }
}
