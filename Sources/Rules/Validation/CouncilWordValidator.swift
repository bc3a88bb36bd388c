import LifecycleModel

/// `unknown-value` in the word `council`: a kind or result that the facts of the machine `council-session` do not list.
struct CouncilWordValidator: RegimeValidator {
    private static let machine = "council-session"

    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        guard let session = regime.machines[Self.machine] else { return [] }
        var findings: [Finding] = []
        func check(_ value: String, of name: String, at path: RulePath) {
            guard let fact = session.facts[name], fact.type == .choice, !fact.choices.contains(where: { $0.value == value }) else { return }
            findings.append(
                Finding(
                    "unknown-value",
                    at: path,
                    Phrase(vi: "phiên họp hội đồng không có \(name) ‘\(value)’", en: "a council session has no \(name) ‘\(value)’"),
                    hint: Suggestion.hint(for: value, in: fact.choices.map(\.value))
                )
            )
        }
        for part in parts {
            for (path, transition) in part.transitions {
                for (index, requirement) in transition.requires.enumerated() {
                    guard case .council(let kind, let results) = requirement.condition else { continue }
                    let place = path / "requires" / index / "council"
                    check(kind, of: "kind", at: place / "kind")
                    for (number, result) in results.enumerated() { check(result, of: "result", at: place / "result" / number) }
                }
            }
        }
        return findings
    }
}
