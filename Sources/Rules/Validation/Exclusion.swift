package import Expressions

/// Whether two conditions can be seen never to hold together.
///
/// It looks at their form only: `x` and `!x`, comparisons of one thing with two different literals or with opposite operators, a clock that
/// was kept and one that was passed, the same over every alternative of `||`. What it does not see may still exclude each other.
package enum Exclusion {
    /// The terms of a conjunction, each by itself, with negations moved inwards.
    package static func terms(of syntax: Syntax) -> [Syntax] {
        switch syntax.kind {
        case .logical(.and, let parts): parts.flatMap(terms)
        case .unary(.not, let inner):
            switch inner.kind {
            case .unary(.not, let core): terms(of: core)
            case .logical(.or, let parts): parts.flatMap { terms(of: $0.negated) }
            case .logical(.and, let parts): [Syntax(.logical(.or, parts.map(\.negated)))]
            default: [syntax]
            }
        default: [syntax]
        }
    }

    /// Whether all terms of the one and all of the other can be seen never to hold together.
    package static func holds(_ left: [Syntax], _ right: [Syntax]) -> Bool {
        left.contains { one in right.contains { exclude(one, $0) } } || everyAlternativeExcludes(left, right)
            || everyAlternativeExcludes(right, left)
    }

    /// Whether some term is an `||` each of whose alternatives excludes the other side.
    private static func everyAlternativeExcludes(_ left: [Syntax], _ right: [Syntax]) -> Bool {
        left.contains { term in
            guard case .logical(.or, let parts) = term.kind else { return false }
            return parts.allSatisfy { holds(terms(of: $0), right) }
        }
    }

    private static func exclude(_ left: Syntax, _ right: Syntax) -> Bool {
        left == right.negated || right == left.negated || compareApart(left, right) || isClockApart(left, right)
            || isClockApart(right, left) || isUnknown(left, in: right) || isUnknown(right, in: left)
    }

    /// `deadlines.X.met` and `deadlines.X.passed`.
    private static func isClockApart(_ left: Syntax, _ right: Syntax) -> Bool {
        guard case .select(let first, field: "met") = left.kind, case .select(let second, field: "passed") = right.kind else {
            return false
        }
        return first == second
    }

    /// `!has(x.y)` excludes every comparison of `x.y`, because a missing fact never makes a requirement hold.
    private static func isUnknown(_ left: Syntax, in right: Syntax) -> Bool {
        guard case .unary(.not, let inner) = left.kind, case .presence(let operand, let field) = inner.kind,
            case .binary(_, let first, let second) = right.kind
        else { return false }
        let fact = Syntax(.select(operand, field: field))
        return first == fact || second == fact
    }

    private static func compareApart(_ left: Syntax, _ right: Syntax) -> Bool {
        guard let first = Comparison(left), let second = Comparison(right) else { return false }
        return first.excludes(second) || (second.flipped.map(first.excludes) ?? false)
    }
}

/// A comparison of something with something, negation taken in.
private struct Comparison {
    let subject: Syntax
    let relation: BinaryOperator
    let object: Syntax

    init?(_ syntax: Syntax) {
        switch syntax.kind {
        case .binary(let relation, let subject, let object) where Self.opposites[relation] != nil || relation == .membership:
            self.init(subject: subject, relation: relation, object: object)
        case .unary(.not, let inner):
            guard let positive = Comparison(inner), let opposite = Self.opposites[positive.relation] else { return nil }
            self.init(subject: positive.subject, relation: opposite, object: positive.object)
        default: return nil
        }
    }

    private init(subject: Syntax, relation: BinaryOperator, object: Syntax) {
        self.subject = subject
        self.relation = relation
        self.object = object
    }

    private static let opposites: [BinaryOperator: BinaryOperator] = [
        .equal: .notEqual, .notEqual: .equal, .less: .greaterOrEqual, .greaterOrEqual: .less, .greater: .lessOrEqual,
        .lessOrEqual: .greater,
    ]

    /// The same comparison read from the right.
    var flipped: Comparison? {
        let mirrored: [BinaryOperator: BinaryOperator] = [
            .equal: .equal, .notEqual: .notEqual, .less: .greater, .greater: .less, .lessOrEqual: .greaterOrEqual,
            .greaterOrEqual: .lessOrEqual,
        ]
        return mirrored[relation].map { Comparison(subject: object, relation: $0, object: subject) }
    }

    /// Whether two comparisons of the same thing cannot both hold.
    func excludes(_ other: Comparison) -> Bool {
        guard subject == other.subject else { return false }
        if object == other.object { return Self.apart.contains([relation, other.relation]) }
        if let mine = allowed, let others = other.allowed { return mine.isDisjoint(with: others) }
        // `x in [a, b]` and `x != a` share b; only a list of one is excluded, which `allowed` and `refused` say.
        if let mine = allowed, let refused = other.refused { return mine.isSubset(of: refused) }
        if let refused, let others = other.allowed { return others.isSubset(of: refused) }
        return false
    }

    /// The literal values that satisfy the comparison, where it lists them.
    private var allowed: Set<Syntax.Kind>? {
        switch (relation, object.kind) {
        case (.equal, .literal): [object.kind]
        case (.membership, .list(let elements)): elements.allSatisfy(\.isLiteral) ? Set(elements.map(\.kind)) : nil
        default: nil
        }
    }

    /// The literal values that do not satisfy it, where it lists them.
    private var refused: Set<Syntax.Kind>? {
        if case (.notEqual, .literal) = (relation, object.kind) { [object.kind] } else { nil }
    }

    /// Relations to the same thing that exclude each other.
    private static let apart: Set<Set<BinaryOperator>> = [
        [.equal, .notEqual], [.equal, .less], [.equal, .greater], [.less, .greater], [.less, .greaterOrEqual], [.greater, .lessOrEqual],
    ]
}

extension Syntax {
    fileprivate var isLiteral: Bool {
        if case .literal = kind { true } else { false }
    }
}
