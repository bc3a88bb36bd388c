import LifecycleModel
import Rules

extension Counterexample {
    /// The steps of a life, from its beginning.
    init(_ moves: [Move], of life: Life) {
        var state = life.machine.initial
        if let first = moves.first(where: \.isOwn)?.from, !first.contains(state) {
            // It came from another regime.
            state = life.regime.entries.keys.sorted().first(where: first.contains) ?? state
        }
        var steps: [Step] = []
        for move in moves {
            let to = move.to ?? state
            let label: Phrase
            if move.isOwn || move.machine == Regime.taskMachine {
                label = move.transition.label
            } else {
                let name = life.regime.machines[move.machine]?.label ?? Phrase(vi: move.machine)
                label = Phrase(vi: "\(name.vi): \(move.transition.label.vi)", en: "\(name[.en]): \(move.transition.label[.en])")
            }
            let arrival = life.machine.states[to]?.label ?? Phrase(vi: to)
            steps.append(
                Step(machine: move.machine, event: move.transition.event, label: label, from: state, to: to, arrival: arrival)
            )
            state = to
        }
        self.init(steps: steps)
    }
}
