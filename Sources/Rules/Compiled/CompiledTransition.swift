public import Expressions
import Synchronization

/// A transition with its expressions compiled, on first use: a command asks for a few of the hundreds a regime has. Shared, never copied, since
/// decisions are made by the million.
public final class CompiledTransition: Sendable {
    /// The transition as the rule file says it.
    public let rule: Transition
    /// What the state it enters means; nil when it stays where it is.
    public let destination: CompiledState.Meaning?

    private let path: String
    private let compiler: MachineCompiler
    private let made = AtomicLazyReference<Content>()

    /// What compiling a transition gives.
    final class Content: Sendable {
        let requirements: [CompiledRequirement]
        let effects: [String: CompiledExpression]
        let records: [CompiledRecord]
        let requiredRecordCount: Int
        let computed: [ComputedFact]
        let turns: [ClockTurn]
        let taskTurns: [ClockTurn]
        let faults: [ExpressionFault]

        init(
            requirements: [CompiledRequirement],
            effects: [String: CompiledExpression],
            records: [CompiledRecord],
            computed: [ComputedFact],
            turns: [ClockTurn],
            taskTurns: [ClockTurn],
            faults: [ExpressionFault]
        ) {
            self.requirements = requirements
            self.effects = effects
            self.records = records
            requiredRecordCount = records.count(where: \.isRequired)
            self.computed = computed
            self.turns = turns
            self.taskTurns = taskTurns
            self.faults = faults
        }
    }

    init(_ rule: Transition, at path: String, compiler: MachineCompiler) {
        self.rule = rule
        self.path = path
        self.compiler = compiler
        destination = rule.to.map { CompiledState.Meaning(compiler.machine.states[$0]) }
    }

    private var content: Content {
        made.load() ?? made.storeIfNil(compiler.compile(rule, at: path))
    }

    /// Its requirements, in order.
    public var requirements: [CompiledRequirement] { content.requirements }
    /// Expressions of its effects: `set` by fact path, `open` by `<effect index>/<fact>`.
    public var effects: [String: CompiledExpression] { content.effects }
    /// The same expressions alone.
    public var effectExpressions: [String: Expression] { effects.mapValues(\.expression) }
    /// The facts that come with it.
    public var records: [CompiledRecord] { content.records }
    /// How many of them it cannot happen without.
    public var requiredRecordCount: Int { content.requiredRecordCount }
    /// The facts it computes, in order.
    public var computed: [ComputedFact] { content.computed }
    /// What it does to the clocks of its own machine, by identifier.
    public var turns: [ClockTurn] { content.turns }
    /// What it does to the clocks of the task, by identifier, when it is a transition of a small machine.
    public var taskTurns: [ClockTurn] { content.taskTurns }
    /// Its expressions that do not compile.
    var faults: [ExpressionFault] { content.faults }
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
