import Expressions

/// Compiles machines and collects what does not compile.
struct RegimeCompiler {
    private let regime: Regime
    private let environment: FactEnvironment
    private let taskDeadlines: [CompiledDeadline]
    private(set) var faults: [ExpressionFault] = []

    init(regime: Regime, environment: FactEnvironment) {
        self.regime = regime
        self.environment = environment
        taskDeadlines = regime.task.compiledDeadlines
    }

    mutating func compile(_ machine: Machine, id: String) -> CompiledMachine {
        let declarations = environment.declarations(for: id)
        let isTask = id == Regime.taskMachine
        let deadlines = isTask ? taskDeadlines : machine.compiledDeadlines
        var leaving: [String: [CompiledTransition]] = [:]
        for (index, transition) in machine.transitions.enumerated() {
            let compiled = compile(
                transition, of: machine, path: "machines/\(id)/transitions/\(index)", declarations: declarations,
                turns: deadlines.compactMap { ClockTurn($0, event: transition.event) },
                taskTurns: isTask ? [] : taskDeadlines.compactMap { ClockTurn($0, event: "\(id)/\(transition.event)") })
            for state in transition.from { leaving[state, default: []].append(compiled) }
        }
        let names = Set(machine.states.keys).union(leaving.keys)
        let states = names.map { ($0, CompiledState(machine.states[$0], transitions: leaving[$0] ?? [])) }
        return CompiledMachine(id: id, definition: machine, states: Dictionary(uniqueKeysWithValues: states), deadlines: deadlines)
    }

    private mutating func compile(
        _ transition: Transition, of machine: Machine, path: String, declarations: Declarations, turns: [ClockTurn], taskTurns: [ClockTurn]
    ) -> CompiledTransition {
        var roots = FactRoots()
        var requirements: [CompiledRequirement] = []
        for (index, requirement) in transition.requires.enumerated() {
            let place: String
            if case .clause = requirement.condition { place = "requires/\(index)/that" } else { place = "requires/\(index)" }
            let expression = expression(requirement.condition.source, is: .bool, path: "\(path)/\(place)", declarations)
            requirements.append(CompiledRequirement(rule: requirement, expression: expression, roots: &roots, roles: regime.roles))
        }
        var effects: [String: Expression] = [:]
        var computed: [ComputedFact] = []
        for (index, effect) in transition.effects.enumerated() {
            switch effect {
            case .set(let path, let source):
                let declared = regime.fact(path, of: machine)
                effects[path] = expression(source, is: declared?.type.valueType, path: "\(path)/effects/\(index)", declarations)
                if let expression = effects[path], let fact = FactName(path), let declared {
                    let places = expression.variables.map { roots.place($0) }
                    computed.append(ComputedFact(fact: fact, type: declared.type, expression: expression, places: places))
                }
            case .open(let opened, _, let facts):
                for (name, source) in facts.sorted(by: { $0.key < $1.key }) {
                    effects["\(index)/\(name)"] = expression(
                        source, is: regime.machines[opened]?.facts[name]?.type.valueType, path: "\(path)/effects/\(index)", declarations)
                }
            default: break
            }
        }
        let records = transition.records.compactMap { recorded in
            FactName(recorded.fact).map { name in
                CompiledRecord(fact: name, isRequired: recorded.isRequired, declaration: regime.fact(name, of: machine))
            }
        }
        return CompiledTransition(
            rule: transition, requirements: requirements, effectExpressions: effects, roots: roots, records: records, computed: computed,
            turns: turns, taskTurns: taskTurns)
    }

    private mutating func expression(
        _ source: String, is type: ValueType?, path: String, _ declarations: Declarations
    ) -> Expression? {
        do throws(CompileFailure) {
            return try Expression.compile(source, declarations: declarations, options: CompileOptions(resultType: type))
        } catch {
            faults += error.faults.map { ExpressionFault(path: path, fault: $0) }
        }
        return nil
    }
}

extension Machine {
    fileprivate var compiledDeadlines: [CompiledDeadline] {
        deadlines.sorted { $0.key < $1.key }.map { CompiledDeadline(id: $0.key, rule: $0.value) }
    }
}
