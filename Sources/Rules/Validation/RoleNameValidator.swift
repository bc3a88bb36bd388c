import LifecycleModel

/// `unknown-role`, `no-holder`, `no-role`, `unused-role`: roles that are not there, that nobody can have, that nobody uses.
struct RoleNameValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        var used: Set<String> = []
        func check(_ role: String, at path: RulePath) {
            used.insert(role)
            if regime.roles[role] == nil { findings.append(.unknown(.role, role, at: path, among: regime.roles.keys)) }
        }
        for part in parts {
            for (path, transition) in part.transitions {
                if transition.by.isEmpty {
                    findings.append(
                        Finding(
                            "no-role",
                            at: path / "by",
                            Phrase(vi: "không vai trò nào được làm bước này", en: "no role may take this step")
                        )
                    )
                }
                for (index, role) in transition.by.enumerated() { check(role, at: path / "by" / index) }
                for (number, requirement) in transition.requires.enumerated() {
                    for (index, role) in requirement.cure.enumerated() { check(role, at: path / "requires" / number / "cure" / index) }
                }
            }
            for (path, _, deadline) in part.deadlines where !deadline.owner.isEmpty { check(deadline.owner, at: path / "owner") }
        }
        for (name, role) in regime.roles.sorted(by: { $0.key < $1.key }) {
            let path = RulePath("roles") / name
            if role.heldBy == nil {
                findings.append(
                    Finding(
                        "no-holder",
                        at: path / "held-by",
                        Phrase(vi: "không ai có thể giữ vai trò ‘\(name)’", en: "nobody can have the role ‘\(name)’"),
                        hint: Suggestion.hint(for: "", in: Role.Holder.allCases.map(\.rawValue))
                    )
                )
            }
            if !used.contains(name) {
                findings.append(
                    Finding(
                        "unused-role",
                        at: path,
                        severity: .warning,
                        Phrase(vi: "vai trò ‘\(name)’ không dùng ở đâu", en: "the role ‘\(name)’ is not used anywhere")
                    )
                )
            }
        }
        return findings
    }
}
