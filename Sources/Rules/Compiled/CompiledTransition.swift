public import Expressions

/// A transition with its expressions compiled; shared, never copied, since decisions are made by the million.
public final class CompiledTransition: Sendable {
    /// The transition as the rule file says it.
    public let rule: Transition
    /// Its requirements, in order.
    public let requirements: [CompiledRequirement]
    /// Expressions of its effects: `set` by fact path, `open` by `<effect index>/<fact>`.
    public let effectExpressions: [String: Expression]
    /// What its expressions read, each root once.
    public let roots: [FactRoot]
    /// The facts that come with it.
    public let records: [CompiledRecord]
    /// The facts it computes, in order.
    public let computed: [ComputedFact]
    /// What it does to the clocks of its own machine, by identifier.
    public let turns: [ClockTurn]
    /// What it does to the clocks of the task, by identifier, when it is a transition of a small machine.
    public let taskTurns: [ClockTurn]

    init(
        rule: Transition, requirements: [CompiledRequirement], effectExpressions: [String: Expression], roots: FactRoots,
        records: [CompiledRecord], computed: [ComputedFact], turns: [ClockTurn], taskTurns: [ClockTurn]
    ) {
        self.rule = rule
        self.requirements = requirements
        self.effectExpressions = effectExpressions
        self.roots = roots.roots
        self.records = records
        self.computed = computed
        self.turns = turns
        self.taskTurns = taskTurns
    }
}

/// A fact that comes with an event, with its declaration.
public struct CompiledRecord: Sendable {
    /// Its name.
    public let fact: FactName
    /// Whether the event cannot happen without it.
    public let isRequired: Bool
    /// Its declaration; nil when the regime has none.
    public let declaration: Fact?
}

/// A fact that an effect computes when its transition is taken.
public struct ComputedFact: Sendable {
    /// Its name.
    public let fact: FactName
    /// Its type.
    public let type: Fact.Kind
    /// The expression.
    public let expression: Expression
    /// For each variable of the expression, its place among the transition's roots.
    public let places: [Int]
}
