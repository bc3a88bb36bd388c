public import LifecycleModel

/// What the rules say of the money of a task: the items of an estimate and which of them may be lump-summed, how much of each is too much,
/// what labour and councils may cost, and the shares by which advances, savings and recovery are reckoned. Numbers are parameters, so that a
/// province's decision lowers them in one place.
public struct BudgetRules: Sendable, Hashable {
    /// The items of an estimate, in the order people list them.
    public var items: [Item]
    /// The day from which limits, labour and fees hold for tasks put on the ordered list; nil when they hold for every task.
    public var normsFrom: Amount?
    /// What must not be exceeded.
    public var limits: [Limit]
    /// What labour may cost; nil when the rules do not say.
    public var labour: Labour?
    /// What the sessions of councils cost, by kind of council.
    public var fees: [String: [Fee: Amount]]
    /// The largest share of the state money that assets and missions abroad may take under a lump sum to the final product; nil when the rules do
    /// not say.
    public var assetShare: Amount?
    /// The most they may come to in đồng; nil when the rules do not say.
    public var assetMoney: Amount?
    /// The largest first advance, a share of the approved state money; nil when the rules do not say.
    public var firstAdvance: Amount?
    /// The share of all earlier advances that must be cleared before the next; nil when the rules do not say.
    public var clearedBeforeNext: Amount?
    /// The host fund's share of what is saved outside the lump sum; nil when the rules do not say.
    public var hostFundShare: Amount?
    /// The least share of properly used money to be recovered when a task fails by the host's own fault, by lump-sum mode.
    public var recovery: [LumpSumMode: Amount]
    /// The deadline by which all advances are cleared; nil when the rules have none.
    public var clearingDeadline: String?
    /// The articles on the whole.
    public var basis: String?

    /// Creates the declaration.
    public init(
        items: [Item],
        normsFrom: Amount? = nil,
        limits: [Limit] = [],
        labour: Labour? = nil,
        fees: [String: [Fee: Amount]] = [:],
        assetShare: Amount? = nil,
        assetMoney: Amount? = nil,
        firstAdvance: Amount? = nil,
        clearedBeforeNext: Amount? = nil,
        hostFundShare: Amount? = nil,
        recovery: [LumpSumMode: Amount] = [:],
        clearingDeadline: String? = nil,
        basis: String? = nil
    ) {
        self.items = items
        self.normsFrom = normsFrom
        self.limits = limits
        self.labour = labour
        self.fees = fees
        self.assetShare = assetShare
        self.assetMoney = assetMoney
        self.firstAdvance = firstAdvance
        self.clearedBeforeNext = clearedBeforeNext
        self.hostFundShare = hostFundShare
        self.recovery = recovery
        self.clearingDeadline = clearingDeadline
        self.basis = basis
    }

    /// The item of that identifier.
    public func item(_ id: String) -> Item? {
        items.first { $0.id == id }
    }
}

extension BudgetRules {
    /// One item of an estimate (nội dung chi).
    public struct Item: Sendable, Hashable {
        /// Identifier: `labour`.
        public var id: String
        /// What people call it.
        public var label: Phrase
        /// Whether it may be lump-summed when the task is lump-summed in part.
        public var mayBeLumpSum: Bool
        /// Whether it counts as fixed assets or missions abroad, which decide on a lump sum to the final product.
        public var isAsset: Bool
        /// Whether its level stands once it is approved.
        public var isFixed: Bool
        /// The article.
        public var basis: String?

        /// Creates an item.
        public init(
            id: String,
            label: Phrase,
            mayBeLumpSum: Bool,
            isAsset: Bool = false,
            isFixed: Bool = false,
            basis: String? = nil
        ) {
            self.id = id
            self.label = label
            self.mayBeLumpSum = mayBeLumpSum
            self.isAsset = isAsset
            self.isFixed = isFixed
            self.basis = basis
        }
    }

    /// The most that some items may come to together: a sum of money, or a share of something else.
    public struct Limit: Sendable, Hashable {
        /// Identifier: `management-share`.
        public var id: String
        /// What people call it.
        public var label: Phrase
        /// The items.
        public var items: [String]
        /// Đồng, or the share when `whole` is there.
        public var most: Amount
        /// What the share is of; nil when the limit is a sum of money.
        public var whole: Whole?
        /// Whether a reason written down lets it be exceeded.
        public var isJustifiable: Bool

        /// Creates a limit.
        public init(id: String, label: Phrase, items: [String], most: Amount, whole: Whole? = nil, isJustifiable: Bool = false) {
            self.id = id
            self.label = label
            self.items = items
            self.most = most
            self.whole = whole
            self.isJustifiable = isJustifiable
        }

        /// What a share is of.
        public enum Whole: Sendable, Hashable {
            /// The whole estimate, from every source.
            case total
            /// The state's part of it.
            case state
            /// Some items.
            case items([String])
        }
    }

    /// What labour may cost: the principal investigator's month and the others' shares of it.
    public struct Labour: Sendable, Hashable {
        /// The item that pays for it.
        public var item: String
        /// The most for a month of the principal investigator, in đồng.
        public var month: Amount
        /// Each title's share of it.
        public var coefficients: [LabourTitle: Amount]

        /// Creates the rule.
        public init(item: String, month: Amount, coefficients: [LabourTitle: Amount]) {
            self.item = item
            self.month = month
            self.coefficients = coefficients
        }
    }

    /// What somebody is paid for at a session of a council, in đồng (TT 03/2023/TT-BTC, Điều 4).
    public enum Fee: String, Sendable, Hashable, CaseIterable {
        /// The chair of the council or the head of the team.
        case chair
        /// The deputy and the members.
        case member
        /// The scientific secretary, for that work.
        case secretary
        /// The administrative secretary.
        case clerk
        /// A guest.
        case guest
        /// A member's written review.
        case review
        /// A reviewer member's written review.
        case reviewerReview = "reviewer-review"
    }
}

/// How a task is lump-summed (TTLT 27/2015/TTLT-BKHCN-BTC, Điều 3.2).
public enum LumpSumMode: String, Sendable, Hashable, CaseIterable {
    /// To the final product (khoán chi đến sản phẩm cuối cùng).
    case finalProduct = "final-product"
    /// In part (khoán chi từng phần).
    case partial
}

/// The titles whose labour an estimate pays for (TT 02/2023/TT-BKHCN, Điều 3, 4).
public enum LabourTitle: String, Sendable, Hashable, CaseIterable {
    /// The principal investigator (chủ nhiệm).
    case investigator
    /// The scientific secretary (thư ký khoa học).
    case scientificSecretary = "scientific-secretary"
    /// A key member (thành viên thực hiện chính).
    case keyMember = "key-member"
    /// A member (thành viên).
    case member
    /// A technician or supporting hand (kỹ thuật viên, nhân viên hỗ trợ).
    case technician
}
