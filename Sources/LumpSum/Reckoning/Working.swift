public import LifecycleModel
public import Rules

/// How an amount comes about, step by step, each with the article that says so.
public struct Working: Sendable, Hashable {
    /// One step.
    public struct Step: Sendable, Hashable {
        /// What it says.
        public let label: Phrase
        /// What it comes to.
        public let amount: Dong
        /// The article.
        public let basis: String?
        /// How firmly its number stands; nil where it is no number of the rules.
        public let standing: Standing?

        /// Creates a step.
        public init(_ label: Phrase, _ amount: Dong, basis: String? = nil, standing: Standing? = nil) {
            self.label = label
            self.amount = amount
            self.basis = basis
            self.standing = standing
        }
    }

    /// The steps in order.
    public let steps: [Step]
    /// What they come to.
    public let result: Dong
    /// What keeps it from being more; empty when nothing does.
    public let blockers: [Blocker]

    /// Creates a working.
    public init(steps: [Step], result: Dong, blockers: [Blocker] = []) {
        self.steps = steps
        self.result = result
        self.blockers = blockers
    }
}
