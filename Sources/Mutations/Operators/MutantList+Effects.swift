import LifecycleModel
import Rules

extension MutantList {
    /// Mistakes in what a transition does.
    mutating func addEffects(_ site: TransitionSite, _ transition: Transition, of machine: Machine) {
        for (place, effect) in transition.effects.enumerated() {
            add(.dropEffect, site, "without \(effect.name)") { $0.effects.remove(at: place) }
            for other in variants(of: effect) {
                add(.changeEffect, site, "\(effect.name): \(other.change)") { $0.effects[place] = other.effect }
            }
            guard case .set(let fact, let expression) = effect else { continue }
            for (_, source) in clauses(expression, in: machine) {
                add(.changeExpression, site, "\(fact) = \(source)") { $0.effects[place] = .set(fact: fact, expression: source) }
            }
        }
    }

    private func variants(of effect: Effect) -> [(change: String, effect: Effect)] {
        switch effect {
        case .open(let machine, let schedule, let facts):
            return schedules(schedule).map { ($0.change, .open(machine: machine, schedule: $0.schedule, facts: facts)) }
                + facts.keys.sorted().map { name in
                    ("without \(name)", .open(machine: machine, schedule: schedule, facts: facts.filter { $0.key != name }))
                }
        case .close(let machine, let states, let to):
            let others = (regime.machines[machine]?.states.keys.sorted() ?? []).filter { $0 != to }
            let shorter = states.count > 1 ? Array(states.indices) : []
            return others.map { ("to \($0)", .close(machine: machine, states: states, to: $0)) }
                + shorter.map { ("not in \(states[$0])", .close(machine: machine, states: states.without($0), to: to)) }
        case .bar(let party, let reason, let months, let basis):
            let terms = months.map { [$0 + 1, $0 - 1, nil] as [Int?] } ?? [12]
            return terms.map { ("\($0.map(String.init) ?? "no") months", .bar(party: party, reason: reason, months: $0, basis: basis)) }
                + [(other(party), .bar(party: other(party), reason: reason, months: months, basis: basis))]
        case .lift(let party): return [(other(party), .lift(party: other(party)))]
        case .setRegime(let name, let position):
            guard position != regime.task.initial, name == regime.id else { return [] }
            return [("to the beginning", .setRegime(regime: name, position: regime.task.initial))]
        case .set, .raise, .clear, .publish: return []
        }
    }

    private func schedules(_ schedule: Effect.Schedule?) -> [(change: String, schedule: Effect.Schedule)] {
        guard let schedule else { return [] }
        var variants: [(change: String, schedule: Effect.Schedule)] = []
        for months in [schedule.everyMonths + 1, schedule.everyMonths - 1] where months > 0 {
            var other = schedule
            other.everyMonths = months
            variants.append(("every \(months) months", other))
        }
        if let count = schedule.count {
            for number in [count + 1, count - 1] {
                var other = schedule
                other.count = number
                variants.append(("\(number) times", other))
            }
        }
        return variants
    }

    private func other(_ party: String) -> String { BarredParty(rawValue: party)?.other.rawValue ?? party }
}

extension BarredParty {
    /// Another of the same kind: of those the task names, or of those the register does.
    var other: BarredParty {
        switch self {
        case .host: .investigator
        case .investigator: .host
        case .keyMembers: .secretary
        case .secretary: .keyMembers
        }
    }
}

extension Effect {
    /// What it does and to what.
    fileprivate var name: String {
        switch self {
        case .open(let machine, let schedule, let facts):
            (["open \(machine)"] + (schedule.map { ["every \($0.everyMonths) months"] } ?? [])
                + facts.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }).joined(separator: " ")
        case .close(let machine, let states, let to): "close \(machine) in \(states.joined(separator: ", ")) to \(to)"
        case .set(let fact, _): "set \(fact)"
        case .raise(let flag, _): "raise \(flag)"
        case .clear(let flag): "clear \(flag)"
        case .bar(let party, let reason, _, _): "bar \(party) (\(reason[.en]))"
        case .lift(let party): "lift \(party)"
        case .publish(let page): "publish \(page)"
        case .setRegime(let regime, let position): "set-regime \(regime) \(position)"
        }
    }
}
