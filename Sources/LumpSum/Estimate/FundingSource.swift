public import LifecycleModel

/// Where the money of a task comes from (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 11.2).
public enum FundingSource: String, Sendable, Hashable, CaseIterable, Comparable {
    /// The state's science budget (ngân sách nhà nước).
    case state
    /// The host's own and raised money (vốn đối ứng).
    case counterpart
    /// Anything else.
    case other

    /// What people call it.
    public var phrase: Phrase {
        switch self {
        case .state: Phrase(vi: "ngân sách nhà nước", en: "state budget")
        case .counterpart: Phrase(vi: "đối ứng", en: "counterpart")
        case .other: Phrase(vi: "nguồn khác", en: "other source")
        }
    }

    /// In the order people list them.
    public static func < (left: FundingSource, right: FundingSource) -> Bool {
        left.order < right.order
    }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
