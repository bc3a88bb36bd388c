import LifecycleModel

/// `unknown-parameter`, `wrong-unit`: numbers that rules take from a parameter which is not there, or is no whole number.
struct AmountValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        func check(_ name: String, at path: RulePath) {
            if let finding = regime.finding(aboutWholeNumber: name, at: path) { findings.append(finding) }
        }
        for part in parts {
            for (path, transition) in part.transitions {
                for (index, effect) in transition.effects.enumerated() {
                    guard case .open(_, let schedule, _) = effect, let name = schedule?.countParameter else { continue }
                    check(name, at: path / "effects" / index / "open" / "count")
                }
            }
        }
        for (kind, council) in regime.councils {
            let path = RulePath("councils") / kind
            if case .parameter(let name) = council.least { check(name, at: path / "members" / "least") }
            if case .parameter(let name) = council.most { check(name, at: path / "members" / "most") }
            for (seat, amount) in council.seats {
                if case .parameter(let name) = amount { check(name, at: path / "seats" / seat.rawValue) }
            }
        }
        return findings
    }
}

extension Regime {
    /// What is wrong with a parameter that should be a whole number.
    fileprivate func finding(aboutWholeNumber name: String, at path: RulePath) -> Finding? {
        guard let parameter = parameters[name] else { return .unknown(.parameter, name, at: path, among: parameters.keys) }
        if case .integer = parameter.value { return nil }
        return Finding(
            "wrong-unit",
            at: path,
            Phrase(
                vi: "tham số ‘\(name)’ có đơn vị \(parameter.unit.rawValue), cần một số nguyên",
                en: "the parameter ‘\(name)’ is a \(parameter.unit.rawValue), should be a whole number"
            )
        )
    }
}
