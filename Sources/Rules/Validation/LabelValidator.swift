import LifecycleModel

/// `missing-label`: whatever people see must have Vietnamese words.
struct LabelValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var check = Check()
        check(regime.label, at: .root)
        for (name, role) in regime.roles { check(role.label, at: RulePath("roles") / name) }
        for (name, parameter) in regime.parameters { check(parameter.label, at: RulePath("parameters") / name) }
        for (name, form) in regime.forms { check(form.label, at: RulePath("forms") / name) }
        for (group, facts) in regime.facts { check(facts, at: RulePath("facts") / group) }
        for (index, stage) in regime.stages.enumerated() { check(stage.label, at: RulePath("stages") / index) }
        for (index, item) in (regime.budget?.items ?? []).enumerated() { check(item.label, at: RulePath("budget") / "items" / index) }
        for (index, limit) in (regime.budget?.limits ?? []).enumerated() { check(limit.label, at: RulePath("budget") / "limits" / index) }
        for part in parts { check(part) }
        for (name, invariant) in regime.invariants { check(invariant.label, at: RulePath("invariants") / name) }
        for (kind, council) in regime.councils {
            for (name, ballot) in council.ballots { check(ballot, at: RulePath("councils") / kind / "ballots" / name) }
        }
        return check.findings
    }

    private struct Check {
        var findings: [Finding] = []

        mutating func callAsFunction(_ label: Phrase, at path: RulePath, key: String = "label") {
            guard label.vi.allSatisfy(\.isWhitespace) else { return }
            findings.append(
                Finding("missing-label", at: path / key, Phrase(vi: "thiếu nhãn tiếng Việt", en: "the Vietnamese label is missing"))
            )
        }

        mutating func callAsFunction(_ facts: [String: Fact], at path: RulePath) {
            for (name, fact) in facts {
                self(fact.label, at: path / name)
                for choice in fact.choices { self(choice.label, at: path / name / "choices" / choice.value) }
            }
        }

        mutating func callAsFunction(_ ballot: BallotForm, at path: RulePath) {
            self(ballot.label, at: path)
            switch ballot.content {
            case .scores(let criteria, _):
                for (index, criterion) in criteria.enumerated() { self(criterion.label, at: path / "scores" / index) }
            case .items(let items): for (index, item) in items.enumerated() { self(item.label, at: path / "items" / index) }
            case .ratings(let ratings):
                for (index, item) in ratings.quality.enumerated() { self(item.label, at: path / "ratings" / "quality" / index) }
                for (index, item) in ratings.quantity.enumerated() { self(item.label, at: path / "ratings" / "quantity" / index) }
            case .choice: break
            }
        }

        mutating func callAsFunction(_ part: Regime.Part) {
            self(part.machine.label, at: part.path)
            self(part.machine.facts, at: part.path / "facts")
            for (name, state) in part.machine.states { self(state.label, at: part.path / "states" / name) }
            for (path, transition) in part.transitions {
                self(transition.label, at: path)
                for (index, requirement) in transition.requires.enumerated() {
                    self(requirement.message, at: path / "requires" / index, key: "else")
                }
                for (index, effect) in transition.effects.enumerated() {
                    switch effect {
                    case .raise(_, let label): self(label, at: path / "effects" / index / "raise")
                    case .bar(_, let reason, _, _): self(reason, at: path / "effects" / index / "bar", key: "reason")
                    case .open, .close, .set, .clear, .lift, .publish, .setRegime: break
                    }
                }
            }
            for (path, _, deadline) in part.deadlines {
                self(deadline.label, at: path)
                for (index, consequence) in deadline.passing.enumerated() {
                    switch consequence.act {
                    case .flag(_, let label): self(label, at: path / "passing" / index)
                    case .bar(_, let reason): self(reason, at: path / "passing" / index, key: "reason")
                    case .fire: break
                    }
                }
            }
        }
    }
}
