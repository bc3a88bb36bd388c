/// `unknown-machine`: a small machine that is not declared.
struct MachineNameValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        func check(_ id: String, at path: RulePath) {
            if regime.machines[id] == nil { findings.append(.unknown(.machine, id, at: path, among: regime.machines.keys)) }
        }
        for part in parts {
            for (path, transition) in part.transitions {
                for (index, requirement) in transition.requires.enumerated() {
                    switch requirement.condition {
                    case .machines(let id, _, _): check(id, at: path / "requires" / index / "machines" / "machine")
                    case .council: check("council-session", at: path / "requires" / index / "council")
                    default: break
                    }
                }
                for (index, effect) in transition.effects.enumerated() {
                    switch effect {
                    case .open(let id, _, _): check(id, at: path / "effects" / index / "open" / "machine")
                    case .close(let id, _, _): check(id, at: path / "effects" / index / "close" / "machine")
                    default: break
                    }
                }
            }
        }
        return findings
    }
}
