import LifecycleModel

/// `duplicate-name`: two requirements of one transition with the same identifier.
struct RequirementIDValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        for part in parts {
            for (path, transition) in part.transitions {
                var seen: Set<String> = []
                for (index, requirement) in transition.requires.enumerated() where !seen.insert(requirement.id).inserted {
                    findings.append(
                        Finding(
                            "duplicate-name",
                            at: path / "requires" / index / "id",
                            Phrase(
                                vi: "yêu cầu ‘\(requirement.id)’ đã có ở bước này",
                                en: "there is a requirement ‘\(requirement.id)’ already"
                            )
                        )
                    )
                }
            }
        }
        return findings
    }
}
