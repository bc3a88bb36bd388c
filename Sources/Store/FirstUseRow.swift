public import LifecycleModel

/// A delivered result of an accepted task and since when proofs show its use; or an accepted task without such a result.
public struct FirstUseRow: Sendable, Hashable {
    /// Task code.
    public var task: String
    /// The day it passed.
    public var acceptedOn: CivilDate
    /// The group asked for; nil: none.
    public var group: String?
    /// Number of the result; nil: the task has none that was delivered and not withdrawn.
    public var result: Int64?
    /// The earliest first use among the proofs asked for.
    public var firstUse: CivilDate?

    /// Creates a row.
    public init(task: String, acceptedOn: CivilDate, group: String?, result: Int64?, firstUse: CivilDate?) {
        self.task = task
        self.acceptedOn = acceptedOn
        self.group = group
        self.result = result
        self.firstUse = firstUse
    }
}

/// Which first uses are asked for.
public struct FirstUseFilter: Sendable, Hashable {
    /// By what results are grouped.
    public enum Group: String, Sendable, Hashable, CaseIterable {
        case programme, field, host, route, kind
    }

    /// First and last day of acceptance.
    public var accepted: ClosedRange<CivilDate>
    /// Kinds of proofs that count.
    public var kinds: [String]
    /// States of proofs that count.
    public var states: [String]
    /// The group that each row tells.
    public var group: Group?

    /// Creates a filter.
    public init(accepted: ClosedRange<CivilDate>, kinds: [String], states: [String], group: Group? = nil) {
        self.accepted = accepted
        self.kinds = kinds
        self.states = states
        self.group = group
    }
}
