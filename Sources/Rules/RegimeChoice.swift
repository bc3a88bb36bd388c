public import LifecycleModel

/// Which regime a new task falls under: rules read in order, the first that holds decides (`workflows/regimes.yaml`).
public struct RegimeChoice: Sendable, Hashable {
    /// The rules, in order.
    public var rules: [Rule]
    /// Cases in which a person must decide; tried before the rules.
    public var straddles: [Straddle]
    /// Dates the clauses use, read as `param.<name>`.
    public var parameters: [String: Parameter]
    /// Facts the clauses use, as in a regime.
    public var facts: [String: [String: Fact]]

    /// One rule.
    public struct Rule: Sendable, Hashable {
        /// The regime it leads to.
        public var regime: String
        /// CEL clause of type bool.
        public var when: String
        /// The article that says so.
        public var basis: String?

        /// Creates a rule.
        public init(regime: String, when: String, basis: String?) {
            self.regime = regime
            self.when = when
            self.basis = basis
        }
    }

    /// A case the program never decides by itself.
    public struct Straddle: Sendable, Hashable {
        /// CEL clause of type bool.
        public var when: String
        /// What to tell the person.
        public var message: Phrase
        /// The article that leaves it open.
        public var basis: String?

        /// Creates a case.
        public init(when: String, message: Phrase, basis: String?) {
            self.when = when
            self.message = message
            self.basis = basis
        }
    }

    /// Creates a choice.
    public init(rules: [Rule], straddles: [Straddle], parameters: [String: Parameter], facts: [String: [String: Fact]]) {
        self.rules = rules
        self.straddles = straddles
        self.parameters = parameters
        self.facts = facts
    }
}
