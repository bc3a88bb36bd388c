import LifecycleModel
import Rules

extension MutantList {
    /// Mistakes in states.
    mutating func addStates() {
        for (id, machine) in machines {
            for other in machine.states.keys.sorted() where other != machine.initial {
                add(.changeInitial, Place(machine: id, name: "initial"), other) { $0.initial = other }
            }
            for (name, state) in machine.states.sorted(by: { $0.key < $1.key }) {
                guard let end = state.end else { continue }
                for other in Machine.State.End.allCases where other != end {
                    add(.changeEnd, Place(machine: id, name: name), other.rawValue) { $0.states[name]?.end = other }
                }
                add(.changeEnd, Place(machine: id, name: name), "no end") { $0.states[name]?.end = nil }
            }
        }
    }

    /// Mistakes in parameters and roles.
    mutating func addDeclarations() {
        let silent = regime.parametersOfMoneyAlone
        for (name, parameter) in regime.parameters.sorted(by: { $0.key < $1.key }) where !silent.contains(name) {
            for value in parameter.value.others {
                add(.changeParameter, "param.\(name)", "\(parameter.value.text) → \(value.text)") { $0.parameters[name]?.value = value }
            }
        }
        for (name, role) in regime.roles.sorted(by: { $0.key < $1.key }) {
            add(.renameRole, name, "\(name)-renamed") {
                $0.roles[name] = nil
                $0.roles["\(name)-renamed"] = role
            }
        }
    }
}

extension Regime {
    /// The numbers that only the rules on money read. No story about a task can notice a mistake in them, as stories move tasks and not money:
    /// the tests of the shipped rules name each of them with its value.
    fileprivate var parametersOfMoneyAlone: Set<String> {
        guard let money = budget?.parameters else { return [] }
        var rest = self
        (rest.budget, rest.parameters) = (nil, [:])
        let text = String(decoding: rest.canonicalBytes, as: UTF8.self)
        return Set(money.filter { !text.contains("param.\($0)") && !text.contains("\"\($0)\"") })
    }
}

extension Parameter.Value {
    /// What may be written for it by mistake.
    fileprivate var others: [Self] {
        switch self {
        case .integer(let number): [.integer(number + 1), .integer(number - 1)]
        case .fraction(let numerator, let denominator): [.fraction(numerator + 1, denominator), .fraction(numerator, denominator + 1)]
        case .date(let date): [.date(date.adding(days: 1)), .date(date.adding(days: -1))]
        case .flag(let value): [.flag(!value)]
        }
    }

    fileprivate var text: String {
        switch self {
        case .integer(let number): String(number)
        case .fraction(let numerator, let denominator): "\(numerator)/\(denominator)"
        case .date(let date): date.description
        case .flag(let value): String(value)
        }
    }
}
