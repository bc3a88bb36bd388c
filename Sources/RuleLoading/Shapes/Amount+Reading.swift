import LifecycleModel
import Rules

extension Cursor {
    /// A whole number, or a parameter that holds one: `5`, `param.application_reports`.
    func amount() -> Amount? {
        parameterName().map(Amount.parameter) ?? count().map(Amount.number)
    }

    /// The name in `param.name`; nil when something else stands there.
    func parameterName() -> String? {
        guard let text = node.scalar?.string, text.hasPrefix(Amount.prefix) else { return nil }
        return String(text.dropFirst(Amount.prefix.count))
    }
}

extension Council {
    /// Reads `{members: {least, most}, quorum, seats}`.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("members", "quorum", "seats")
        let members = fields.required("members")?.fields("least", "most")
        let quorum = fields.required("quorum")
        var seats: [Seat: Amount] = [:]
        for (word, value) in fields.optional("seats")?.entries(.kebab) ?? [] {
            if let seat = Seat(rawValue: word) { seats[seat] = value.amount() }
        }
        let name = quorum?.parameterName()
        if let quorum, name == nil { quorum.wrongType(Phrase(vi: "một tham số như param.quorum", en: "a parameter such as param.quorum")) }
        self.init(
            least: members?.required("least")?.amount() ?? .number(1),
            most: members?.required("most")?.amount() ?? .number(1),
            quorum: name ?? "",
            seats: seats
        )
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
