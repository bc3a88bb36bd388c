import LifecycleModel

/// `reserved-name`: groups of facts and facts of small machines whose names expressions already read as something else.
struct ReservedNameValidator: RegimeValidator {
    /// What every small machine has of its own; `period` is declared where a schedule opens it.
    private static let ofInstances: Set<String> = ["number", "state", "opened_on", "closed", "end"]

    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        func report(_ name: String, at path: RulePath) {
            findings.append(
                Finding("reserved-name", at: path, Phrase(vi: "tên ‘\(name)’ đã dành cho hệ thống", en: "the name ‘\(name)’ is reserved"))
            )
        }
        for group in regime.facts.keys where FactEnvironment.reservedGroups.contains(group) {
            report(group, at: RulePath("facts") / group)
        }
        for part in parts where !part.isTask {
            for name in part.machine.facts.keys where Self.ofInstances.contains(name) { report(name, at: part.path / "facts" / name) }
        }
        return findings
    }
}
