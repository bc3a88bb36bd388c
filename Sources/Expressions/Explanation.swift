/// An outcome together with the facts it rests on.
public struct Explanation: Sendable, Hashable {
    /// One fact that the expression reads.
    public struct Reading: Sendable, Hashable {
        /// Which fact.
        public let path: FactPath
        /// Its value; nil when it is missing.
        public let value: Value?

        /// Pairs a path with a value.
        public init(path: FactPath, value: Value?) {
            self.path = path
            self.value = value
        }
    }

    /// The value, or why there is none.
    public let outcome: Result<Value, EvaluationError>
    /// Every fact that the expression names, in the order of the text, whether or not the outcome needed it.
    public let facts: [Reading]

    /// Pairs an outcome with facts.
    public init(outcome: Result<Value, EvaluationError>, facts: [Reading]) {
        self.outcome = outcome
        self.facts = facts
    }

    /// Whether the outcome is `true`; an error never is.
    public var holds: Bool { outcome == .success(.bool(true)) }

    /// The facts that are missing.
    public var missing: [FactPath] { facts.filter { $0.value == nil }.map(\.path) }
}

extension Expression {
    /// Evaluates the expression and tells the value of each fact it reads.
    public func explain(_ activation: some Activation) -> Explanation {
        let outcome: Result<Value, EvaluationError>
        do throws(EvaluationError) {
            outcome = .success(try evaluate(activation))
        } catch {
            outcome = .failure(error)
        }
        return Explanation(
            outcome: outcome,
            facts: references.map { Explanation.Reading(path: $0, value: $0.value(in: activation)) }
        )
    }
}
