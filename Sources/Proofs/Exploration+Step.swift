import Expressions
import Rules

/// What taking a move in a situation leads to.
struct Step {
    let situation: Situation
    /// Whether the step breaks the claim.
    let isBroken: Bool
}

extension Exploration {
    /// The situations a move leads to, each once for every way its facts can come out; none when it cannot be taken.
    func steps(from situation: Situation, by move: Move) -> [Step] {
        guard isPresent(move, in: situation) else { return [] }
        return arrivals(situation, move).compactMap { arrived -> [Step]? in
            guard blame(for: move, in: arrived).isEmpty else { return nil }
            var judged = arrived
            narrow(&judged, by: move)
            let isBad = breaks(move, from: situation, judged: judged)
            return effects(of: move, on: judged).flatMap { after -> [Step] in
                var after = after
                turnWatches(&after, by: move, from: situation.state)
                return resolved(after, standing: true).map { Step(situation: $0, isBroken: isBad || isBrokenStanding($0)) }
            }
        }.flatMap { $0 }
    }

    /// The situations that a situation stands for, taken apart by what some expressions read.
    func resolved(_ situation: Situation, reading paths: some Sequence<FactPath>) -> [Situation] {
        var situations = [situation]
        for place in Set(paths.compactMap(following.place(of:))).sorted() {
            let numbers = following.atoms[place].resolved(situation.values[place])
            guard numbers.count > 1 else { continue }
            situations = situations.flatMap { one in numbers.map { one.with($0, at: place) } }
        }
        return situations
    }

    /// The same by what the claim reads of whoever stands there.
    func resolved(_ situation: Situation, standing: Bool) -> [Situation] {
        guard case .always(_, let states) = claim, standing, states.contains(situation.state) else { return [situation] }
        return resolved(situation, reading: clausePaths)
    }

    /// Whether a small machine may stand where the move starts.
    func isPresent(_ move: Move, in situation: Situation) -> Bool {
        guard !move.isOwn, move.machine != Regime.taskMachine, let place = following.place(ofMachines: move.machine) else { return true }
        return situation.values[place] & following.bits(move.transition.from, of: move.machine) != 0
    }

    /// What the event brings, taken apart by what its requirements read: facts with any value, documents that may come with whatever happens.
    func arrivals(_ situation: Situation, _ move: Move) -> [Situation] {
        guard !following.atoms.isEmpty else { return [situation] }
        let relevance = relevance(of: move)
        var arrivals = [situation]
        for (place, isRequired) in relevance.records {
            let kept = situation.values[place]
            let numbers = isRequired ? [Atom.something] : kept == 0 ? [Atom.anything] : Array(Set([kept, Atom.something])).sorted()
            arrivals = arrivals.flatMap { one in numbers.map { one.with($0, at: place) } }
        }
        for (place, atom) in following.atoms.enumerated() {
            guard case .document(let form) = atom else { continue }
            let kept = situation.values[place]
            let numbers: [UInt64] = move.transition.documents.contains(form) ? [1] : kept == 0 ? [0, 1] : [kept]
            arrivals = arrivals.flatMap { one in numbers.map { one.with($0, at: place) } }
        }
        let paths = relevance.mayBeBad ? relevance.paths.union(clausePaths) : relevance.paths
        return paths.isEmpty ? arrivals : arrivals.flatMap { resolved($0, reading: paths) }
    }

    /// The requirements that cannot hold, by the place of their terms.
    func blame(for move: Move, in arrived: Situation) -> [Int] {
        let terms = relevance(of: move).terms
        guard !terms.isEmpty else { return [] }
        let evaluation = PartialEvaluation(following.view(of: arrived, isOwn: move.isOwn))
        return terms.filter { evaluation(move.terms[$0]).cannotHold }
    }

    /// Keeps only the states that small machines may be in once the requirements hold.
    private func narrow(_ situation: inout Situation, by move: Move) {
        for index in relevance(of: move).terms where move.paths[index].contains(where: { $0.root.hasPrefix("machines.") }) {
            let evaluation = PartialEvaluation(following.view(of: situation, isOwn: move.isOwn))
            guard let (machines, states) = evaluation.statesLeft(by: move.terms[index]),
                let place = following.place(of: FactPath(root: machines)), case .machines(let kind) = following.atoms[place]
            else { continue }
            situation.values[place] = situation.values[place].keeping(following.bits(states, of: kind))
        }
    }

