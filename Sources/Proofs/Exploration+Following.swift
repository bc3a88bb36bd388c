import Expressions
import Rules

/// Whether one way can be taken, step by step, with more followed than when it was found.
extension Exploration {
    /// How following a way ends.
    enum Passage {
        /// It can be taken, and breaks the claim.
        case breaks
        /// It cannot, or does not break the claim; these speak against it.
        case stopped(by: [Atom])

        /// Whether something speaks against it.
        var isStopped: Bool {
            if case .stopped = self { true } else { false }
        }
    }

    /// Follows a way from the beginning.
    func follow(_ moves: [Move]) -> Passage {
        var situations = Set(starts)
        if moves.isEmpty {
            let isBroken = starts.contains(where: isBrokenStanding) || initialStates.contains(where: isBrokenEntering)
            return isBroken ? .breaks : .stopped(by: atoms(in: clause))
        }
        for (number, move) in moves.enumerated() {
            let present = situations.filter { !$0.hasLeft && (move.from?.contains($0.state) ?? true) }
            let steps = present.flatMap { self.steps(from: $0, by: move) }
            if steps.isEmpty { return .stopped(by: blamed(for: move, in: present)) }
            if number == moves.count - 1 {
                return steps.contains(where: \.isBroken) ? .breaks : .stopped(by: atoms(in: clause))
            }
            situations = Set(steps.map(\.situation))
        }
        return .breaks
    }

    /// What the requirements read that cannot hold in these situations, whatever the event brings.
    private func blamed(for move: Move, in situations: Set<Situation>) -> [Atom] {
        var atoms: [Atom] = []
        for situation in situations {
            guard isPresent(move, in: situation) else {
                atoms.append(.machines(move.machine))
                continue
            }
            for arrived in arrivals(situation, move) {
                // One requirement is reason enough.
                guard let first = blame(for: move, in: arrived).first else { continue }
                atoms += self.atoms(in: [move.terms[first]])
            }
        }
        var seen: Set<Atom> = []
        return atoms.filter { seen.insert($0).inserted }
    }

    private func atoms(in terms: [Syntax]) -> [Atom] {
        terms.flatMap { $0.followable.sorted() }.compactMap { life.atom(for: $0) }.filter(following.atoms.contains)
    }

    /// Whether the condition reads something that cannot be followed.
    var isClauseOutOfSight: Bool {
        clause.contains { term in
            let values = term.valuePaths.filter { life.consistency.constants[$0] == nil }
            return values.contains { path in
                switch life.atom(for: path) {
                case nil, .fact(_, nil): true
                default: false
                }
            } || term.followable.contains { life.atom(for: $0) == nil && life.consistency.constants[$0] == nil }
        }
    }
}
