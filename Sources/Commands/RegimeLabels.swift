import LifecycleModel
import Rules
import Services
import Store

/// Labels of positions, events and facts in the language of this run, out of the definitions tasks are pinned to.
final class RegimeLabels {
    private var regimes: [String: Regime] = [:]
    private let reader: any StoreReader

    init(_ reader: any StoreReader) {
        self.reader = reader
    }

    /// The definition with that hash; nil when the store lacks it.
    func regime(_ hash: String) -> Regime? {
        if let known = regimes[hash] { return known }
        guard let row = try? reader.definition(hash: hash), let regime = try? Regime(canonical: row.canonical) else { return nil }
        regimes[hash] = regime
        return regime
    }

    /// The state's label.
    func state(_ position: Position, _ hash: String) -> String {
        regime(hash)?.task.states[position.description]?.label[Speech.language] ?? position.description
    }

    /// The labels of the states that tasks stand at, by definition.
    func states(of tasks: [TaskRow]) -> [String: [Position: String]] {
        tasks.reduce(into: [:]) { found, task in
            if found[task.definition]?[task.position] == nil {
                found[task.definition, default: [:]][task.position] = state(task.position, task.definition)
            }
        }
    }

    /// The stage's label.
    func stage(_ stage: String, _ hash: String) -> String {
        regime(hash)?.stages.first { $0.id == stage }?.label[Speech.language] ?? stage
    }
}

extension Regime {
    /// The label of a deadline of a machine.
    func deadlineLabel(_ machine: String, _ id: String) -> String {
        self.machine(machine)?.deadlines[id]?.label[Speech.language] ?? id
    }

    /// The label of a role.
    func roleLabel(_ id: String) -> String { roles[id]?.label[Speech.language] ?? id }

    /// The label of a choice fact's value, or the value itself.
    func shown(_ path: String, _ value: String) -> String {
        fact(path, of: task)?.choices.first { $0.value == value }?.label[Speech.language] ?? value
    }
}
