public import LifecycleModel

/// What moves in a task's row from one event to the next, while what it is, and who it is of, stays.
public struct TaskCourse: Sendable, Hashable {
    /// Where it stands.
    public var position: Position
    /// How its life ended (`Machine.State.End`), or nil.
    public var end: String?
    /// What it counts as now: `awarded`, `running`, `accepted`, `applied`, joined by spaces in this order.
    public var countsAs: [String]
    /// First day it counted as awarded, accepted, applied.
    public var awardedOn, acceptedOn, appliedOn: CivilDate?
    /// Flags raised, sorted.
    public var flags: [String]
    /// Earliest due (or grace) date of an open clock.
    public var nextDue: CivilDate?
    /// Day of its last event.
    public var lastHappenedOn: CivilDate
    /// Number of its last event.
    public var lastEvent: Int64
    /// The whole task state in the engine's compact form; replaying the task's events gives the same bytes.
    public var snapshot: [UInt8]

    /// Creates one.
    public init(
        position: Position,
        end: String?,
        countsAs: [String],
        awardedOn: CivilDate?,
        acceptedOn: CivilDate?,
        appliedOn: CivilDate?,
        flags: [String],
        nextDue: CivilDate?,
        lastHappenedOn: CivilDate,
        lastEvent: Int64,
        snapshot: [UInt8]
    ) {
        self.position = position
        self.end = end
        self.countsAs = countsAs
        self.awardedOn = awardedOn
        self.acceptedOn = acceptedOn
        self.appliedOn = appliedOn
        self.flags = flags
        self.nextDue = nextDue
        self.lastHappenedOn = lastHappenedOn
        self.lastEvent = lastEvent
        self.snapshot = snapshot
    }
}
