public import Expressions

/// An expression with the sources of the facts it reads.
public final class CompiledExpression: Sendable {
    /// The expression.
    public let expression: Expression
    /// The source of each of ``Expression/facts``, by place.
    public let sources: [FactSource]

    init(_ expression: Expression, names: inout FactNames, parameters: Value) {
        self.expression = expression
        var sources: [FactSource] = []
        for path in expression.facts { sources.append(FactSource(path, names: &names, parameters: parameters)) }
        self.sources = sources
    }
}
