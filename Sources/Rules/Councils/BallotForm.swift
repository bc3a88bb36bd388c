public import LifecycleModel

/// What a member fills in: the paper, what is judged on it and how.
public struct BallotForm: Sendable, Hashable {
    /// What people call it.
    public var label: Phrase
    /// The code of the printed form, when the regime has one.
    public var form: String?
    /// The tasks it is made for, any of these: values of the task's choices by the paths of their facts. Empty: all tasks.
    public var fits: [[String: [String]]]
    /// What is judged.
    public var content: Content
    /// The article with the criteria and points.
    public var basis: String?
    /// How firmly the points stand.
    public var standing: Standing

    /// What a ballot holds, a closed set.
    public enum Content: Sendable, Hashable {
        /// Points for each criterion, in multiples of `step`.
        case scores([Criterion], step: Amount)
        /// Đạt / Không đạt for each item; one item not met rejects the whole.
        case items([Item])
        /// Xuất sắc / Đạt / Không đạt for each product on each of its criteria, for the report, and overall.
        case ratings(Ratings)
        /// For or against, nothing else.
        case choice
    }

    /// A group of criteria that points are given for.
    public struct Criterion: Sendable, Hashable {
        /// Its name for programs, unique in the form.
        public var id: String
        /// What people call it.
        public var label: Phrase
        /// The most points.
        public var most: Int
        /// Whether its mean decides between equal dossiers.
        public var decidesTies: Bool

        /// Creates a criterion.
        public init(id: String, label: Phrase, most: Int, decidesTies: Bool = false) {
            self.id = id
            self.label = label
            self.most = most
            self.decidesTies = decidesTies
        }
    }

    /// Something that is met or not.
    public struct Item: Sendable, Hashable {
        /// Its name for programs, unique in the form.
        public var id: String
        /// What people call it.
        public var label: Phrase

        /// Creates an item.
        public init(id: String, label: Phrase) {
            self.id = id
            self.label = label
        }
    }

    /// How products are rated and what overall rating follows.
    public struct Ratings: Sendable, Hashable {
        /// Criteria on which every product must be met.
        public var quality: [Item]
        /// Criteria of which a share may fail.
        public var quantity: [Item]
        /// The share of quantity criteria that must be met, and of the ordered amount that the others must still reach.
        public var quantityShare: Amount

        /// Creates a scheme.
        public init(quality: [Item], quantity: [Item], quantityShare: Amount) {
            self.quality = quality
            self.quantity = quantity
            self.quantityShare = quantityShare
        }
    }

    /// Creates a form.
    public init(
        label: Phrase,
        form: String? = nil,
        fits: [[String: [String]]] = [],
        content: Content,
        basis: String?,
        standing: Standing
    ) {
        self.label = label
        self.form = form
        self.fits = fits
        self.content = content
        self.basis = basis
        self.standing = standing
    }
}
