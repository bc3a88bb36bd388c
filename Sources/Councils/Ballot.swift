public import LifecycleModel

/// One ballot in the box. It is never taken out: a correction supersedes it, a conflict or a fault voids it, and both stay to be seen.
public struct Ballot: Sendable, Hashable {
    /// Its number in the box, from 1.
    public let number: Int
    /// Who cast it.
    public let voter: PersonCode
    /// What it is about, the `id` of a subject.
    public let subject: String
    /// What stands on it.
    public let marks: Marks
    /// Whether it was sent in by an absent member.
    public let isMailed: Bool
    /// The number of the ballot it corrects, with the reason; nil for a first one.
    public let correction: Correction?

    /// What a ballot corrects and why.
    public struct Correction: Sendable, Hashable {
        /// The number of the ballot that no longer counts.
        public let of: Int
        /// The reason that was given.
        public let reason: String
    }

    /// What stands on a ballot, a closed set.
    public enum Marks: Sendable, Hashable {
        /// Points by criterion.
        case scores([String: Fraction])
        /// Đạt (true) or Không đạt (false) by item.
        case items([String: Bool])
        /// Ratings of products, report and whole.
        case ratings(ProductRatings)
        /// For (true) or against.
        case choice(Bool)
        /// Nothing: void.
        case blank
        /// Not filled in as the form asks: void, with what is wrong.
        case irregular(String)
    }
}

/// A rating in three levels.
public enum Rating: String, Sendable, Hashable, CaseIterable, Comparable {
    case fail, pass, excellent

    /// From fail to excellent.
    public static func < (left: Rating, right: Rating) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .fail: 0
        case .pass: 1
        case .excellent: 2
        }
    }

    /// For people.
    public var phrase: Phrase {
        switch self {
        case .fail: Phrase(vi: "Không đạt", en: "fail")
        case .pass: Phrase(vi: "Đạt", en: "pass")
        case .excellent: Phrase(vi: "Xuất sắc", en: "excellent")
        }
    }
}

/// The ratings on one ballot of acceptance.
public struct ProductRatings: Sendable, Hashable {
    /// One product.
    public struct Marks: Sendable, Hashable {
        /// The rating on each criterion, by its name in the form.
        public var ratings: [String: Rating]
        /// How much of the ordered amount was reached, for quantity criteria rated fail: a share of one.
        public var reached: Fraction?

        /// Creates the marks of a product.
        public init(_ ratings: [String: Rating], reached: Fraction? = nil) {
            self.ratings = ratings
            self.reached = reached
        }
    }

    /// The products, by their id.
    public var products: [String: Marks]
    /// The synthesis report.
    public var report: Rating
    /// The whole.
    public var overall: Rating

    /// Creates the ratings.
    public init(products: [String: Marks], report: Rating, overall: Rating) {
        self.products = products
        self.report = report
        self.overall = overall
    }
}
