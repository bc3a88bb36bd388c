public import Expressions

/// A regime whose expressions are parsed and type-checked, each on first use: what the engine decides by. Immutable and shared, never copied.
public final class CompiledRegime: Sendable {
    /// The regime.
    public let regime: Regime
    /// SHA-256 (hex) of its canonical form; empty while it is only being checked.
    public let hash: String
    /// What its expressions may read.
    public let environment: FactEnvironment
    /// The value of `param` in expressions.
    public let parameters: Value
    /// The names of the facts it speaks of.
    public let names: FactNames
    /// What a task counts as since the date in a fact.
    public let datedStandings: [DatedStanding]

    private let task: CompiledMachine
    private let machines: [String: CompiledMachine]

    /// Prepares a regime for deciding. Faults of expressions are collected in ``faults``, not thrown; a regime with faults must not be used to decide.
    public init(_ regime: Regime, hash: String = "") {
        self.regime = regime
        self.hash = hash
        environment = FactEnvironment(regime)
        parameters = FactEnvironment.parameterRecord(regime.parameters)
        names = FactNames(regime)
        datedStandings = DatedStanding.all(in: regime, names: names)
        let (environment, names, parameters) = (environment, names, parameters)
        func compiled(_ machine: Machine, _ id: String, taskDeadlines: [CompiledDeadline] = []) -> CompiledMachine {
            CompiledMachine(
                MachineCompiler(
                    machine,
                    id: id,
                    regime: regime,
                    environment: environment,
                    names: names,
                    parameters: parameters,
                    taskDeadlines: taskDeadlines
                )
            )
        }
        let task = compiled(regime.task, Regime.taskMachine)
        self.task = task
        machines = Dictionary(
            uniqueKeysWithValues: regime.machines.map { ($0.key, compiled($0.value, $0.key, taskDeadlines: task.deadlines)) }
        )
    }

    /// Expressions that do not compile, by rule path: the task's first, then those of the small machines by identifier. Compiles everything.
    public var faults: [ExpressionFault] {
        ([task] + machines.sorted { $0.key < $1.key }.map(\.value)).flatMap(\.transitions).flatMap(\.faults)
    }

    /// The machine of that identifier: `task` or one of the small machines.
    public func machine(_ id: String) -> CompiledMachine? {
        id == Regime.taskMachine ? task : machines[id]
    }

    /// The declaration behind a fact's name, `group.name` or `this.name`, as one of its machines has it.
    public func fact(_ path: String, of machine: CompiledMachine) -> Fact? {
        regime.fact(names[path], of: machine.definition)
    }

    /// Transitions that leave a state of a machine, in the order of the rule file.
    public func transitions(of machine: String, from state: String) -> [CompiledTransition] {
        self.machine(machine)?.states[state]?.transitions ?? []
    }

    /// Transitions of one event that leave a state of a machine, in the order of the rule file.
    public func transitions(of machine: String, from state: String, event: String) -> [CompiledTransition] {
        self.machine(machine)?.states[state]?.transitions(of: event) ?? []
    }
}

/// An expression of a rule file that does not compile.
public struct ExpressionFault: Sendable, Hashable {
    /// Where, such as `machines/task/transitions/3/requires/1/that`.
    public let path: String
    /// What is wrong, with its place inside the expression.
    public let fault: CompileFault
}

extension Regime {
    /// The declaration behind a fact path: `group.name`, or `this.name` in a small machine.
    public func fact(_ path: String, of machine: Machine) -> Fact? {
        fact(FactName(path), of: machine)
    }

    /// The declaration behind a fact's name.
    public func fact(_ name: FactName, of machine: Machine) -> Fact? {
        name.isOwn ? machine.facts[name.name] : facts[name.group]?[name.name]
    }
}
