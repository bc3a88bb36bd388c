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
            for (place, amount, measure) in council.numbers {
                guard case .parameter(let name) = amount, !name.isEmpty else { continue }
                let path = RulePath("councils") / kind / place.description
                if let finding = regime.finding(about: name, as: measure, at: path) { findings.append(finding) }
            }
        }
        for (place, amount, measure) in regime.budget?.numbers ?? [] {
            guard case .parameter(let name) = amount else { continue }
            let path = RulePath("budget") / place.description
            if let finding = regime.finding(about: name, as: measure, at: path) { findings.append(finding) }
        }
        return findings
    }
}

extension Regime {
    /// What is wrong with a parameter that should be a whole number.
    fileprivate func finding(aboutWholeNumber name: String, at path: RulePath) -> Finding? {
        finding(about: name, as: .whole, at: path)
    }

    /// What is wrong with a parameter that should be such a number.
    fileprivate func finding(about name: String, as measure: Council.Measure, at path: RulePath) -> Finding? {
        guard let parameter = parameters[name] else { return .unknown(.parameter, name, at: path, among: parameters.keys) }
        let wanted: Phrase
        switch (measure, parameter.value, parameter.unit) {
        case (.whole, .integer, _), (.share, .fraction, _), (.share, .integer, .percent), (.points, .integer, .points),
            (.points, .fraction, _), (.day, .date, _):
            return nil
        case (.whole, _, _): wanted = Phrase(vi: "một số nguyên", en: "a whole number")
        case (.share, _, _): wanted = Phrase(vi: "một tỷ lệ (fraction, percent)", en: "a share (fraction, percent)")
        case (.day, _, _): wanted = Phrase(vi: "một ngày", en: "a day")
        case (.points, _, _): wanted = Phrase(vi: "số điểm (points, fraction)", en: "points (points, fraction)")
        }
        return Finding(
            "wrong-unit",
            at: path,
            Phrase(
                vi: "tham số ‘\(name)’ có đơn vị \(parameter.unit.rawValue), cần \(wanted.vi)",
                en: "the parameter ‘\(name)’ is a \(parameter.unit.rawValue), should be \(wanted.en)"
            )
        )
    }
}
