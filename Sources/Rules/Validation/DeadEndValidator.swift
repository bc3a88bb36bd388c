import LifecycleModel

/// `dead-end`, `endless-cycle`, `no-way-to-end`, `leaves-end`: states from which life cannot end, ends that are left again.
struct DeadEndValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        parts.flatMap { findings(in: $0, of: regime, parts: parts) }
    }

    private func findings(in part: Regime.Part, of regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        let graph = StateGraph(part, among: parts)
        let saved = StateGraph.reachable(from: regime.goals(of: part), by: graph.previous)
        for state in part.machine.states.keys.sorted() where !saved.contains(state) {
            let path = part.path / "states" / state
            let onward = graph.next[state] ?? []
            if onward.isEmpty {
                findings.append(
                    Finding(
                        "dead-end",
                        at: path,
                        Phrase(
                            vi: "không gì rời được trạng thái ‘\(state)’, mà đây không phải điểm kết thúc",
                            en: "nothing leaves the state ‘\(state)’, which is no end"
                        ),
                        hint: Phrase(vi: "thêm một bước đi tiếp, hoặc ‘end’", en: "add a transition onward, or ‘end’")
                    )
                )
            } else if StateGraph.reachable(from: onward, by: graph.next).contains(state) {
                findings.append(
                    Finding(
                        "endless-cycle",
                        at: path,
                        Phrase(
                            vi: "vòng lặp qua ‘\(state)’ không có lối ra đến điểm kết thúc",
                            en: "the cycle through ‘\(state)’ has no way out to an end"
                        )
                    )
                )
            } else {
                findings.append(
                    Finding(
                        "no-way-to-end",
                        at: path,
                        Phrase(vi: "từ ‘\(state)’ không đi được đến điểm kết thúc nào", en: "no end can be reached from ‘\(state)’")
                    )
                )
            }
        }
        for (path, transition) in part.transitions {
            guard let to = transition.to else { continue }
            for (index, from) in transition.from.enumerated() where from != to && part.machine.states[from]?.end != nil {
                findings.append(
                    Finding(
                        "leaves-end",
                        at: path / "from" / index,
                        Phrase(vi: "‘\(from)’ là điểm kết thúc, không đi tiếp được", en: "‘\(from)’ is an end, nothing goes on from it")
                    )
                )
            }
        }
        return findings
    }
}

extension Regime {
    /// Where a life must be able to get to: its ends, and the states from which the task can move to another regime, where it goes on.
    func goals(of part: Part) -> Set<String> {
        var goals = Set(part.machine.states.filter { $0.value.end != nil }.keys)
        guard part.isTask else { return goals }
        for transition in part.machine.transitions where transition.leaves(self) { goals.formUnion(transition.from) }
        return goals
    }
}

extension Transition {
    /// Whether it moves the task to another regime.
    package func leaves(_ regime: Regime) -> Bool {
        effects.contains { effect in
            if case .setRegime(let other, _) = effect { other != regime.id } else { false }
        }
    }
}
