import LifecycleModel

/// `unknown-deadline`, `duplicate-name`: clocks that are not declared, or that hide one of the task.
struct DeadlineNameValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        for part in parts {
            for (path, transition) in part.transitions {
                for (index, requirement) in transition.requires.enumerated() {
                    let (word, id): (String, String)
                    switch requirement.condition {
                    case .deadlineMet(let name): (word, id) = ("deadline-met", name)
                    case .deadlinePassed(let name): (word, id) = ("deadline-passed", name)
                    case .notLocked(let name): (word, id) = ("not-locked", name)
                    default: continue
                    }
                    guard part.machine.deadlines[id] == nil, regime.task.deadlines[id] == nil else { continue }
                    let known = Set(part.machine.deadlines.keys).union(regime.task.deadlines.keys)
                    findings.append(.unknown(.deadline, id, at: path / "requires" / index / word, among: known))
                }
            }
            guard !part.isTask else { continue }
            for (path, id, _) in part.deadlines where regime.task.deadlines[id] != nil {
                findings.append(
                    Finding(
                        "duplicate-name",
                        at: path,
                        Phrase(vi: "nhiệm vụ đã có thời hạn ‘\(id)’", en: "the task has a deadline ‘\(id)’ already")
                    )
                )
            }
        }
        return findings
    }
}
