import Expressions
import Synchronization

/// Compiles the transitions of one machine, each when it is asked for.
final class MachineCompiler: Sendable {
    let machine: Machine
    let id: String
    let deadlines: [CompiledDeadline]

    private let regime: Regime
    private let names: FactNames
    private let parameters: Value
    private let declarations: Declarations
    /// The clocks of the task; empty for the task's own machine.
    private let taskDeadlines: [CompiledDeadline]
    private let known = Mutex(Known())

    private struct Known {
        /// By place in the rule file: a transition may leave several states.
        var transitions: [Int: CompiledTransition] = [:]
        /// Rule files ask the same at many places.
        var expressions: [Key: CompiledExpression] = [:]
    }

    private struct Key: Hashable {
        let source: String
        let type: ValueType?
    }

    init(
        _ machine: Machine,
        id: String,
        regime: Regime,
        environment: FactEnvironment,
        names: FactNames,
        parameters: Value,
        taskDeadlines: [CompiledDeadline] = []
    ) {
        self.machine = machine
        self.id = id
        self.regime = regime
        self.names = names
        self.parameters = parameters
        self.taskDeadlines = taskDeadlines
        declarations = environment.declarations(for: id)
        deadlines = machine.deadlines.sorted { $0.key < $1.key }.map { CompiledDeadline(id: $0.key, rule: $0.value, names: names) }
    }

    /// The transition at that place of the rule file.
    func transition(_ index: Int) -> CompiledTransition {
        if let known = known.withLock({ $0.transitions[index] }) { return known }
        let compiled = compile(machine.transitions[index], at: "machines/\(id)/transitions/\(index)")
        return known.withLock { known in
            let first = known.transitions[index] ?? compiled
            known.transitions[index] = first
            return first
        }
    }

    private func compile(_ transition: Transition, at path: String) -> CompiledTransition {
        var faults: [ExpressionFault] = []
        let requirements = transition.requires.enumerated().map { index, requirement in
            let place = if case .clause = requirement.condition { "requires/\(index)/that" } else { "requires/\(index)" }
            let expression = expression(requirement.condition.source, is: .bool, at: "\(path)/\(place)", &faults)
            return CompiledRequirement(rule: requirement, expression: expression, names: names, parameters: parameters, roles: regime.roles)
        }
        var effects: [String: CompiledExpression] = [:]
        var computed: [ComputedFact] = []
        for (index, effect) in transition.effects.enumerated() {
            let place = "\(path)/effects/\(index)"
            switch effect {
            case .set(let name, let source):
                let declared = regime.fact(name, of: machine)
                effects[name] = expression(source, is: declared?.type.valueType, at: place, &faults)
                if let compiled = effects[name], let declared {
                    computed.append(ComputedFact(fact: names[name], type: declared.type, compiled: compiled))
                }
            case .open(let opened, _, let facts):
                for (name, source) in facts.sorted(by: { $0.key < $1.key }) {
                    let type = regime.machines[opened]?.facts[name]?.type.valueType
                    effects["\(index)/\(name)"] = expression(source, is: type, at: place, &faults)
                }
            default: break
            }
        }
        return CompiledTransition(
            rule: transition,
            doers: transition.by.map { ($0, regime.roles[$0]?.heldBy) },
            destination: transition.to.map { CompiledState.Meaning(machine.states[$0]) },
            requirements: requirements,
            effects: effects,
            records: transition.records.map { recorded in
                let name = names[recorded.fact]
                return CompiledRecord(fact: name, isRequired: recorded.isRequired, declaration: regime.fact(name, of: machine))
            },
            computed: computed,
            turns: deadlines.compactMap { ClockTurn($0, event: transition.event) },
            taskTurns: taskDeadlines.compactMap { ClockTurn($0, event: "\(id)/\(transition.event)") },
            faults: faults
        )
    }

    private func expression(
        _ source: String,
        is type: ValueType?,
        at path: String,
        _ faults: inout [ExpressionFault]
    ) -> CompiledExpression? {
        let key = Key(source: source, type: type)
        if let known = known.withLock({ $0.expressions[key] }) { return known }
        do throws(CompileFailure) {
            let expression = try Expression.compile(source, declarations: declarations, options: CompileOptions(resultType: type))
            let compiled = CompiledExpression(expression, names: names, parameters: parameters)
            known.withLock { $0.expressions[key] = compiled }
            return compiled
        } catch {
            faults += error.faults.map { ExpressionFault(path: path, fault: $0) }
            return nil
        }
    }
}
