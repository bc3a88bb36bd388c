package import Expressions

/// What is left of a condition once the followed facts are put in.
package enum Remainder {
    /// It cannot hold.
    case fails
    /// It holds when all these hold; none are left when it holds for certain.
    case terms([Syntax])
}

extension PartialEvaluation {
    /// What is left of conditions that must all hold.
    package func remainder(of conditions: some Sequence<Syntax>) -> Remainder {
        var left: [Syntax] = []
        for condition in conditions {
            for term in Exclusion.terms(of: condition) {
                let glimpse = self(term)
                if glimpse.cannotHold { return .fails }
                if glimpse.surelyHolds { continue }
                let simplified = simplified(term)
                guard simplified !== term else {
                    left.append(term)
                    continue
                }
                guard case .terms(let more) = remainder(of: [simplified]) else { return .fails }
                left += more
            }
        }
        return .terms(left)
    }

    /// The same condition without alternatives that the followed facts rule out; the very same node when there are none.
    private func simplified(_ term: Syntax) -> Syntax {
        switch term.kind {
        case .logical(.or, let alternatives):
            let possible = alternatives.filter { !self($0).cannotHold }
            if possible.count == alternatives.count { return term }
            if possible.count == 1, let only = possible.first { return only }
            return Syntax(.logical(.or, possible))
        case .binary(let symbol, let left, let right):
            let (one, other) = (chosen(left), chosen(right))
            return one === left && other === right ? term : Syntax(.binary(symbol, one, other))
        default: return chosen(term)
        }
    }

    /// The branch of `condition ? first : second` that the followed facts choose.
    private func chosen(_ term: Syntax) -> Syntax {
        guard case .conditional(let condition, let first, let second) = term.kind, case .known(.bool(let flag)) = self(condition)
        else { return term }
        return chosen(flag ? first : second)
    }
}
