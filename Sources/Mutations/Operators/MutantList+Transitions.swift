import Rules

extension MutantList {
    /// Mistakes in transitions.
    mutating func addTransitions() {
        for (id, machine) in machines {
            for (index, transition) in machine.transitions.enumerated() {
                let site = TransitionSite(machine: id, index: index, place: Place(machine: id, name: transition.name(in: machine)))
                add(.dropTransition, site.place, "gone") { $0.transitions.remove(at: index) }
                addMoves(site, transition, machine)
                addActors(site, transition)
                addAttachments(site, transition)
                addRequirements(site, transition, of: machine)
                addEffects(site, transition, of: machine)
            }
        }
    }

    /// A transition and where it stands.
    struct TransitionSite {
        let machine: String
        let index: Int
        let place: Place
    }

    mutating func add(
        _ kind: MutationOperator,
        _ site: TransitionSite,
        _ change: String,
        _ edit: @escaping @Sendable (inout Transition) -> Void
    ) {
        add(kind, site.place, change) { edit(&$0.transitions[site.index]) }
    }

    private mutating func addMoves(_ site: TransitionSite, _ transition: Transition, _ machine: Machine) {
        if let to = transition.to {
            for other in machine.states.keys.sorted() where other != to { add(.swapTarget, site, "→ \(other)") { $0.to = other } }
        }
        guard transition.from.count > 1 else { return }
        for (place, state) in transition.from.enumerated() {
            add(.dropSource, site, "not from \(state)") { $0.from = $0.from.without(place) }
        }
    }

    private mutating func addActors(_ site: TransitionSite, _ transition: Transition) {
        for (place, role) in transition.by.enumerated() {
            if transition.by.count > 1 { add(.dropRole, site, "not by \(role)") { $0.by = $0.by.without(place) } }
            for other in regime.roles.keys.sorted() where !transition.by.contains(other) {
                add(.replaceRole, site, "by \(other) instead of \(role)") { $0.by[place] = other }
            }
        }
    }

    private mutating func addAttachments(_ site: TransitionSite, _ transition: Transition) {
        for (place, record) in transition.records.enumerated() {
            add(.dropFact, site, "without \(record.fact)") { $0.records.remove(at: place) }
            if record.isRequired { add(.loosenFact, site, "\(record.fact)?") { $0.records[place].isRequired = false } }
        }
        for (place, form) in transition.documents.enumerated() {
            add(.dropDocument, site, "without \(form)") { $0.documents = $0.documents.without(place) }
        }
    }
}

extension Transition {
    /// Its event, and what tells it from others of the same event.
    fileprivate func name(in machine: Machine) -> String {
        let alike = machine.transitions.filter { $0.event == event }
        guard alike.count > 1 else { return event }
        let target = to ?? "stays"
        if alike.count(where: { $0.to == to }) == 1 { return "\(event) → \(target)" }
        return "\(event) from \(from.joined(separator: ", ")) → \(target) (\(requires.map(\.id).joined(separator: ", ")))"
    }
}
