public import LifecycleModel

/// A clock that runs, as lists over all tasks need it: without the inputs of its computation, with what they tell of its task.
public struct OpenDeadline: Sendable, Hashable {
    /// Code of the task.
    public var task: String
    /// Hash of the definition the task is pinned to.
    public var definition: String
    /// Code of the task's host organisation.
    public var host: String?
    /// Machine the clock belongs to; `task` for the task itself.
    public var machine: String
    /// Number of that small machine; 0 for the task itself.
    public var number: Int64
    /// Deadline identifier, `NT-1`.
    public var id: String
    /// Last day.
    public var due: CivilDate
    /// Last day it is let pass; nil where the rules give none.
    public var grace: CivilDate?
    /// Role that answers for it.
    public var owner: String
    /// The article it rests on.
    public var basis: String?

    /// Creates one.
    public init(
        task: String,
        definition: String,
        host: String?,
        machine: String,
        number: Int64,
        id: String,
        due: CivilDate,
        grace: CivilDate?,
        owner: String,
        basis: String?
    ) {
        self.task = task
        self.definition = definition
        self.host = host
        self.machine = machine
        self.number = number
        self.id = id
        self.due = due
        self.grace = grace
        self.owner = owner
        self.basis = basis
    }

    /// The day after which it is overdue.
    public var lastDay: CivilDate { grace ?? due }
}

extension StoreReader {
    /// Open clocks of all tasks that are wanted, as `eachOpenDeadline` gives them.
    public func openDeadlines(
        dueBefore day: CivilDate?,
        where isWanted: (OpenDeadline) throws -> Bool = { _ in true }
    ) throws -> [OpenDeadline] {
        var wanted: [OpenDeadline] = []
        try eachOpenDeadline(dueBefore: day) { if try isWanted($0) { wanted.append($0) } }
        return wanted
    }
}
