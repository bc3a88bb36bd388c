import Expressions
import Rules

/// Whether a step, or a situation, breaks the claim.
extension Exploration {
    /// Whether the claim is broken by beginning in a state.
    func isBrokenEntering(_ state: String) -> Bool {
        guard case .never(_, _, nil) = claim else { return false }
        return watches.contains { $0.isOnAtStart && $0.bad.kind == .state && $0.bad.names.contains(state) }
    }

    /// Whether standing there breaks the claim.
    func isBrokenStanding(_ situation: Situation) -> Bool {
        guard case .always(_, let states) = claim, !situation.hasLeft, states.contains(situation.state) else { return false }
        let evaluation = PartialEvaluation(following.view(of: situation, isOwn: true))
        return !clause.allSatisfy { evaluation($0).surelyHolds }
    }

    /// Whether taking a move breaks the claim; `judged` is the situation its requirements were judged in.
    func breaks(_ move: Move, from situation: Situation, judged: Situation) -> Bool {
        if case .every(let occurrence, let brought) = claim {
            return life.happens(occurrence, in: move, from: situation.state).maybe
                && !life.happens(brought, in: move, from: situation.state).surely
        }
        if case .apart(let one, let other) = claim,
            life.happens(one, in: move, from: situation.state).maybe, life.happens(other, in: move, from: situation.state).maybe
        {
            return true
        }
        return watches.enumerated().contains { index, watch in
            situation.armed & 1 << UInt8(index) != 0
                && life.happens(watch.bad, in: move, from: situation.state).maybe
                && !(watch.off.map { life.happens($0, in: move, from: situation.state).surely } ?? false)
                && !isExcused(move, in: judged)
        }
    }

    /// Whether the claim's condition lets the move pass.
    private func isExcused(_ move: Move, in judged: Situation) -> Bool {
        guard case .never(_, _, let proviso?) = claim else { return false }
        let evaluation = PartialEvaluation(following.view(of: judged, isOwn: move.isOwn))
        switch proviso {
        case .when:
            guard case .terms(let left) = evaluation.remainder(of: clause + move.terms) else { return true }
            return Consistency.excludeEachOther(left) || !life.consistency.canHold(clause + move.terms)
        case .unless:
            return clause.allSatisfy { evaluation($0).surelyHolds || life.consistency.implies(move.terms, $0) }
        }
    }

    /// Turns watches on and off after a move.
    func turnWatches(_ situation: inout Situation, by move: Move, from state: String) {
        for (index, watch) in watches.enumerated() {
            let bit = UInt8(1) << UInt8(index)
            if let on = watch.on, life.happens(on, in: move, from: state).maybe { situation.armed |= bit }
            if let off = watch.off, life.happens(off, in: move, from: state).surely { situation.armed &= ~bit }
        }
    }
}
