/// One reason why the rules refuse something, as data: the command line, web page and log all show the same.
public struct Blocker: Sendable, Hashable {
    /// A named value that the message speaks of.
    public struct Parameter: Sendable, Hashable {
        /// The name.
        public let name: String
        /// The value as text.
        public let value: String

        /// A parameter.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A fact that was looked at.
    public struct Fact: Sendable, Hashable {
        /// Where it stands, such as `selection.mean_score_x100`.
        public let path: String
        /// Its value as text; nil when it is missing.
        public let value: String?

        /// A fact.
        public init(path: String, value: String?) {
            self.path = path
            self.value = value
        }
    }

    /// A stable word for programs, such as `document_missing`.
    public let code: String
    /// What is wrong, for people.
    public let message: Phrase
    /// The values behind the message, in the order in which it names them.
    public let parameters: [Parameter]
    /// The facts that were looked at.
    public let facts: [Fact]
    /// The article that says so, such as `TT 20/2023/TT-BKHCN, Điều 12`.
    public let basis: String?
    /// Who can set it right, and how.
    public let cure: Phrase?

    /// A reason.
    public init(
        code: String,
        message: Phrase,
        parameters: [Parameter] = [],
        facts: [Fact] = [],
        basis: String? = nil,
        cure: Phrase? = nil
    ) {
        self.code = code
        self.message = message
        self.parameters = parameters
        self.facts = facts
        self.basis = basis
        self.cure = cure
    }

    /// The facts that are not there.
    public var missing: [String] {
        facts.filter { $0.value == nil }.map(\.path)
    }

    /// The value of a parameter.
    public subscript(parameter name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }
}
