public import Engine
public import LifecycleModel

/// A piece of evidence with everything that was ever decided about it.
public struct FollowedEvidence: Sendable, Hashable {
    /// It came to stand so.
    public struct Change: Sendable, Hashable {
        /// How it stands from then on.
        public let standing: EvidenceStanding
        /// The day it happened.
        public let happenedOn: CivilDate
        /// The moment it was recorded.
        public let recordedAt: Moment
        /// The number of the event in the log.
        public let event: Int64
        /// Who recorded it.
        public let actor: String
    }

    /// The task, and its number there.
    public let task: String
    /// Its number among the task's evidence, from 1.
    public let number: Int64
    /// The number of the result it proves the use of.
    public let result: Int64
    /// Its kind, as the rule files name it: `production`.
    public let kind: String
    /// Where the result is used.
    public let place: String
    /// Who uses it: code of an organisation.
    public let user: String
    /// Since when.
    public let firstUseOn: CivilDate
    /// How much of it.
    public let quantities: String
    /// Papers that came with it, their content hashes among them.
    public internal(set) var documents: [AttachedDocument]
    /// Why it was rejected.
    public internal(set) var rejectedFor: String?
    /// Further figures: area, output, revenue.
    public internal(set) var figures: [String: FactValue]
    /// What was decided about it, in the order of the log; never empty.
    public internal(set) var changes: [Change]

    /// How it stands.
    public var standing: EvidenceStanding { changes.last?.standing ?? .declared }

    /// What it is called everywhere: `NV-2022-001/evidence/2`.
    public var key: String { "\(task)/evidence/\(number)" }

    /// The day it came to stand as a proof and has since stayed one; nil when it does not.
    public var provedOn: CivilDate? {
        guard standing.isProof else { return nil }
        return changes.first { $0.standing.isProof }?.happenedOn
    }
}
