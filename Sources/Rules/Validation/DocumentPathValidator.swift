import LifecycleModel

/// `not-on-every-path`: a document that must be there to go on, though on some way to this transition no step asks for it or makes it.
///
/// What can be attached while it stands there, by a step that moves nothing or by a small machine, counts as at hand.
struct DocumentPathValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        guard let task = parts.first(where: \.isTask) else { return [] }
        let beside = Set(regime.machines.values.flatMap(\.transitions).flatMap(\.brought))
        let certain = certain(in: task.machine, from: [task.machine.initial] + regime.entries.keys.sorted())
        var findings: [Finding] = []
        for (path, transition) in task.transitions where transition.to != nil {
            for (number, requirement) in transition.requires.enumerated() {
                guard case .documents(let forms) = requirement.condition else { continue }
                for (index, form) in forms.enumerated() {
                    guard regime.forms[form] != nil, !beside.contains(form), !transition.brought.contains(form),
                        task.machine.transitions.contains(where: { $0.brought.contains(form) })
                    else { continue }
                    let lacking = transition.from.filter { state in
                        guard let known = certain[state] else { return false }
                        return !known.contains(form) && !task.machine.isBroughtStaying(form, in: state)
                    }
                    guard let state = lacking.min() else { continue }
                    findings.append(
                        Finding(
                            "not-on-every-path",
                            at: path / "requires" / number / "documents" / index,
                            Phrase(
                                vi: "có đường đến ‘\(state)’ mà không bước nào gắn hoặc tạo văn bản ‘\(form)’",
                                en: "on some way to ‘\(state)’ no transition attaches or produces the document ‘\(form)’"
                            ),
                            hint: Phrase(
                                vi: "đòi văn bản ở một bước mọi đường đều qua, hoặc ở chính bước này (documents)",
                                en: "ask for it at a step every way passes, or at this step itself (documents)"
                            )
                        )
                    )
                }
            }
        }
        return findings
    }

    /// The documents that are there for certain when a machine stands in a state; nothing for states it never reaches.
    private func certain(in machine: Machine, from starts: [String]) -> [String: Set<String>] {
        var certain: [String: Set<String>] = [:]
        for start in starts { certain[start] = [] }
        var open = starts
        while let state = open.popLast() {
            for transition in machine.transitions where transition.from.contains(state) {
                guard let to = transition.to, to != state else { continue }
                let arriving = (certain[state] ?? []).union(transition.brought).union(transition.demanded)
                let known = certain[to].map { $0.intersection(arriving) } ?? arriving
                guard known != certain[to] else { continue }
                certain[to] = known
                open.append(to)
            }
        }
        return certain
    }
}

extension Transition {
    /// Forms that are attached by it or made for it.
    fileprivate var brought: Set<String> { Set(documents).union(produces) }

    /// Forms that must be there for it.
    fileprivate var demanded: Set<String> {
        requires.reduce(into: []) { forms, requirement in
            if case .documents(let demanded) = requirement.condition { forms.formUnion(demanded) }
        }
    }
}

extension Machine {
    /// Whether a step that moves nothing brings a document in a state.
    fileprivate func isBroughtStaying(_ form: String, in state: String) -> Bool {
        transitions.contains { $0.from.contains(state) && ($0.to == nil || $0.to == state) && $0.brought.contains(form) }
    }
}
