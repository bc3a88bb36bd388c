import Rules

/// What a transition names: parameters in its expressions, forms it asks for, makes or names in an expression.
struct RuleNames: Sendable {
    let parameters: Set<String>
    let forms: Set<String>

    init(of transition: Transition) {
        let expressions =
            transition.requires.map(\.condition.source)
            + transition.effects.flatMap { effect -> [String] in
                switch effect {
                case .open(_, _, let facts): Array(facts.values)
                case .set(_, let expression): [expression]
                default: []
                }
            }
        parameters = Set(expressions.flatMap(Self.parameters))
        forms = Set(transition.documents + transition.produces + expressions.flatMap(Self.literals))
    }

    /// Names after `param.`
    private static func parameters(in expression: String) -> [String] {
        expression.split(separator: "param.", omittingEmptySubsequences: false).dropFirst().map { rest in
            String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
        }
    }

    /// What stands between quotes.
    private static func literals(in expression: String) -> [String] {
        var literals: [String] = []
        var rest = expression[...]
        while let start = rest.firstIndex(where: { $0 == "'" || $0 == "\"" }) {
            let inside = rest[rest.index(after: start)...]
            guard let end = inside.firstIndex(of: rest[start]) else { break }
            literals.append(String(inside[..<end]))
            rest = inside[inside.index(after: end)...]
        }
        return literals
    }
}
