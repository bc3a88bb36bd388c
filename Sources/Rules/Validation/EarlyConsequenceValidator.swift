import LifecycleModel

/// `early-consequence`: what only the passing of a clock brings must ask whether it has passed, or it can be recorded on any day before. What
/// people may do too they may do earlier.
struct EarlyConsequenceValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        for part in parts {
            var causes: [String: [String]] = [:]
            for (_, id, deadline) in part.deadlines {
                for consequence in deadline.passing {
                    if case .fire(let event) = consequence.act { causes[event, default: []].append(id) }
                }
            }
            for (path, transition) in part.transitions {
                guard let clocks = causes[transition.event], transition.by.allSatisfy({ regime.roles[$0]?.heldBy == .system }),
                    !transition.requires.contains(where: { asks($0, about: clocks) })
                else { continue }
                let names = clocks.sorted().joined(separator: ", ")
                findings.append(
                    Finding(
                        "early-consequence",
                        at: path,
                        Phrase(
                            vi: "‘\(transition.event)’ xảy ra khi quá hạn \(names) nhưng không điều kiện nào hỏi thời hạn đó đã qua chưa",
                            en: "‘\(transition.event)’ comes when \(names) passes, but no requirement asks whether it has passed"
                        ),
                        hint: Phrase(
                            vi: "thêm điều kiện deadline-passed: \(clocks[0])",
                            en: "add the requirement deadline-passed: \(clocks[0])"
                        )
                    )
                )
            }
        }
        return findings
    }

    private func asks(_ requirement: Requirement, about clocks: [String]) -> Bool {
        let source = requirement.condition.source
        return clocks.contains { source.contains("deadlines.\(FactEnvironment.expressionName($0)).") }
    }
}
