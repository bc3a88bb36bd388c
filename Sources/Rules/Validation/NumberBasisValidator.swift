import LifecycleModel

/// `missing-basis`, `assumed-number`: numbers and rules of councils without an article, and numbers whose text nobody has read.
struct NumberBasisValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        func check(_ label: Phrase, basis: String?, standing: Standing?, at path: RulePath) {
            if basis?.allSatisfy(\.isWhitespace) ?? true {
                findings.append(
                    Finding(
                        "missing-basis",
                        at: path / "basis",
                        Phrase(vi: "con số chưa có căn cứ pháp lý", en: "the number has no legal basis")
                    )
                )
            }
            if standing == .assumed {
                findings.append(
                    Finding(
                        "assumed-number",
                        at: path,
                        severity: .info,
                        Phrase(
                            vi: "con số giả định, cần người xác nhận: \(label.vi)",
                            en: "an assumed number, to be confirmed: \(label[.en])"
                        )
                    )
                )
            }
        }
        for (name, parameter) in regime.parameters {
            check(parameter.label, basis: parameter.basis, standing: parameter.standing, at: RulePath("parameters") / name)
        }
        for (kind, council) in regime.councils {
            let path = RulePath("councils") / kind
            for (name, ballot) in council.ballots {
                check(ballot.label, basis: ballot.basis, standing: ballot.standing, at: path / "ballots" / name)
            }
            for (index, conflict) in council.conflicts.enumerated() {
                check(conflict.ground.phrase, basis: conflict.basis, standing: nil, at: path / "conflicts" / index)
            }
            for (key, rule) in council.decisions {
                check(Phrase(vi: kind, en: kind), basis: rule.basis, standing: nil, at: path / key)
            }
        }
        for part in parts {
            for (path, _, deadline) in part.deadlines {
                check(deadline.label, basis: deadline.basis, standing: deadline.standing, at: path)
            }
            for (path, transition) in part.transitions {
                for (index, effect) in transition.effects.enumerated() {
                    guard case .bar(_, let reason, .some, let basis) = effect else { continue }
                    check(reason, basis: basis ?? transition.basis, standing: nil, at: path / "effects" / index)
                }
            }
        }
        return findings
    }
}
