public import Expressions

/// A regime with every expression parsed and type-checked: what the engine decides by. Immutable and shared, never copied.
public final class CompiledRegime: Sendable {
    /// The regime.
    public let regime: Regime
    /// SHA-256 (hex) of its canonical form; empty while it is only being checked.
    public let hash: String
    /// What its expressions may read.
    public let environment: FactEnvironment
    /// The value of `param` in expressions.
    public let parameters: Value
    /// Expressions that do not compile, by rule path.
    public let faults: [ExpressionFault]

    private let table: [String: [String: [CompiledTransition]]]
    private let byEvent: [String: [String: [String: [CompiledTransition]]]]
    private let deadlines: [String: [(id: String, deadline: Deadline)]]

    /// Compiles all expressions of a regime. Faults are collected, not thrown; a regime with faults must not be used to decide.
    public init(_ regime: Regime, hash: String = "") {
        self.regime = regime
        self.hash = hash
        environment = FactEnvironment(regime)
        parameters = FactEnvironment.parameterRecord(regime.parameters)
        var compiler = RegimeCompiler()
        var table: [String: [String: [CompiledTransition]]] = [:]
        let machines = [(Regime.taskMachine, regime.task)] + regime.machines.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        for (id, machine) in machines {
            let declarations = environment.declarations(for: id)
            for (index, transition) in machine.transitions.enumerated() {
                let compiled = compiler.compile(
                    transition,
                    path: "machines/\(id)/transitions/\(index)",
                    declarations: declarations,
                    regime: regime,
                    machine: machine
                )
                for state in transition.from { table[id, default: [:]][state, default: []].append(compiled) }
            }
        }
        self.table = table
        byEvent = table.mapValues { states in states.mapValues { Dictionary(grouping: $0, by: \.rule.event) } }
        deadlines = Dictionary(
            uniqueKeysWithValues: machines.map { id, machine in
                (id, machine.deadlines.sorted { $0.key < $1.key }.map { (id: $0.key, deadline: $0.value) })
            }
        )
        faults = compiler.faults
    }

    /// Transitions that leave a state of a machine, in the order of the rule file.
    public func transitions(of machine: String, from state: String) -> [CompiledTransition] {
        table[machine]?[state] ?? []
    }

    /// Transitions of one event that leave a state of a machine, in the order of the rule file.
    public func transitions(of machine: String, from state: String, event: String) -> [CompiledTransition] {
        byEvent[machine]?[state]?[event] ?? []
    }

    /// Deadlines of a machine, by identifier.
    public func deadlines(of machine: String) -> [(id: String, deadline: Deadline)] {
        deadlines[machine] ?? []
    }
}

/// A transition with its expressions compiled; shared, never copied, since decisions are made by the million.
public final class CompiledTransition: Sendable {
    /// The transition as the rule file says it.
    public let rule: Transition
    /// Its requirements, in order.
    public let requirements: [CompiledRequirement]
    /// Expressions of its effects: `set` by fact path, `open` by `<effect index>/<fact>`.
    public let effectExpressions: [String: Expression]

    init(rule: Transition, requirements: [CompiledRequirement], effectExpressions: [String: Expression]) {
        self.rule = rule
        self.requirements = requirements
        self.effectExpressions = effectExpressions
    }
}

/// A requirement with its expression compiled; shared, never copied.
public final class CompiledRequirement: Sendable {
    /// The requirement as the rule file says it.
    public let rule: Requirement
    /// Its expression; nil when it does not compile.
    public let expression: Expression?

    init(rule: Requirement, expression: Expression?) {
        self.rule = rule
        self.expression = expression
    }
}

/// An expression of a rule file that does not compile.
public struct ExpressionFault: Sendable, Hashable {
    /// Where, such as `machines/task/transitions/3/requires/1/that`.
    public let path: String
    /// What is wrong, with its place inside the expression.
    public let fault: CompileFault
}

/// Compiles transitions and collects what does not compile.
private struct RegimeCompiler {
    var faults: [ExpressionFault] = []

    mutating func compile(
        _ transition: Transition,
        path: String,
        declarations: Declarations,
        regime: Regime,
        machine: Machine
    ) -> CompiledTransition {
        let requirements = transition.requires.enumerated().map { index, requirement in
            let place: String
            if case .clause = requirement.condition { place = "requires/\(index)/that" } else { place = "requires/\(index)" }
            return CompiledRequirement(
                rule: requirement,
                expression: expression(requirement.condition.source, is: .bool, path: "\(path)/\(place)", declarations)
            )
        }
        var effects: [String: Expression] = [:]
        for (index, effect) in transition.effects.enumerated() {
            switch effect {
            case .set(let fact, let source):
                effects[fact] = expression(
                    source,
                    is: regime.fact(fact, of: machine)?.type.valueType,
                    path: "\(path)/effects/\(index)",
                    declarations
                )
            case .open(let opened, _, let facts):
                for (name, source) in facts.sorted(by: { $0.key < $1.key }) {
                    effects["\(index)/\(name)"] = expression(
                        source,
                        is: regime.machines[opened]?.facts[name]?.type.valueType,
                        path: "\(path)/effects/\(index)",
                        declarations
                    )
                }
            default: break
            }
        }
        return CompiledTransition(rule: transition, requirements: requirements, effectExpressions: effects)
    }

    private mutating func expression(
        _ source: String,
        is type: ValueType?,
        path: String,
        _ declarations: Declarations
    ) -> Expression? {
        do throws(CompileFailure) {
            return try Expression.compile(source, declarations: declarations, options: CompileOptions(resultType: type))
        } catch {
            faults += error.faults.map { ExpressionFault(path: path, fault: $0) }
        }
        return nil
    }
}

extension Regime {
    /// The declaration behind a fact path: `group.name`, or `this.name` in a small machine.
    public func fact(_ path: String, of machine: Machine) -> Fact? {
        guard let dot = path.firstIndex(of: ".") else { return nil }
        let name = String(path[path.index(after: dot)...])
        return path[..<dot] == "this" ? machine.facts[name] : facts[String(path[..<dot])]?[name]
    }
}
