public import Expressions

/// A transition with its expressions compiled; shared, never copied, since decisions are made by the million.
public final class CompiledTransition: Sendable {
    /// The transition as the rule file says it.
    public let rule: Transition
    /// Roles that may take it, each with who holds it in a task, if anybody in particular.
    public let doers: [(role: String, heldBy: Role.Holder?)]
    /// Its requirements, in order.
    public let requirements: [CompiledRequirement]
    /// Expressions of its effects: `set` by fact path, `open` by `<effect index>/<fact>`.
    public let effects: [String: CompiledExpression]
    /// The same expressions alone.
    public var effectExpressions: [String: Expression] { effects.mapValues(\.expression) }
    /// What the state it enters means; nil when it stays where it is.
    public let destination: CompiledState.Meaning?
    /// The facts that come with it.
    public let records: [CompiledRecord]
    /// How many of them it cannot happen without.
    public let requiredRecordCount: Int
    /// The facts it computes, in order.
    public let computed: [ComputedFact]
    /// What it does to the clocks of its own machine, by identifier.
    public let turns: [ClockTurn]
    /// What it does to the clocks of the task, by identifier, when it is a transition of a small machine.
    public let taskTurns: [ClockTurn]
    /// Whether any of its expressions reads `host` or `investigator`, or an effect moves the task under another regime.
    public let asksAboutParties: Bool
    /// Its expressions that do not compile.
    let faults: [ExpressionFault]

    init(
        rule: Transition,
        doers: [(role: String, heldBy: Role.Holder?)],
        destination: CompiledState.Meaning?,
        requirements: [CompiledRequirement],
        effects: [String: CompiledExpression],
        records: [CompiledRecord],
        computed: [ComputedFact],
        turns: [ClockTurn],
        taskTurns: [ClockTurn],
        faults: [ExpressionFault]
    ) {
        self.rule = rule
        self.doers = doers
        self.destination = destination
        self.requirements = requirements
        self.effects = effects
        self.records = records
        requiredRecordCount = records.count(where: \.isRequired)
        self.computed = computed
        self.turns = turns
        self.taskTurns = taskTurns
        asksAboutParties =
            requirements.contains { $0.expression?.reads(anyOf: FactEnvironment.parties) ?? false }
            || effects.values.contains { $0.expression.reads(anyOf: FactEnvironment.parties) }
            || rule.effects.contains { if case .setRegime = $0 { true } else { false } }
        self.faults = faults
    }
}

/// A fact that comes with an event, with its declaration.
public final class CompiledRecord: Sendable {
    /// Its name.
    public let fact: FactName
    /// Whether the event cannot happen without it.
    public let isRequired: Bool
    /// Its declaration; nil when the regime has none.
    public let declaration: Fact?

    init(fact: FactName, isRequired: Bool, declaration: Fact?) {
        self.fact = fact
        self.isRequired = isRequired
        self.declaration = declaration
    }
}

/// A fact that an effect computes when its transition is taken.
public final class ComputedFact: Sendable {
    /// Its name.
    public let fact: FactName
    /// Its type.
    public let type: Fact.Kind
    /// The expression.
    public let compiled: CompiledExpression

    init(fact: FactName, type: Fact.Kind, compiled: CompiledExpression) {
        self.fact = fact
        self.type = type
        self.compiled = compiled
    }
}
