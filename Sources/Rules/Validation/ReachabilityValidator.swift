import LifecycleModel

/// `unreachable-state`, `never-opened`: states nothing leads to, small machines nothing opens.
struct ReachabilityValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        var opened: Set<String> = []
        for case .open(let id, _, _) in parts.flatMap({ $0.machine.transitions.flatMap(\.effects) }) { opened.insert(id) }
        for part in parts {
            if !part.isTask, !opened.contains(part.id) {
                findings.append(
                    Finding(
                        "never-opened",
                        at: part.path,
                        Phrase(vi: "không bước nào mở ‘\(part.id)’", en: "no transition opens ‘\(part.id)’")
                    )
                )
            }
            let starts = [part.machine.initial] + (part.isTask ? regime.entries.keys.sorted() : [])
            let reached = StateGraph.reachable(from: starts, by: StateGraph(part, among: parts).next)
            for state in part.machine.states.keys.sorted() where !reached.contains(state) {
                findings.append(
                    Finding(
                        "unreachable-state",
                        at: part.path / "states" / state,
                        Phrase(
                            vi: "không đường nào từ ‘\(part.machine.initial)’ đến trạng thái ‘\(state)’",
                            en: "no way leads from ‘\(part.machine.initial)’ to the state ‘\(state)’"
                        )
                    )
                )
            }
        }
        return findings
    }
}
