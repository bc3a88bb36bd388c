import LifecycleModel
import Rules

extension Migration {
    /// Puts the task and its living small machines into the states of the new definition.
    func moveStates(_ state: TaskState, _ draft: inout Draft) {
        if let position = passed(state.position, of: .task, &draft),
            let meaning = new.machine(Regime.taskMachine)?.states[position]?.meaning
        {
            draft.after.position = position
            draft.after.countsAs = meaning.countsAs
            for standing in meaning.countsAs where draft.after.reached[standing] == nil { draft.after.reached[standing] = day }
        }
        for (kind, instances) in state.machines {
            for (place, instance) in instances.enumerated() where instance.end == nil {
                let reference = MachineReference(kind: kind, number: instance.number)
                guard let name = passed(instance.state, of: reference, &draft) else { continue }
                draft.after.machines.change(kind, at: place) { $0.state = name }
            }
        }
    }

    /// The state a machine passes into; nil, and a blocker, when there is none it could live on in.
    private func passed(_ name: String, of machine: MachineReference, _ draft: inout Draft) -> String? {
        let target = map.state(name, of: machine.kind)
        let subject = machine == .task ? "" : "\(machine): "
        guard let states = new.regime.machine(machine.kind)?.states else {
            draft.block(
                "machine-missing",
                "\(machine): bộ quy tắc mới không có loại hồ sơ con này",
                "\(machine): the new rules know no such thing"
            )
            return nil
        }
        guard let state = states[target] else {
            draft.block(
                "state-missing",
                "\(subject)bộ quy tắc mới không có trạng thái «\(target)»",
                "\(subject)the new rules have no state \"\(target)\""
            )
            return nil
        }
        guard state.end == nil else {
            draft.block(
                "state-ends",
                "\(subject)ở bộ quy tắc mới, trạng thái «\(target)» là kết thúc; chuyển bộ quy tắc không kết thúc việc nào",
                "\(subject)under the new rules the state \"\(target)\" is an end, and a migration ends nothing"
            )
            return nil
        }
        return target
    }

    /// Facts that are known must mean under the new definition what they meant under the old one, and raised flags must still be known.
    func checkFacts(_ state: TaskState, _ draft: inout Draft) {
        for (group, facts) in state.facts {
            for (name, value) in facts.sorted(by: { $0.key < $1.key }) {
                compare("\(group).\(name)", value, old.regime.facts[group]?[name], new.regime.facts[group]?[name], &draft)
            }
        }
        for (kind, instances) in state.machines {
            for instance in instances where instance.end == nil {
                let (before, after) = (old.regime.machines[kind]?.facts ?? [:], new.regime.machines[kind]?.facts ?? [:])
                for (name, value) in instance.facts {
                    compare("\(kind):\(instance.number).\(name)", value, before[name], after[name], &draft)
                }
            }
        }
        let known = new.regime.flags
        for (flag, label) in state.flags.sorted(by: { $0.key < $1.key }) where !known.contains(flag) {
            draft.block(
                "flag-missing",
                "Cờ «\(label.vi)» (\(flag)) đang gắn mà bộ quy tắc mới không biết; gỡ cờ trước",
                "The flag \"\(label[.en])\" (\(flag)) is raised, and the new rules do not know it; clear it first"
            )
        }
    }

    /// A fact that the new definition no longer has stays in the record, where no rule reads it.
    private func compare(_ path: String, _ value: FactValue, _ before: Fact?, _ after: Fact?, _ draft: inout Draft) {
        guard let before, let after else { return }
        if before.type != after.type {
            draft.block(
                "fact-type",
                "Thông tin \(path) đổi kiểu: \(before.type.rawValue) → \(after.type.rawValue)",
                "The fact \(path) changes its type: \(before.type.rawValue) → \(after.type.rawValue)"
            )
        } else if after.type == .choice, let text = value.text, !after.choices.contains(where: { $0.value == text }) {
            draft.block(
                "fact-choice",
                "Thông tin \(path): bộ quy tắc mới không còn lựa chọn «\(text)»",
                "The fact \(path): the new rules no longer know the choice \"\(text)\""
            )
        }
    }
}

extension Regime {
    /// Every flag that something raises, clears or brings by passing.
    fileprivate var flags: Set<String> {
        Set(
            ([task] + machines.values).flatMap { machine in
                machine.transitions.flatMap(\.effects).compactMap { effect in
                    switch effect {
                    case .raise(let flag, _), .clear(let flag): flag
                    default: nil
                    }
                }
                    + machine.deadlines.values.flatMap(\.passing).compactMap {
                        if case .flag(let flag, _) = $0.act { flag } else { nil }
                    }
            }
        )
    }
}
