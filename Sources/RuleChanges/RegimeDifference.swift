public import Rules

/// What two regimes say differently in meaning. How the files are written does not count: the order of rules, fragments, comments, the
/// spelling of an expression.
public struct RegimeDifference: Sendable {
    /// The regimes compared.
    public let old, new: Regime
    /// Every change, by part and place; empty when both mean the same.
    public let changes: [RuleChange]

    /// Compares two regimes. Identifier and version are names of the whole, not meaning.
    public init(from old: Regime, to new: Regime) {
        self.old = old
        self.new = new
        let shared = Set(old.parameters.keys).intersection(new.parameters.keys)
        let (before, after) = (RuleWords(old, sharing: shared), RuleWords(new, sharing: shared))
        var changes = RuleElement.changes(from: RuleElement(identityOf: old), to: RuleElement(identityOf: new))
        changes += compared(old.parameters, new.parameters, RuleElement.init(parameter:_:), RuleElement.init(parameter:_:))
        changes += compared(old.roles, new.roles, RuleElement.init(role:_:), RuleElement.init(role:_:))
        changes += compared(old.forms, new.forms, RuleElement.init(form:_:), RuleElement.init(form:_:))
        let fact = { (path: String, fact: Fact) in RuleElement(fact: "facts/\(path)", named: path, fact) }
        changes += compared(old.factsByPath, new.factsByPath, fact, fact)
        let stage = { (_: String, stage: Stage) in RuleElement(stage: stage) }
        changes += compared(old.stagesByID, new.stagesByID, stage, stage)
        changes += MachineDifference(Regime.taskMachine, old.task, new.task, before, after).changes
        changes += compared(old.machines, new.machines, RuleElement.init(machine:_:), RuleElement.init(machine:_:))
        for (id, machine) in old.machines.sorted(by: { $0.key < $1.key }) {
            guard let other = new.machines[id] else { continue }
            changes += MachineDifference(id, machine, other, before, after).changes
        }
        changes += compared(
            old.councils,
            new.councils,
            { RuleElement(council: $0, $1, before) },
            { RuleElement(council: $0, $1, after) }
        )
        for (kind, council) in old.councils {
            guard let other = new.councils[kind] else { continue }
            changes += compared(
                council.ballots,
                other.ballots,
                { RuleElement(ballot: $0, of: kind, $1, before) },
                { RuleElement(ballot: $0, of: kind, $1, after) }
            )
        }
        changes += compared(
            before.budget,
            after.budget,
            { $1 },
            { $1 }
        )
        changes += compared(
            old.invariants,
            new.invariants,
            { RuleElement(invariant: $0, $1) },
            { RuleElement(invariant: $0, $1) }
        )
        let order = Dictionary(RulePart.allCases.enumerated().map { ($1, $0) }) { first, _ in first }
        self.changes = changes.enumerated().sorted {
            (order[$0.element.part] ?? 0, $0.element.path, $0.offset) < (order[$1.element.part] ?? 0, $1.element.path, $1.offset)
        }.map(\.element)
    }
}

/// Compares rules that have names.
func compared<Rule>(
    _ old: [String: Rule],
    _ new: [String: Rule],
    _ before: (String, Rule) -> RuleElement,
    _ after: (String, Rule) -> RuleElement
) -> [RuleChange] {
    Set(old.keys).union(new.keys).sorted().flatMap { id in
        RuleElement.changes(from: old[id].map { before(id, $0) }, to: new[id].map { after(id, $0) })
    }
}

extension RuleElement {
    /// The regime's own label and where a task begins.
    fileprivate init(identityOf regime: Regime) {
        let initial = regime.task.initial
        self.init(
            part: .regime,
            path: "",
            subject: .named(regime.id, regime.label),
            summary: regime.label,
            aspects: [
                .label(regime.label),
                .one("initial", "nhiệm vụ mới bắt đầu ở", "a new task begins in", initial, RuleWords(regime).state(initial, of: "task")),
            ]
        )
    }
}

extension Regime {
    fileprivate var factsByPath: [String: Fact] {
        let paths = facts.flatMap { group, facts in facts.map { ("\(group).\($0.key)", $0.value) } }
        return Dictionary(paths) { first, _ in first }
    }

    fileprivate var stagesByID: [String: Stage] { Dictionary(stages.map { ($0.id, $0) }) { first, _ in first } }
}
