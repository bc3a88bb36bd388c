import LifecycleModel

/// `unleavable`: a state or cycle that has ways out, but none that a person may take and none that a clock ever fires.
struct UnleavableStateValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        parts.flatMap { part -> [Finding] in
            var living = part.machine
            living.transitions.removeAll { !isEverTaken($0, in: part, of: regime) }
            let targets = regime.goals(of: part)
            let all = StateGraph.reachable(from: targets, by: StateGraph(part, among: parts).previous)
            let taken = StateGraph.reachable(
                from: targets,
                by: StateGraph(Regime.Part(id: part.id, machine: living), among: parts).previous
            )
            return all.subtracting(taken).sorted().map { state in
                Finding(
                    "unleavable",
                    at: part.path / "states" / state,
                    Phrase(
                        vi: "từ ‘\(state)’ không người nào và không thời hạn nào đưa được đến điểm kết thúc",
                        en: "from ‘\(state)’ neither a person nor a deadline can bring it to an end"
                    ),
                    hint: Phrase(
                        vi: "cho một vai trò có người giữ thực hiện, hoặc để một thời hạn gọi sự kiện",
                        en: "let a role that somebody holds do it, or let a deadline fire the event"
                    )
                )
            }
        }
    }

    private func isEverTaken(_ transition: Transition, in part: Regime.Part, of regime: Regime) -> Bool {
        transition.by.contains { role in
            switch regime.roles[role]?.heldBy {
            case nil: false
            case .system: part.fires(transition.event)
            default: true
            }
        }
    }
}

extension Regime.Part {
    /// Whether a clock of the machine fires an event.
    func fires(_ event: String) -> Bool {
        deadlines.contains { deadline in
            deadline.deadline.passing.contains { consequence in
                if case .fire(event) = consequence.act { true } else { false }
            }
        }
    }
}
