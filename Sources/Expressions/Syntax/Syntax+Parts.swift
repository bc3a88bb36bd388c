extension Syntax {
    /// The nodes directly below, in the order of the text.
    public var parts: [Syntax] { kind.parts }
}

extension Syntax.Kind {
    var parts: [Syntax] {
        switch self {
        case .literal, .identifier, .variable, .local: []
        case .select(let operand, _), .presence(let operand, _), .unary(_, let operand): [operand]
        case .index(let left, let right), .binary(_, let left, let right): [left, right]
        case .call(_, let arguments), .logical(_, let arguments), .list(let arguments): arguments
        case .method(let receiver, _, let arguments): [receiver] + arguments
        case .conditional(let condition, let first, let second): [condition, first, second]
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .comprehension(let macro): [macro.range] + (macro.condition.map { [$0] } ?? []) + [macro.body]
        }
    }

    var tallestPart: Int {
        var tallest = 0
        for part in parts where part.height > tallest { tallest = part.height }
        return tallest
    }
}
