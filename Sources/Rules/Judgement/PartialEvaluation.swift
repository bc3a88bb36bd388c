package import Expressions

/// Evaluates checked expressions over facts of which only some are followed.
///
/// The answer is what holds for every value of the others: `known` and `absent` are certain, `open` says nothing.
package struct PartialEvaluation<Facts: PartialFacts> {
    let facts: Facts
    /// The states of the elements of comprehensions that are being gone through, by variable.
    var elements: [String: Element] = [:]

    /// A small machine in a comprehension: its kind as expressions name it, and where it stands.
    struct Element {
        let machines: String
        let state: String
    }

    /// Prepares evaluation over these facts.
    package init(_ facts: Facts) {
        self.facts = facts
    }

    /// What is known of the value of an expression.
    package func callAsFunction(_ syntax: Syntax) -> Glimpse {
        if let path = syntax.membershipPath { return presence(facts.glimpse(of: path)) }
        if let path = syntax.factPath { return facts.glimpse(of: path) }
        switch syntax.kind {
        case .literal(let value): return .known(value)
        case .presence(let operand, let field):
            guard let record = operand.factPath else { return .open }
            return presence(facts.glimpse(of: FactPath(root: record.root, fields: record.fields + [field])))
        case .select(let operand, let field): return select(operand, field)
        case .unary(.not, let operand):
            guard case .known(.bool(let flag)) = self(operand) else { return self(operand) == .absent ? .absent : .open }
            return .known(.bool(!flag))
        case .logical(let symbol, let terms): return logical(symbol, terms)
        case .conditional(let condition, let first, let second): return conditional(condition, first, second)
        case .binary(let symbol, let left, let right): return binary(symbol, left, right)
        case .comprehension(let macro): return comprehension(macro)
        case .call("size", let arguments): return arguments.first.map(size) ?? .open
        case .method(let receiver, "size", _): return size(receiver)
        case .list(let elements): return list(elements)
        default: return strict(syntax.parts)
        }
    }

    private func list(_ elements: [Syntax]) -> Glimpse {
        var values: [Value] = []
        for element in elements {
            guard case .known(let value) = self(element) else { return strict(elements) }
            values.append(value)
        }
        return .known(.list(values))
    }

    private func presence(_ glimpse: Glimpse) -> Glimpse {
        switch glimpse {
        case .known, .there: .known(.bool(true))
        case .absent: .known(.bool(false))
        case .open: .open
        }
    }

    private func select(_ operand: Syntax, _ field: String) -> Glimpse {
        guard case .local(let variable) = operand.kind, let element = elements[variable] else { return strict([operand]) }
        switch field {
        case "state": return .known(.string(element.state))
        case "end": return facts.end(of: element.state, in: element.machines).map { .known(.string($0)) } ?? .open
        case "closed": return facts.end(of: element.state, in: element.machines).map { .known(.bool($0 != "")) } ?? .open
        default: return .open
        }
    }

    /// `&&` and `||`: one term may decide, whatever the others are.
    private func logical(_ symbol: LogicalOperator, _ terms: [Syntax]) -> Glimpse {
        let deciding = Glimpse.known(.bool(symbol == .or))
        let values = terms.map { self($0) }
        if values.contains(deciding) { return deciding }
        if values.contains(.open) || values.contains(.there) { return .open }
        return values.contains(.absent) ? .absent : .known(.bool(symbol == .and))
    }

    private func conditional(_ condition: Syntax, _ first: Syntax, _ second: Syntax) -> Glimpse {
        switch self(condition) {
        case .known(.bool(let flag)): return self(flag ? first : second)
        case .absent: return .absent
        default:
            let value = self(first)
            return value == self(second) ? value : .open
        }
    }

    private func binary(_ symbol: BinaryOperator, _ left: Syntax, _ right: Syntax) -> Glimpse {
        let first = self(left)
        let second = self(right)
        if first == .absent || second == .absent { return .absent }
        guard case .known(let one) = first, case .known(let other) = second else { return .open }
        switch (symbol, one, other) {
        case (.equal, _, _): return .known(.bool(one == other))
        case (.notEqual, _, _): return .known(.bool(one != other))
        case (.membership, _, .list(let elements)): return .known(.bool(elements.contains(one)))
        case (.less, .int(let a), .int(let b)): return .known(.bool(a < b))
        case (.lessOrEqual, .int(let a), .int(let b)): return .known(.bool(a <= b))
        case (.greater, .int(let a), .int(let b)): return .known(.bool(a > b))
        case (.greaterOrEqual, .int(let a), .int(let b)): return .known(.bool(a >= b))
        default: return .open
        }
    }

    /// Anything that needs all its parts.
    private func strict(_ parts: [Syntax]) -> Glimpse {
        parts.contains { self($0) == .absent } ? .absent : .open
    }

    func size(_ list: Syntax) -> Glimpse {
        switch self(list) {
        case .known(.list(let elements)): .known(.int(Int64(elements.count)))
        case .absent: .absent
        default: .open
        }
    }
}
