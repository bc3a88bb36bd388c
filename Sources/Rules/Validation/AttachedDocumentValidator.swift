import LifecycleModel

/// `never-attached`: a document that must be there, though no transition that can come before attaches or produces it.
struct AttachedDocumentValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        // Small machines live beside the task, so what they attach may come at any time.
        let beside = Set(regime.machines.values.flatMap(\.transitions).flatMap { $0.documents + $0.produces })
        let ofTask = Set(regime.task.transitions.flatMap { $0.documents + $0.produces })
        for part in parts {
            let graph = StateGraph(part, among: parts)
            for (path, transition) in part.transitions {
                for (number, requirement) in transition.requires.enumerated() {
                    guard case .documents(let forms) = requirement.condition else { continue }
                    var available = beside.union(transition.documents)
                    if part.isTask {
                        let before = StateGraph.reachable(from: transition.from, by: graph.previous)
                        for earlier in part.machine.transitions where !before.isDisjoint(with: earlier.arrivals) {
                            available.formUnion(earlier.documents)
                            available.formUnion(earlier.produces)
                        }
                    } else {
                        available.formUnion(ofTask)
                    }
                    for (index, form) in forms.enumerated() where regime.forms[form] != nil && !available.contains(form) {
                        findings.append(
                            Finding(
                                "never-attached",
                                at: path / "requires" / number / "documents" / index,
                                Phrase(
                                    vi: "không bước nào trước đó gắn hoặc tạo văn bản ‘\(form)’",
                                    en: "no transition before attaches or produces the document ‘\(form)’"
                                )
                            )
                        )
                    }
                }
            }
        }
        return findings
    }
}

extension Transition {
    /// Where the machine stands afterwards.
    fileprivate var arrivals: [String] { to.map { [$0] } ?? from }
}
