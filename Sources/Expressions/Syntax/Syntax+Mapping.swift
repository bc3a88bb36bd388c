extension Syntax.Kind {
    /// The same node with each part replaced, in the order of ``Syntax/parts``.
    public func mapParts(_ transform: (Syntax) -> Syntax) -> Syntax.Kind {
        switch self {
        case .literal, .identifier, .variable, .local: self
        case .select(let operand, let field): .select(transform(operand), field: field)
        case .presence(let operand, let field): .presence(transform(operand), field: field)
        case .index(let operand, let index): .index(transform(operand), transform(index))
        case .call(let name, let arguments): .call(name, arguments.map(transform))
        case .method(let receiver, let name, let arguments): .method(transform(receiver), name, arguments.map(transform))
        case .unary(let symbol, let operand): .unary(symbol, transform(operand))
        case .binary(let symbol, let left, let right): .binary(symbol, transform(left), transform(right))
        case .logical(let symbol, let terms): .logical(symbol, terms.map(transform))
        case .conditional(let condition, let first, let second):
            .conditional(transform(condition), transform(first), transform(second))
        case .list(let elements): .list(elements.map(transform))
        case .map(let entries): .map(entries.map { Syntax.MapEntry(key: transform($0.key), value: transform($0.value)) })
        case .comprehension(let macro):
            .comprehension(
                Syntax.Comprehension(
                    macro: macro.macro,
                    range: transform(macro.range),
                    variable: macro.variable,
                    condition: macro.condition.map(transform),
                    body: transform(macro.body)
                )
            )
        }
    }
}
