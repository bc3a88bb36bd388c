public import Expressions

/// An expression with the sources of the facts it reads.
public final class CompiledExpression: Sendable {
    /// The expression.
    public let expression: Expression
    /// The source of each of ``Expression/facts``, by place.
    public let sources: [FactSource]

    init(_ expression: Expression, names: FactNames, parameters: Value) {
        self.expression = expression
        sources = expression.facts.map { FactSource($0, names: names, parameters: parameters) }
    }
}
