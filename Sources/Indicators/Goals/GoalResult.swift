/// A result that names the goal of a programme it serves, as known on a day and not withdrawn by then.
public struct GoalResult: Sendable, Hashable {
    /// The code of the task.
    public var task: String
    /// Its number among the results of the task, from 1.
    public var number: Int
    /// What it is called.
    public var name: String
    /// The goal, by its identifier.
    public var goal: String
    /// What its quantities are counted in, as the host wrote it.
    public var unit: String?
    /// The quantity promised.
    public var promised: Int64
    /// The quantity delivered; nil before.
    public var delivered: Int64?
    /// The proofs of its use.
    public var evidence: [EvidenceRecord]

    /// Creates a result.
    public init(
        task: String,
        number: Int,
        name: String,
        goal: String,
        unit: String? = nil,
        promised: Int64,
        delivered: Int64? = nil,
        evidence: [EvidenceRecord] = []
    ) {
        self.task = task
        self.number = number
        self.name = name
        self.goal = goal
        self.unit = unit
        self.promised = promised
        self.delivered = delivered
        self.evidence = evidence
    }
}
