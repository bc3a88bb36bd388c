import LifecycleModel

/// `unknown-fact`, `wrong-fact-type`: facts that are not declared, or cannot be what they are used for (a date to count from).
struct FactNameValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var check = Check(regime: regime)
        for part in parts {
            for (path, transition) in part.transitions {
                for (index, record) in transition.records.enumerated() { check(record.fact, in: part, at: path / "records" / index) }
                for (index, requirement) in transition.requires.enumerated() {
                    check(requirement.condition, in: part, at: path / "requires" / index)
                }
                for (index, effect) in transition.effects.enumerated() { check(effect, in: part, at: path / "effects" / index) }
            }
            for (path, _, deadline) in part.deadlines {
                for (index, start) in deadline.starts.enumerated() {
                    if let from = start.from { check(from, is: [.date], in: part, at: path / "starts" / index / "from") }
                }
                if let times = deadline.times { check(times, is: [.int], in: part, at: path / "times") }
            }
        }
        return check.findings
    }

    private struct Check {
        let regime: Regime
        var findings: [Finding] = []

        mutating func callAsFunction(_ name: String, is kinds: [Fact.Kind] = [], in part: Regime.Part, at path: RulePath) {
            guard let fact = regime.fact(name, of: part.machine) else {
                findings.append(.unknown(.fact, name, at: path, among: names(in: part.machine)))
                return
            }
            guard !kinds.isEmpty, !kinds.contains(fact.type) else { return }
            let wanted = kinds.map(\.rawValue).joined(separator: ", ")
            findings.append(
                Finding(
                    "wrong-fact-type",
                    at: path,
                    Phrase(
                        vi: "dữ kiện ‘\(name)’ có kiểu \(fact.type.rawValue), cần \(wanted)",
                        en: "the fact ‘\(name)’ is of type \(fact.type.rawValue), should be \(wanted)"
                    )
                )
            )
        }

        mutating func callAsFunction(_ condition: Requirement.Condition, in part: Regime.Part, at path: RulePath) {
            switch condition {
            case .known(let facts):
                for (index, fact) in facts.enumerated() { self(fact, in: part, at: path / "known" / index) }
            case .atMost(let amount, _): self(amount, is: [.dong, .int], in: part, at: path / "amount" / "of")
            case .clause, .documents, .separateFrom, .deadlineMet, .deadlinePassed, .notLocked, .machines, .council, .noBar: break
            }
        }

        mutating func callAsFunction(_ effect: Effect, in part: Regime.Part, at path: RulePath) {
            switch effect {
            case .set(let fact, _): self(fact, in: part, at: path)
            case .open(let id, let schedule, let facts):
                let path = path / "open"
                guard let small = regime.machines[id] else { return }
                for name in facts.keys.sorted() where small.facts[name] == nil {
                    findings.append(.unknown(.fact, name, at: path / "facts" / name, among: small.facts.keys))
                }
                guard let schedule else { return }
                self(schedule.from, is: [.date], in: part, at: path / "from")
                if let until = schedule.until { self(until, is: [.date], in: part, at: path / "until") }
                if small.facts["period"]?.type != .int {
                    findings.append(
                        Finding(
                            "missing-fact",
                            at: path,
                            Phrase(
                                vi: "‘\(id)’ mở theo kỳ nên phải có dữ kiện ‘period’ kiểu int",
                                en: "‘\(id)’ is opened by a schedule and so must have a fact ‘period’ of type int"
                            )
                        )
                    )
                }
            case .close, .raise, .clear, .bar, .lift, .publish, .setRegime: break
            }
        }

        private func names(in machine: Machine) -> [String] {
            regime.facts.flatMap { group in group.value.keys.map { "\(group.key).\($0)" } } + machine.facts.keys.map { "this.\($0)" }
        }
    }
}
