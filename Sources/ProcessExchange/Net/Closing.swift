import LifecycleModel
public import Rules

/// An act that closes small machines of a kind by itself: what follows for them from a move of another machine.
struct Closing: Hashable {
    /// The act.
    let event: String
    let label: Phrase
    /// States they leave, and the one they enter.
    let states: [String]
    let to: String

    /// All of them for one kind, in the order of the rule files.
    static func all(of kind: String, in regime: Regime) -> [Closing] {
        let machines = [regime.task] + regime.machines.sorted { $0.key < $1.key }.map(\.value)
        var closings: [Closing] = []
        for transition in machines.flatMap(\.transitions) {
            for case .close(kind, let states, let to) in transition.effects {
                let closing = Closing(event: transition.event, label: transition.label, states: states, to: to)
                if !closings.contains(closing) { closings.append(closing) }
            }
        }
        return closings
    }
}

extension Transition {
    /// Whether it takes the task out of this regime.
    var changesRegime: Bool {
        effects.contains { if case .setRegime = $0 { true } else { false } }
    }
}

extension Regime {
    /// Positions of another regime into which acts under this one move a task.
    public func entries(into other: String) -> [String] {
        let effects = ([task] + machines.values).flatMap { $0.transitions.flatMap(\.effects) }
        var positions: Set<String> = []
        for case .setRegime(other, let position) in effects { positions.insert(position) }
        return positions.sorted()
    }
}
