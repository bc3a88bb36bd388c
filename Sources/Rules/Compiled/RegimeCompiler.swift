import Expressions

/// Compiles machines and collects what does not compile.
struct RegimeCompiler {
    private let regime: Regime
    private let environment: FactEnvironment
    private let parameters: Value
    private var taskDeadlines: [CompiledDeadline] = []
    private(set) var names = FactNames()
    private(set) var faults: [ExpressionFault] = []
    /// What was compiled for the machine at hand: rule files ask the same at many places.
    private var known: [Key: CompiledExpression] = [:]

    private struct Key: Hashable {
        let source: String
        let type: ValueType?
    }

    init(regime: Regime, environment: FactEnvironment, parameters: Value) {
        self.regime = regime
        self.environment = environment
        self.parameters = parameters
        taskDeadlines = deadlines(of: regime.task)
    }

    mutating func compile(_ machine: Machine, id: String) -> CompiledMachine {
        known = [:]
        let declarations = environment.declarations(for: id)
        let isTask = id == Regime.taskMachine
        let deadlines = isTask ? taskDeadlines : deadlines(of: machine)
        var leaving: [String: [CompiledTransition]] = [:]
        for (index, transition) in machine.transitions.enumerated() {
            let compiled = compile(
                transition,
                of: machine,
                path: "machines/\(id)/transitions/\(index)",
                declarations: declarations,
                turns: deadlines.compactMap { ClockTurn($0, event: transition.event) },
                taskTurns: isTask ? [] : taskDeadlines.compactMap { ClockTurn($0, event: "\(id)/\(transition.event)") }
            )
            for state in transition.from { leaving[state, default: []].append(compiled) }
        }
        let names = Set(machine.states.keys).union(leaving.keys)
        let states = names.map { ($0, CompiledState($0, machine.states[$0], transitions: leaving[$0] ?? [])) }
        return CompiledMachine(id: id, definition: machine, states: Dictionary(uniqueKeysWithValues: states), deadlines: deadlines)
    }

    private mutating func compile(
        _ transition: Transition,
        of machine: Machine,
        path: String,
        declarations: Declarations,
        turns: [ClockTurn],
        taskTurns: [ClockTurn]
    ) -> CompiledTransition {
        var requirements: [CompiledRequirement] = []
        for (index, requirement) in transition.requires.enumerated() {
            let place: String
            if case .clause = requirement.condition { place = "requires/\(index)/that" } else { place = "requires/\(index)" }
            let expression = expression(requirement.condition.source, is: .bool, path: "\(path)/\(place)", declarations)
            requirements.append(
                CompiledRequirement(rule: requirement, expression: expression, names: &names, parameters: parameters, roles: regime.roles)
            )
        }
        var effects: [String: CompiledExpression] = [:]
        var computed: [ComputedFact] = []
        for (index, effect) in transition.effects.enumerated() {
            switch effect {
            case .set(let name, let source):
                let declared = regime.fact(name, of: machine)
                effects[name] = expression(source, is: declared?.type.valueType, path: "\(path)/effects/\(index)", declarations)
                if let compiled = effects[name], let declared {
                    computed.append(ComputedFact(fact: names.name(name), type: declared.type, compiled: compiled))
                }
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
        var records: [CompiledRecord] = []
        for recorded in transition.records {
            let name = names.name(recorded.fact)
            records.append(CompiledRecord(fact: name, isRequired: recorded.isRequired, declaration: regime.fact(name, of: machine)))
        }
        return CompiledTransition(
            rule: transition,
            destination: transition.to.map { CompiledState.Meaning(machine.states[$0]) },
            requirements: requirements,
            effects: effects,
            records: records,
            computed: computed,
            turns: turns,
            taskTurns: taskTurns
        )
    }

    private mutating func expression(
        _ source: String,
        is type: ValueType?,
        path: String,
        _ declarations: Declarations
    ) -> CompiledExpression? {
        let key = Key(source: source, type: type)
        if let known = known[key] { return known }
        do throws(CompileFailure) {
            let expression = try Expression.compile(source, declarations: declarations, options: CompileOptions(resultType: type))
            let compiled = CompiledExpression(expression, names: &names, parameters: parameters)
            known[key] = compiled
            return compiled
        } catch {
            faults += error.faults.map { ExpressionFault(path: path, fault: $0) }
        }
        return nil
    }

    private mutating func deadlines(of machine: Machine) -> [CompiledDeadline] {
        var deadlines: [CompiledDeadline] = []
        for (id, rule) in machine.deadlines.sorted(by: { $0.key < $1.key }) {
            deadlines.append(CompiledDeadline(id: id, rule: rule, names: &names))
        }
        return deadlines
    }
}