    // MARK: Effects

    private func effects(of move: Move, on judged: Situation) -> [Situation] {
        var results = [judged]
        for (path, expression) in move.sets {
            guard let place = following.place(of: path) else { continue }
            results = results.flatMap { result in
                numbers(of: expression, for: following.atoms[place], in: result, isOwn: move.isOwn).map { result.with($0, at: place) }
            }
        }
        return results.map { result in
            var after = result
            if !following.atoms.isEmpty {
                moveMachines(&after, by: move)
                for effect in move.transition.effects { turnFlag(effect, in: &after) }
            }
            if move.isOwn, let place = following.place(of: FactPath(root: "fired", fields: [move.transition.event])) {
                after.values[place] = 1
            }
            if let to = move.to { after.state = to }
            after.hasLeft = move.leaves
            return after
        }
    }

    /// The numbers a computed value may have.
    private func numbers(of expression: Syntax?, for atom: Atom, in situation: Situation, isOwn: Bool) -> [UInt64] {
        let any = [Atom.something]
        guard let expression, case .fact(_, .some) = atom else { return any }
        switch PartialEvaluation(following.view(of: situation, isOwn: isOwn))(expression) {
        case .known(let value): return [atom.number(of: value)]
        case .absent: return []
        case .there, .open:
            guard case .conditional(_, let first, let second) = expression.kind else { return any }
            return Array(
                Set(
                    numbers(of: first, for: atom, in: situation, isOwn: isOwn)
                        + numbers(of: second, for: atom, in: situation, isOwn: isOwn)
                )
            ).sorted()
        }
    }

    private func moveMachines(_ situation: inout Situation, by move: Move) {
        if !move.isOwn, let to = move.transition.to, let place = following.place(ofMachines: move.machine) {
            // Others may stand where this one stood, but none does for certain.
            let left = following.bits(move.transition.from, of: move.machine)
            situation.values[place] = situation.values[place].unsure(of: left).adding(
                following.bits([to], of: move.machine),
                isCertain: true
            )
        }
        for effect in move.transition.effects {
            guard case .close(let kind, let states, let to) = effect, let place = following.place(ofMachines: kind) else { continue }
            let closed = following.bits(states, of: kind)
            let before = situation.values[place]
            if before & closed != 0 {
                let isCertain = before >> UInt64(Atom.stateLimit) & closed != 0
                situation.values[place] = before.keeping(~closed).adding(following.bits([to], of: kind), isCertain: isCertain)
            }
        }
        // What is opened with this step is not closed by it.
        for opened in move.opens {
            guard let place = following.place(ofMachines: opened.machine), let initial = life.regime.machines[opened.machine]?.initial
            else { continue }
            let bits = following.bits([initial], of: opened.machine)
            situation.values[place] = situation.values[place].adding(bits, isCertain: opened.isCertain)
        }
    }

    private func turnFlag(_ effect: Effect, in situation: inout Situation) {
        let (flag, number): (String, UInt64)
        switch effect {
        case .raise(let raised, _): (flag, number) = (raised, 1)
        case .clear(let cleared): (flag, number) = (cleared, 0)
        default: return
        }
        if let place = following.place(of: FactPath(root: "flags", fields: [flag])) { situation.values[place] = number }
    }
}

/// States of small machines as bits: where some may stand in the lower half, where one stands for certain in the upper.
extension UInt64 {
    fileprivate func keeping(_ bits: UInt64) -> UInt64 {
        let low = bits & UInt64(UInt32.max)
        return self & (low | low << UInt64(Atom.stateLimit))
    }

    fileprivate func unsure(of bits: UInt64) -> UInt64 { self & ~(bits << UInt64(Atom.stateLimit)) }

    fileprivate func adding(_ bits: UInt64, isCertain: Bool) -> UInt64 {
        self | bits | (isCertain ? bits << UInt64(Atom.stateLimit) : 0)
    }
}

extension Situation {
    /// The same with another number for an atom.
    fileprivate func with(_ number: UInt64, at place: Int) -> Situation {
        var other = self
        other.values[place] = number
        return other
    }
}
