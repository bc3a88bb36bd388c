public import LifecycleModel

/// A result of a task: what was promised and delivered, who answers for it, and what proves its use.
public struct FollowedResult: Sendable, Hashable {
    /// The task it belongs to.
    public let task: String
    /// Its number among the task's results, from 1.
    public let number: Int64
    /// Where it stands, as the rule files name it: `promised`, `delivered`, `followed`, `withdrawn`.
    public internal(set) var state: String
    /// What it is called, its kind (`kind-1`), and in what it is counted.
    public let name, kind, unit: String
    /// What was promised.
    public let quantity: Int64
    /// The quality promised, and who was meant to use it.
    public let quality, intendedUser: String
    /// What was delivered; nil before.
    public internal(set) var deliveredQuantity: Int64?
    /// The quality delivered.
    public internal(set) var deliveredQuality: String?
    /// Who answers for its use: code of an organisation; nil before the delivery.
    public internal(set) var holder: String?
    /// Who held it before, and until when, oldest first.
    public internal(set) var earlierHolders: [EarlierHolder] = []
    /// What is planned, and who is to use it.
    public internal(set) var plannedUse, user: String?
    /// The goal of its programme that it serves, by the identifier in the rule files; nil: none is named.
    public internal(set) var goal: String?
    /// Why it was withdrawn.
    public internal(set) var withdrawnFor: String?
    /// Its evidence, in the order of declaration.
    public internal(set) var evidence: [FollowedEvidence] = []

    /// An organisation that answered for a result until it passed on.
    public struct EarlierHolder: Sendable, Hashable {
        /// Code of the organisation.
        public let code: String
        /// The day it passed on.
        public let until: CivilDate
        /// Why.
        public let reason: String
    }

    /// Whether its task still answers for it: neither withdrawn nor only promised.
    public var isDelivered: Bool { deliveredQuantity != nil && withdrawnFor == nil }

    /// Since when it is used, by what is proved; nil when nothing proves a use.
    public var usedSince: CivilDate? { evidence.filter(\.standing.isProof).map(\.firstUseOn).min() }
}
