import Expressions
import Rules

/// One step that a life may take, with everything about it that can matter to a proof.
final class Move {
    /// The machine whose event it is.
    let machine: String
    /// The transition.
    let transition: Transition
    /// The event as other machines name it: `advance/pay`.
    let qualifiedEvent: String
    /// What must hold, a term each.
    let terms: [Syntax]
    /// What each term reads that can be followed.
    let paths: [Set<FactPath>]
    /// The states of the life it can be taken in; nil: in any.
    let from: Set<String>?
    /// The state the life enters by it; nil: it stays.
    let to: String?
    /// Whether the life goes on under another regime.
    let leaves: Bool
    /// Whether it is a move of the life's own machine.
    let isOwn: Bool
    /// Facts that come with it.
    let records: [(path: FactPath, isRequired: Bool)]
    /// Facts it computes, in order.
    let sets: [(path: FactPath, expression: Syntax?)]
    /// Small machines it opens; whether at least one for certain.
    let opens: [(machine: String, isCertain: Bool)]
    /// Clocks of the life's own machine that it starts.
    let starts: Set<String>

    /// A transition of the life's own machine (`from`, `to` its states), or of another one beside it.
    init(
        _ compiled: CompiledTransition,
        of machine: String,
        isOwn: Bool,
        in regime: Regime,
        from: Set<String>?,
        to: String?,
        starts: Set<String>
    ) {
        self.machine = machine
        transition = compiled.rule
        qualifiedEvent = "\(machine)/\(compiled.rule.event)"
        terms = compiled.requirements.compactMap(\.expression).flatMap { Exclusion.terms(of: $0.syntax) }
        paths = terms.map(\.followable)
        self.from = from
        self.to = to
        self.isOwn = isOwn
        self.starts = starts
        leaves = isOwn && compiled.rule.leaves(regime)
        // `this` of another machine is not that of this life.
        func isFollowable(_ fact: String) -> Bool { isOwn || !fact.hasPrefix("this.") }
        records = compiled.rule.records.filter { isFollowable($0.fact) }.map { (FactPath($0.fact), $0.isRequired) }
        var sets: [(path: FactPath, expression: Syntax?)] = []
        var opens: [(machine: String, isCertain: Bool)] = []
        for effect in compiled.rule.effects {
            switch effect {
            case .set(let fact, _) where isFollowable(fact): sets.append((FactPath(fact), compiled.effectExpressions[fact]?.syntax))
            case .open(let machine, let schedule, _):
                // A schedule until a date may have no period at all.
                opens.append((machine, schedule.map { ($0.count ?? 0) > 0 } ?? true))
            default: break
            }
        }
        self.sets = sets
        self.opens = opens
    }

}

extension FactPath {
    /// The path of a fact as rule files write it.
    init(_ fact: String) {
        let parts = fact.split(separator: ".", maxSplits: 1).map(String.init)
        self.init(root: parts.first ?? fact, fields: Array(parts.dropFirst()))
    }
}
