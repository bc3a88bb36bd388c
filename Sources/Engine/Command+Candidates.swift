import LifecycleModel
import Rules

/// Refusals of commands that no transition takes.
extension Command {
    /// Why no transition of this event leaves the state.
    func noTransition(_ rules: CompiledRegime, from: String) -> Blocker {
        guard let definition = rules.regime.machine(machine.kind) else { return unknownEvent(rules.regime.task, rules, from) }
        let known = definition.transitions.filter { $0.event == event }
        guard let first = known.first else { return unknownEvent(definition, rules, from) }
        let label = definition.states[from]?.label ?? Phrase(vi: from)
        let places = Set(known.flatMap(\.from)).sorted().compactMap { name in
            definition.states[name].map { (name, $0.label) }
        }
        return Blocker(
            code: definition.states[from]?.end == nil ? "not-from-here" : "life-ended",
            message: Phrase(
                vi: "Không thể «\(first.label.vi)» khi đang ở «\(label.vi)»",
                en: "\"\(first.label[.en])\" cannot happen while at \"\(label[.en])\""
            ),
            parameters: [Blocker.Parameter("event", event), Blocker.Parameter("position", from)],
            cure: Phrase(
                vi: "Chỉ thực hiện được từ: " + places.map { "\($0.1.vi) (\($0.0))" }.joined(separator: "; "),
                en: "It can happen from: " + places.map { "\($0.1[.en]) (\($0.0))" }.joined(separator: "; ")
            )
        )
    }

    /// Why there is no such machine.
    func unknownMachine(_ rules: CompiledRegime, _ state: TaskState) -> Blocker {
        guard let definition = rules.regime.machine(machine.kind) else {
            return Blocker(
                code: "unknown-machine",
                message: Phrase(
                    vi: "Quy tắc không có loại «\(machine.kind)»",
                    en: "The rules know nothing called \"\(machine.kind)\""
                ),
                parameters: [Blocker.Parameter("machine", machine.kind)],
                cure: Phrase(
                    vi: "Các loại: " + rules.regime.machines.keys.sorted().joined(separator: ", "),
                    en: "Known: " + rules.regime.machines.keys.sorted().joined(separator: ", ")
                )
            )
        }
        let count = state.machines[machine.kind]?.count ?? 0
        return Blocker(
            code: "no-such-machine",
            message: Phrase(
                vi: "Nhiệm vụ không có «\(definition.label.vi)» số \(machine.number); hiện có \(count)",
                en: "The task has no \(definition.label[.en]) number \(machine.number); there are \(count)"
            ),
            parameters: [Blocker.Parameter("machine", machine.description)]
        )
    }

    private func unknownEvent(_ definition: Machine, _ rules: CompiledRegime, _ from: String) -> Blocker {
        let elsewhere =
            ([(Regime.taskMachine, rules.regime.task)] + rules.regime.machines.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
            .filter { id, other in id != machine.kind && other.transitions.contains { $0.event == event } }.map(\.0)
        let here = Set(rules.transitions(of: machine.kind, from: from).map(\.rule.event)).sorted()
        var cure = Phrase(
            vi: "Sự kiện có thể thực hiện lúc này: " + (here.isEmpty ? "không có" : here.joined(separator: ", ")),
            en: "Events possible now: " + (here.isEmpty ? "none" : here.joined(separator: ", "))
        )
        if let other = elsewhere.first {
            cure =
                other == Regime.taskMachine
                ? Phrase(
                    vi: "«\(event)» là sự kiện của chính nhiệm vụ: bỏ --on",
                    en: "\"\(event)\" is an event of the task itself: leave out --on"
                )
                : Phrase(
                    vi: "«\(event)» thuộc «\(other)»: thêm --on \(other):SỐ",
                    en: "\"\(event)\" belongs to \"\(other)\": add --on \(other):NUMBER"
                )
        }
        return Blocker(
            code: "unknown-event",
            message: Phrase(
                vi: "Quy tắc không có sự kiện «\(event)» cho «\(definition.label.vi)»",
                en: "The rules have no event \"\(event)\" for \"\(definition.label[.en])\""
            ),
            parameters: [Blocker.Parameter("event", event)],
            cure: cure
        )
    }
}
