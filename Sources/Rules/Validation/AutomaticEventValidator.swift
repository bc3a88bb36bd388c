import LifecycleModel

/// `not-automatic`, `never-fired`: what a clock fires must be open to the system, and what only the system may do a clock must fire.
struct AutomaticEventValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        func isAutomatic(_ transition: Transition) -> Bool {
            transition.by.contains { regime.roles[$0]?.heldBy == .system }
        }
        for part in parts {
            var fired: Set<String> = []
            for (path, _, deadline) in part.deadlines {
                for (index, consequence) in deadline.passing.enumerated() {
                    guard case .fire(let event) = consequence.act else { continue }
                    fired.insert(event)
                    let transitions = part.machine.transitions.filter { $0.event == event }
                    if !transitions.isEmpty, !transitions.contains(where: isAutomatic) {
                        findings.append(
                            Finding(
                                "not-automatic",
                                at: path / "passing" / index / "fire",
                                Phrase(
                                    vi: "hệ thống không được phép thực hiện sự kiện ‘\(event)’",
                                    en: "the system may not fire the event ‘\(event)’"
                                ),
                                hint: Phrase(vi: "thêm vai trò hệ thống vào ‘by’", en: "add the role of the system to ‘by’")
                            )
                        )
                    }
                }
            }
            for (path, transition) in part.transitions where isAutomatic(transition) && !fired.contains(transition.event) {
                guard transition.by.allSatisfy({ regime.roles[$0]?.heldBy == .system }) else { continue }
                findings.append(
                    Finding(
                        "never-fired",
                        at: path,
                        severity: .warning,
                        Phrase(
                            vi: "chỉ hệ thống được làm ‘\(transition.event)’, nhưng không thời hạn nào gọi sự kiện này",
                            en: "only the system may fire ‘\(transition.event)’, but no deadline does"
                        )
                    )
                )
            }
        }
        return findings
    }
}
