public import LifecycleModel
public import Rules

/// A rule of a regime with the text it rests on.
public struct BasedRule: Sendable, Hashable {
    /// Where in a regime it is.
    public var part: RulePart
    /// Its place, as `parameters/pass_mark`.
    public var path: String
    /// What people call it.
    public var subject: Phrase
    /// What it says in short: a number, a condition.
    public var text: Phrase
    /// The article it rests on.
    public var basis: String?
    /// How firmly it stands; nil for what is no number.
    public var standing: Standing?
    /// When a task meets it.
    public var meeting: Meeting

    /// What brings a task under a rule.
    public enum Meeting: Sendable, Hashable {
        /// A transition of a machine that leaves these states.
        case transition(machine: String, from: [String])
        /// A clock of a machine.
        case deadline(machine: String, id: String)
        /// Whatever reads the parameter.
        case parameter(String)
        /// Whatever asks for or makes the form.
        case form(String)
        /// A session of that kind of council.
        case council(String)
        /// Any task whose money the regime rules.
        case money
        /// Any life of a machine.
        case life(machine: String)
        /// The choice of a regime for a new task.
        case choice
    }

    /// Whether a text is still needed: it is assumed, rests on nothing, or says itself that nothing was read.
    public var needsText: Bool {
        standing == .assumed || basis.map { LegalCitation.saysThereIsNoText($0) } ?? (part != .forms && part != .invariants)
    }
}

extension BasedRule {
    /// Every rule of a regime that rests, or should rest, on a text: parameters, forms, deadlines, transitions, requirements, bars,
    /// councils, money, invariants.
    public static func all(of regime: Regime) -> [BasedRule] {
        let words = RuleWords(regime)
        var rules: [BasedRule] = []
        for (id, machine) in [(Regime.taskMachine, regime.task)]
            + regime.machines.sorted(by: { $0.key < $1.key }).map({ ($0.key, $0.value) })
        {
            for transition in machine.transitions { rules += all(of: transition, of: id, words) }
            rules += machine.deadlines.sorted { $0.key < $1.key }.map {
                BasedRule(RuleElement(deadline: $0.key, $0.value, of: id, words), .deadline(machine: id, id: $0.key))
            }
        }
        rules += regime.parameters.sorted { $0.key < $1.key }.map {
            BasedRule(RuleElement(parameter: $0.key, $0.value), .parameter($0.key))
        }
        rules += regime.forms.sorted { $0.key < $1.key }.map { code, form in
            var rule = BasedRule(RuleElement(form: code, form), .form(code))
            (rule.text, rule.basis) = (form.label, form.basis)
            return rule
        }
        for (kind, council) in regime.councils.sorted(by: { $0.key < $1.key }) { rules += all(of: council, kind, words) }
        rules += words.budget.sorted { $0.key < $1.key }.map { BasedRule($1, .money) }
        rules += regime.invariants.sorted { $0.key < $1.key }.map {
            BasedRule(RuleElement(invariant: $0.key, $0.value), .life(machine: $0.value.machine))
        }
        return rules
    }

    /// A council, each ground on which somebody may not sit, how it decides, its ballots.
    private static func all(of council: Council, _ kind: String, _ words: RuleWords) -> [BasedRule] {
        let own = BasedRule(RuleElement(council: kind, council, words), .council(kind))
        func part(_ path: String, _ text: Phrase, _ basis: String?) -> BasedRule {
            var rule = own
            rule.path += "/\(path)"
            (rule.text, rule.basis) = (text, basis)
            return rule
        }
        let conflicts = council.conflicts.enumerated().map { part("conflicts/\($0)", $1.ground.phrase, $1.basis) }
        let otherSize = council.otherSize.map {
            [part("other-size", Phrase(vi: "được quyết định số lượng, thành phần khác", en: "another size may be decided"), $0)]
        }
        let decisions = [("decision", council.decision), ("decision-among-several", council.decisionAmongSeveral)]
            .compactMap { key, rule in rule.map { part(key, words.decision($0), $0.basis) } }
        let ballots = council.ballots.sorted { $0.key < $1.key }.map {
            BasedRule(RuleElement(ballot: $0.key, of: kind, $0.value, words), .council(kind))
        }
        return [own] + (otherSize ?? []) + conflicts + decisions + ballots
    }

    private static func all(of transition: Transition, of machine: String, _ words: RuleWords) -> [BasedRule] {
        let meeting = Meeting.transition(machine: machine, from: transition.from)
        let own = BasedRule(RuleElement(transition: transition, of: machine, words), meeting)
        // What has no article of its own rests on that of the whole act.
        let requirements = transition.requires.map { requirement in
            var rule = BasedRule(RuleElement(requirement: requirement, of: transition, in: machine, words), meeting)
            rule.basis = requirement.basis ?? transition.basis
            return rule
        }
        let bars = transition.effects.compactMap { effect -> BasedRule? in
            guard case .bar(_, _, _, let basis?) = effect else { return nil }
            var rule = own
            rule.path += "/effects/bar"
            (rule.text, rule.basis) = (words.effect(effect, of: machine), basis)
            return rule
        }
        return [own] + requirements + bars
    }

    private init(_ element: RuleElement, _ meeting: Meeting) {
        self.init(
            part: element.part,
            path: element.path,
            subject: element.subject,
            text: element.summary,
            basis: element.basis,
            standing: element.standing,
            meeting: meeting
        )
    }

    /// The rules that choose the regime of a new task.
    public static func all(of choice: RegimeChoice) -> [BasedRule] {
        func rule(_ part: RulePart, _ path: String, _ subject: String, _ text: Phrase, _ basis: String?) -> BasedRule {
            BasedRule(part: part, path: path, subject: Phrase(vi: subject, en: subject), text: text, basis: basis, meeting: .choice)
        }
        let straddles = choice.straddles.enumerated().map { index, item in
            rule(.regime, "straddles/\(index)", "regimes.yaml", item.message, item.basis)
        }
        let rules = choice.rules.enumerated().map { index, item in
            rule(.regime, "choose/\(index)", item.regime, Phrase(vi: item.when, en: item.when), item.basis)
        }
        let parameters = choice.parameters.sorted { $0.key < $1.key }.map { BasedRule(RuleElement(parameter: $0.key, $0.value), .choice) }
        return straddles + rules + parameters
    }
}
