import Rules

/// What two versions of one machine say differently: states, transitions with their requirements, deadlines, its own facts.
struct MachineDifference {
    private let id: String
    private let old, new: Machine
    private let before, after: RuleWords

    init(_ id: String, _ old: Machine, _ new: Machine, _ before: RuleWords, _ after: RuleWords) {
        self.id = id
        self.old = old
        self.new = new
        self.before = before
        self.after = after
    }

    var changes: [RuleChange] {
        let fact = { (name: String, fact: Fact) in RuleElement(fact: "\(RulePath.machine(id))/facts/\(name)", named: "\(id).\(name)", fact)
        }
        return compared(old.states, new.states, { RuleElement(state: $0, $1, of: id, before) }) {
            RuleElement(state: $0, $1, of: id, after)
        }
            + compared(old.facts, new.facts, fact, fact)
            + compared(old.deadlines, new.deadlines, { RuleElement(deadline: $0, $1, of: id, before) }) {
                RuleElement(deadline: $0, $1, of: id, after)
            } + transitions
    }

    private var transitions: [RuleChange] {
        let pairing = TransitionPairing(old.transitions, new.transitions)
        return pairing.pairs.flatMap { pair -> [RuleChange] in
            RuleElement.changes(
                from: pair.old.map { RuleElement(transition: $0, of: id, before) },
                to: pair.new.map { RuleElement(transition: $0, of: id, after) }
            ) + requirements(pair)
        }
    }

    /// Requirements are paired by name, those left over by what they ask.
    private func requirements(_ pair: TransitionPairing.Pair) -> [RuleChange] {
        guard let old = pair.old, let new = pair.new else { return [] }
        func before(_ requirement: Requirement) -> RuleElement { RuleElement(requirement: requirement, of: old, in: id, self.before) }
        func after(_ requirement: Requirement) -> RuleElement { RuleElement(requirement: requirement, of: new, in: id, self.after) }
        var left = new.requires
        var gone: [Requirement] = []
        var changes: [RuleChange] = []
        for requirement in old.requires {
            if let place = left.firstIndex(where: { $0.id == requirement.id }) {
                changes += RuleElement.changes(from: before(requirement), to: after(left.remove(at: place)))
            } else {
                gone.append(requirement)
            }
        }
        for requirement in gone {
            let place = left.firstIndex { $0.condition.normalized == requirement.condition.normalized }
            changes += RuleElement.changes(from: before(requirement), to: place.map { after(left.remove(at: $0)) })
        }
        return changes + left.flatMap { RuleElement.changes(from: nil, to: after($0)) }
    }
}
