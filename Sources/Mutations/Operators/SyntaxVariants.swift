import Expressions

/// Expressions that differ from one by a single mistake.
struct SyntaxVariants {
    typealias Variant = (kind: MutationOperator, syntax: Syntax)

    /// The values a fact of that path may have, when it is a choice.
    let choices: (String) -> [String]

    /// Every expression with one mistake, somewhere in the tree.
    func all(of syntax: Syntax) -> [Variant] {
        var variants = own(syntax)
        for (place, part) in syntax.parts.enumerated() {
            for variant in all(of: part) {
                variants.append((variant.kind, syntax.replacing(place, by: variant.syntax)))
            }
        }
        return variants
    }

    /// Mistakes at the node itself.
    private func own(_ syntax: Syntax) -> [Variant] {
        switch syntax.kind {
        case .logical(let symbol, let terms): logical(symbol, terms)
        case .unary(.not, let operand): [(.changeComparison, operand)]
        case .binary(let symbol, let left, let right):
            relations(symbol).map { (.changeComparison, Syntax(.binary($0, left, right))) } + choiceVariants(symbol, left, right)
        case .literal(.int(let number)): [number + 1, number - 1].map { (.changeLiteral, Syntax(.literal(.int($0)))) }
        case .literal(.bool(let value)): [(.changeLiteral, Syntax(.literal(.bool(!value))))]
        case .list(let elements) where elements.count > 1:
            elements.indices.map { place in
                var rest = elements
                rest.remove(at: place)
                return (.changeLiteral, Syntax(.list(rest)))
            }
        default: []
        }
    }

    private func logical(_ symbol: LogicalOperator, _ terms: [Syntax]) -> [Variant] {
        let swapped: Variant = (.swapLogic, Syntax(.logical(symbol == .and ? .or : .and, terms)))
        let shorter: [Variant] = terms.indices.map { place in
            var rest = terms
            rest.remove(at: place)
            return (.dropTerm, rest.count == 1 ? rest[0] : Syntax(.logical(symbol, rest)))
        }
        return [swapped] + shorter
    }

    private func relations(_ symbol: BinaryOperator) -> [BinaryOperator] {
        switch symbol {
        case .equal: [.notEqual]
        case .notEqual: [.equal]
        case .less: [.lessOrEqual, .greaterOrEqual]
        case .lessOrEqual: [.less, .greater]
        case .greater: [.greaterOrEqual, .lessOrEqual]
        case .greaterOrEqual: [.greater, .less]
        case .add: [.subtract]
        case .subtract: [.add]
        case .multiply, .divide, .remainder, .membership: []
        }
    }

    /// Another choice where a choice is compared.
    private func choiceVariants(_ symbol: BinaryOperator, _ left: Syntax, _ right: Syntax) -> [Variant] {
        guard symbol == .equal || symbol == .notEqual, case .literal(.string(let value)) = right.kind else { return [] }
        return choices(left.description).filter { $0 != value }.map {
            (.changeLiteral, Syntax(.binary(symbol, left, Syntax(.literal(.string($0))))))
        }
    }
}

extension Syntax {
    /// The node with one of its parts replaced.
    fileprivate func replacing(_ place: Int, by other: Syntax) -> Syntax {
        var next = 0
        let kind = kind.mapParts { part in
            defer { next += 1 }
            return next == place ? other : part
        }
        return Syntax(kind)
    }
}
