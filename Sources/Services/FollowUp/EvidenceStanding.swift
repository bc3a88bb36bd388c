import Indicators
public import LifecycleModel

/// How firmly a piece of evidence stands: the states of the small machine `evidence`, as `workflows/common/results.yaml` names them.
public enum EvidenceStanding: String, Sendable, Hashable, CaseIterable {
    /// The host or the holder says so.
    case declared
    /// An officer or the orderer has checked the paper.
    case checked
    /// Somebody has been on site.
    case verified
    /// It proves nothing, or no longer.
    case rejected

    /// Whether it proves a use: checked on paper or verified on site.
    public var isProof: Bool { self == .checked || self == .verified }

    /// In words.
    public var phrase: Phrase {
        EvidenceRecord.Standing(rawValue: rawValue)?.phrase ?? Phrase(vi: "đã bác", en: "rejected")
    }
}
