package import Expressions

/// Lists of small machines: only where some of them may stand, or stand for certain, is followed, neither how many nor which.
extension PartialEvaluation {
    /// `machines.dossier.exists(d, …)` and its relatives.
    func comprehension(_ macro: Syntax.Comprehension) -> Glimpse {
        guard let path = macro.range.factPath, path.fields.isEmpty, let states = facts.states(of: path.root) else { return .open }
        func body(_ state: String) -> Glimpse {
            var inner = self
            inner.elements[macro.variable] = Element(machines: path.root, state: state)
            return inner(macro.body)
        }
        let values = states.map(body)
        let certain = facts.certainStates(of: path.root).map(body)
        switch macro.macro {
        case .exists, .existsOne:
            if macro.macro == .exists, certain.contains(where: \.surelyHolds) { return .known(.bool(true)) }
            guard values.allSatisfy(\.cannotHold) else { return .open }
            return values.contains(.absent) ? .absent : .known(.bool(false))
        case .all:
            if certain.contains(.known(.bool(false))) { return .known(.bool(false)) }
            return values.allSatisfy { $0 == .known(.bool(true)) } ? .known(.bool(true)) : .open
        case .filter: return values.allSatisfy { $0 == .known(.bool(false)) } ? .known(.list([])) : .open
        case .map: return states.isEmpty ? .known(.list([])) : .open
        }
    }

    /// The states in which some of the machines may still stand once a condition holds, by machine; those it says nothing about are left out.
    package func statesLeft(by term: Syntax) -> (machines: String, states: Set<String>)? {
        let (macro, holdsForAll): (Syntax.Comprehension, Bool)
        switch term.kind {
        case .comprehension(let all) where all.macro == .all: (macro, holdsForAll) = (all, true)
        case .unary(.not, let inner):
            guard case .comprehension(let exists) = inner.kind, exists.macro == .exists else { return nil }
            (macro, holdsForAll) = (exists, false)
        default: return nil
        }
        guard let path = macro.range.factPath, path.fields.isEmpty, let states = facts.states(of: path.root) else { return nil }
        let left = states.filter { state in
            var inner = self
            inner.elements[macro.variable] = Element(machines: path.root, state: state)
            // Of a state for which the body is certain to say otherwise there can be no machine.
            return inner(macro.body) != .known(.bool(!holdsForAll))
        }
        return (path.root, left)
    }
}
