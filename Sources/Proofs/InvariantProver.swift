import Expressions
import LifecycleModel
public import Rules

/// Proves the invariants a rule file declares, by looking at every situation a life can come into.
///
/// It begins with nothing but the states. Where a way breaks the claim, it asks whether the requirements along that way can hold at all, and
/// follows only those facts, documents, flags and small machines that speak against it, until nothing breaks the claim any more or a way
/// remains. Facts with many values — numbers, dates, texts — are followed only as known or not known; whatever is not followed may be
/// anything. So `proved` is never said of a claim that some life breaks.
public struct InvariantProver {
    private let compiled: CompiledRegime
    private let limit: Int

    /// No more situations are looked at for one invariant.
    public static let standardLimit = 20_000

    /// Prepares proofs about a regime without faults.
    public init(_ compiled: CompiledRegime, limit: Int = standardLimit) {
        self.compiled = compiled
        self.limit = limit
    }

    /// The results, by identifier.
    public func results() -> [InvariantResult] {
        var lives: [String: Life] = [:]
        return compiled.regime.invariants.sorted { $0.key < $1.key }.compactMap { id, invariant in
            guard let life = lives[invariant.machine] ?? Life(of: invariant.machine, in: compiled) else { return nil }
            lives[invariant.machine] = life
            guard let source = invariant.clause?.source else { return result(id, invariant, life, clause: nil) }
            // A condition that does not compile is a fault of its own.
            guard let clause = try? compiled.expression(source, ofInvariantOf: invariant.machine) else { return nil }
            return result(id, invariant, life, clause: clause.syntax)
        }
    }

    private func result(_ id: String, _ invariant: Invariant, _ life: Life, clause: Syntax?) -> InvariantResult {
        var atoms: [Atom] = []
        var explored = 0
        func result(_ verdict: InvariantResult.Verdict) -> InvariantResult {
            InvariantResult(id: id, invariant: invariant, verdict: verdict, explored: explored)
        }
        while true {
            let exploration = Exploration(Following(life, atoms), invariant.claim, clause: clause)
            let round = exploration.run(limit: limit - explored)
            explored += round.explored
            switch round.outcome {
            case .holds: return result(.proved)
            case .tooMany:
                return result(
                    .undecided(
                        Phrase(
                            vi: "quá \(limit) tình huống; hãy nêu hẹp hơn",
                            en: "more than \(limit) situations; claim something narrower"
                        )
                    )
                )
            case .broken(let path):
                let moves = path.map { life.moves[$0] }
                let further = followable(along: moves, clause, life).filter { !atoms.contains($0) }
                func exploration(with more: [Atom]) -> Exploration {
                    Exploration(Following(life, atoms + more), invariant.claim, clause: clause)
                }
                let wider = exploration(with: further)
                guard !further.isEmpty, case .stopped(let blamed) = wider.follow(moves) else {
                    return result(verdict(for: moves, invariant, life, wider))
                }
                // The nearer to the end something stands that speaks against the way, the more it has to do with the claim.
                if let one = further.first(where: { exploration(with: [$0]).follow(moves).isStopped }) {
                    atoms.append(one)
                } else {
                    let new = blamed.filter { !atoms.contains($0) }
                    atoms += new.isEmpty ? further : new
                }
            }
        }
    }

    /// What the condition, and the requirements along a way from its end backwards, read that can be followed.
    private func followable(along moves: [Move], _ clause: Syntax?, _ life: Life) -> [Atom] {
        var atoms: [Atom] = []
        func add(_ paths: Set<FactPath>) {
            for atom in paths.sorted().compactMap({ life.atom(for: $0) }) where !atoms.contains(atom) { atoms.append(atom) }
        }
        add(clause?.followable ?? [])
        for move in moves.reversed() {
            for paths in move.paths { add(paths) }
            let kind = Atom.machines(move.machine)
            if !move.isOwn, life.canFollow(move.machine), !atoms.contains(kind) { atoms.append(kind) }
        }
        return atoms
    }

    private func verdict(for moves: [Move], _ invariant: Invariant, _ life: Life, _ exploration: Exploration) -> InvariantResult.Verdict {
        if case .always = invariant.claim, exploration.isClauseOutOfSight {
            return .undecided(
                Phrase(
                    vi: "điều kiện đọc điều mà chứng minh không theo dõi được (số, ngày, người)",
                    en: "the condition reads what a proof cannot follow (numbers, dates, people)"
                )
            )
        }
        return .broken(Counterexample(moves, of: life))
    }
}
