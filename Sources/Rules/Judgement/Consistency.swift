package import Expressions

/// Whether conditions can hold together: facts with few values are tried value by value, everything else is judged by its form.
///
/// What it calls inconsistent never holds; what it calls consistent may still be impossible.
package struct Consistency {
    /// The values that each fact may have, when they are few.
    package let domains: [FactPath: [Value]]
    /// What never changes: parameters.
    package let constants: [FactPath: Value]

    /// No more combinations of values are tried.
    static let limit = 4096

    /// Takes the values facts may have.
    package init(domains: [FactPath: [Value]], constants: [FactPath: Value] = [:]) {
        self.domains = domains
        self.constants = constants
    }

    /// Whether nothing speaks against all conditions holding at once.
    package func canHold(_ conditions: [Syntax]) -> Bool {
        let terms = conditions.flatMap { Exclusion.terms(of: $0) }
        if Self.excludeEachOther(terms) { return false }
        var paths: [FactPath] = []
        var count = 1
        for path in terms.reduce(into: Set<FactPath>(), { $0.formUnion($1.followable) }).sorted() {
            guard let values = domains[path] else { continue }
            count *= values.count + 1
            guard count <= Self.limit else { break }
            paths.append(path)
        }
        return canHold(terms, Valuation(constants: constants), paths[...])
    }

    private func canHold(_ terms: [Syntax], _ valuation: Valuation, _ open: ArraySlice<FactPath>) -> Bool {
        guard case .terms(let left) = PartialEvaluation(valuation).remainder(of: terms) else { return false }
        if left.isEmpty { return true }
        guard let path = open.first else { return !Self.excludeEachOther(left) }
        let values = (domains[path] ?? []).map(Glimpse.known) + [.absent]
        return values.contains { value in
            var next = valuation
            next.values[path] = value
            return canHold(left, next, open.dropFirst())
        }
    }

    /// Whether a term is certain to hold wherever all conditions do: they ask for it themselves, or no values of its facts, missing ones
    /// included, let them hold without it.
    package func implies(_ conditions: [Syntax], _ term: Syntax) -> Bool {
        let terms = conditions.flatMap { Exclusion.terms(of: $0) }
        if terms.contains(term) { return true }
        let paths = term.followable.sorted()
        guard !paths.isEmpty, paths.allSatisfy({ domains[$0] != nil }) else { return false }
        return !isAvoidable(term, terms, Valuation(constants: constants), paths[...])
    }

    private func isAvoidable(_ term: Syntax, _ terms: [Syntax], _ valuation: Valuation, _ open: ArraySlice<FactPath>) -> Bool {
        guard let path = open.first else {
            guard !PartialEvaluation(valuation)(term).surelyHolds,
                case .terms(let left) = PartialEvaluation(valuation).remainder(of: terms)
            else { return false }
            return canHold(left)
        }
        return ((domains[path] ?? []).map(Glimpse.known) + [.absent]).contains { value in
            var next = valuation
            next.values[path] = value
            return isAvoidable(term, terms, next, open.dropFirst())
        }
    }

    /// Whether two of the terms can be seen by their form never to hold together.
    package static func excludeEachOther(_ terms: [Syntax]) -> Bool {
        for (place, term) in terms.enumerated() {
            for other in terms[(place + 1)...] where Exclusion.holds([term], [other]) { return true }
        }
        return false
    }

    private struct Valuation: PartialFacts {
        let constants: [FactPath: Value]
        var values: [FactPath: Glimpse] = [:]

        func glimpse(of path: FactPath) -> Glimpse {
            values[path] ?? constants[path].map(Glimpse.known) ?? .open
        }
    }
}

extension Syntax {
    /// The condition that holds when this one does not, though its facts are known.
    package var negated: Syntax { Syntax(.unary(.not, self)) }
}
