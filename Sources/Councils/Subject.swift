public import LifecycleModel

/// What one ballot is about: a proposal, a dossier, the results of a task.
public struct Subject: Sendable, Hashable {
    /// Something ordered that is rated by itself.
    public struct Product: Sendable, Hashable {
        /// Its name for programs.
        public let id: String
        /// What people call it.
        public let label: Phrase

        /// Creates a product.
        public init(id: String, label: Phrase) {
            self.id = id
            self.label = label
        }
    }

    /// Its name for programs, unique in the session.
    public let id: String
    /// What people call it.
    public let label: Phrase
    /// What the log says in its place: the label with the investigator's code for the name; nil where there is no such name in it.
    public var recordedLabel: Phrase?
    /// The ballot form it is judged on, by its name in the rules.
    public let form: String
    /// The products to rate, where the form asks for them.
    public var products: [Product]
    /// Why every member must rate it as failed, such as a dossier that came too late, with the article; nil usually.
    public var mustFail: MustFail?
    /// Whether its host proposed the task.
    public var isOfProposer: Bool
    /// The state money it asks for; nil when not known.
    public var stateMoney: Dong?
    /// Whether its investigator or host had a task rated excellent in the years the law names; nil when not known.
    public var wasExcellentBefore: Bool?
    /// Whether its host carried the task whose results are given away.
    public var isOfHost: Bool

    /// A reason why a rating can only be fail.
    public struct MustFail: Sendable, Hashable {
        /// The reason.
        public let reason: Phrase
        /// The article.
        public let basis: String?

        /// Creates a reason.
        public init(reason: Phrase, basis: String?) {
            self.reason = reason
            self.basis = basis
        }
    }

    /// Creates a subject.
    public init(
        id: String,
        label: Phrase,
        form: String,
        products: [Product] = [],
        mustFail: MustFail? = nil,
        isOfProposer: Bool = false,
        stateMoney: Dong? = nil,
        wasExcellentBefore: Bool? = nil,
        isOfHost: Bool = false
    ) {
        self.id = id
        self.label = label
        self.form = form
        self.products = products
        self.mustFail = mustFail
        self.isOfProposer = isOfProposer
        self.stateMoney = stateMoney
        self.wasExcellentBefore = wasExcellentBefore
        self.isOfHost = isOfHost
    }
}
