import LifecycleModel
import Rules

extension Cursor {
    /// A whole number, or a parameter that holds one: `5`, `param.application_reports`.
    func amount() -> Amount? {
        parameterName().map(Amount.parameter) ?? count().map(Amount.number)
    }

    /// A parameter: numbers of the law stand with the parameters, with their article.
    func ruledNumber() -> Amount? {
        if let name = parameterName() { return .parameter(name) }
        wrongType(Phrase(vi: "một tham số như param.quorum", en: "a parameter such as param.quorum"))
        return nil
    }

    /// The name in `param.name`; nil when something else stands there.
    func parameterName() -> String? {
        guard let text = node.scalar?.string, text.hasPrefix(Amount.prefix) else { return nil }
        return String(text.dropFirst(Amount.prefix.count))
    }
}

extension Regime {
    /// Puts in the numbers that schedules take from parameters; once all overlays are applied.
    mutating func resolveCounts() {
        let parameters = parameters
        func resolved(_ effect: Effect) -> Effect {
            guard case .open(let machine, var schedule?, let facts) = effect, let name = schedule.countParameter else { return effect }
            schedule.count = Amount.parameter(name).value(in: parameters)
            return .open(machine: machine, schedule: schedule, facts: facts)
        }
        func resolved(_ machine: Machine) -> Machine {
            var machine = machine
            for index in machine.transitions.indices {
                machine.transitions[index].effects = machine.transitions[index].effects.map(resolved)
            }
            return machine
        }
        task = resolved(task)
        machines = machines.mapValues(resolved)
    }
}
