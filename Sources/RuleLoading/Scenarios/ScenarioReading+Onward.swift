import LifecycleModel
import Rules
import Scenarios

extension ScenarioReading {
    /// `[acceptance.on, acceptance.note?]`: the facts that come with an event.
    func asked(_ cursor: Cursor, of transitions: [Transition]) -> Set<String> {
        let records = transitions.flatMap(\.records).map(\.fact)
        return some(cursor, of: Set(records + records.map { "\($0)?" }), "unknown-fact", vi: "thông tin", en: "fact")
    }

    /// `[award, cancel]` for the task, or `{task: [award], dossier:1: []}`.
    func onward(_ cursor: Cursor) -> [Expectation.Onward] {
        guard cursor.node.mapping != nil else { return [Expectation.Onward(target: .task, events: events(cursor, of: regime.task))] }
        return cursor.pairs().compactMap { name, key, value in
            guard let target = target(name, value, at: key), let machine = regime.machine(target.kind) else { return nil }
            return Expectation.Onward(target: target, events: events(value, of: machine))
        }
    }

    private func events(_ cursor: Cursor, of machine: Machine) -> [String] {
        cursor.collect { one($0, of: Set(machine.transitions.map(\.event)), "unknown-event", vi: "sự kiện", en: "event") }
    }

    /// How a life ends.
    func ending(_ cursor: Cursor) -> String? {
        one(cursor, of: Machine.State.End.allCases.map(\.rawValue), "unknown-value", vi: "kết cục", en: "end")
    }

    /// `{dossier:1: withdrawn}`
    func endings(_ cursor: Cursor) -> [Expectation.Ending] {
        cursor.pairs().compactMap { name, key, value in
            guard let target = target(name, value, at: key), regime.machines[target.kind] != nil else { return nil }
            return ending(value).map { Expectation.Ending(target: target, end: $0) }
        }
    }
}
