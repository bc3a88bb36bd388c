import Engine
import LifecycleModel
import Rules
import WorkingCalendar

/// Notes what stories touch of a regime while they are played.
struct CoverageMeter {
    private(set) var coverage: Coverage
    private let rules: CompiledRegime
    private let calendar: WorkingCalendar
    private let transitionPlaces: [Place: Int]
    private let deadlinePlaces: [String: Int]
    private let endPlaces: [String: Int]
    /// Regimes of one transition each, by its place.
    private var lone: [Int: CompiledRegime] = [:]

    private struct Place: Hashable {
        let machine: String
        let index: Int
    }

    init(_ rules: CompiledRegime, _ calendar: WorkingCalendar) {
        self.rules = rules
        self.calendar = calendar
        coverage = Coverage(rules.regime)
        transitionPlaces = Self.places(coverage.transitions) { Place(machine: $0.machine, index: $0.index) }
        deadlinePlaces = Self.places(coverage.deadlines) { "\($0.machine)/\($0.id)" }
        endPlaces = Self.places(coverage.ends) { "\($0.machine) \($0.state)" }
    }

    private static func places<Element, Key: Hashable>(_ elements: [Element], by key: (Element) -> Key) -> [Key: Int] {
        Dictionary(elements.enumerated().map { (key($0.element), $0.offset) }) { first, _ in first }
    }

    /// Notes a decision: the transition that was taken, and how each requirement of every transition that the event could mean was judged.
    ///
    /// A refusal for want of information counts only when it is expected by the requirement's name.
    mutating func note(_ decision: Decision, _ state: TaskState, _ inquiry: Inquiry) {
        let places = places(of: inquiry.command, in: state)
        if places.count == 1, let place = places.first {
            count(decision, at: place, expecting: inquiry.refusals)
        } else {
            for place in places {
                let alone = decide(
                    loneRules(at: place),
                    state,
                    inquiry.command,
                    by: inquiry.actor,
                    circumstances: inquiry.circumstances,
                    calendar: calendar
                )
                count(alone, at: place, expecting: [])
            }
        }
        guard !decision.happenings.isEmpty, let taken = decision.transition else { return }
        guard let place = places.count == 1 ? places.first : places.first(where: { transition(at: $0) == taken }) else { return }
        coverage.transitions[place].taken += 1
        let allowed = inquiry.actor.roles.intersection(taken.by)
        // Somebody with two of the roles shows of neither that it suffices.
        if allowed.count == 1 { coverage.transitions[place].roles.see(allowed) }
    }

    /// Notes what a happening does to clocks and lives.
    mutating func note(_ happening: Happening) {
        switch happening {
        case .transitioned(let it):
            if it.end != nil, let place = endPlaces["\(it.machine.kind) \(it.to)"] { coverage.ends[place].reached += 1 }
        case .deadlineStarted(let it):
            if let place = place(of: it.reference) { coverage.deadlines[place].started += 1 }
        case .deadlineStopped(let it) where it.manner == .met || it.manner == .late:
            guard let place = place(of: it.reference) else { return }
            coverage.deadlines[place].stopped += 1
            if it.manner == .late { coverage.deadlines[place].passed += 1 }
        default: break
        }
    }

    /// Notes the clocks whose last day is over.
    mutating func note(_ state: TaskState, on day: CivilDate) {
        for clock in state.clocks where clock.isOpen && clock.isPassed(on: day) {
            if let place = place(of: clock.reference) { coverage.deadlines[place].passed += 1 }
        }
    }

    private mutating func count(_ decision: Decision, at place: Int, expecting refusals: Set<String>) {
        coverage.transitions[place].documents.see(Set(decision.missingForms))
        for (index, outcome) in decision.requirements.enumerated() where coverage.transitions[place].requirements.indices.contains(index) {
            if outcome.holds {
                coverage.transitions[place].requirements[index].held += 1
            } else if outcome.missing.isEmpty || refusals.contains(outcome.requirement.id) {
                coverage.transitions[place].requirements[index].refused += 1
            }
        }
    }

    /// Places of the transitions that a command can mean where its machine stands.
    private func places(of command: Command, in state: TaskState) -> [Int] {
        guard let standing = state.state(of: command.machine), let machine = rules.regime.machine(command.machine.kind) else { return [] }
        return machine.transitions.indices.compactMap { index in
            let transition = machine.transitions[index]
            guard transition.event == command.event, transition.from.contains(standing) else { return nil }
            return transitionPlaces[Place(machine: command.machine.kind, index: index)]
        }
    }

    private func place(of clock: DeadlineReference) -> Int? {
        deadlinePlaces["\(clock.machine.kind)/\(clock.id)"]
    }

    private func transition(at place: Int) -> Transition? {
        let use = coverage.transitions[place]
        return rules.regime.machine(use.machine)?.transitions[use.index]
    }

    /// The regime with nothing but one transition, so that its own requirements are judged although another one is taken.
    private mutating func loneRules(at place: Int) -> CompiledRegime {
        if let known = lone[place] { return known }
        let use = coverage.transitions[place]
        var regime = rules.regime
        func kept(_ machine: Machine, _ id: String) -> Machine {
            var machine = machine
            machine.transitions = id == use.machine ? [machine.transitions[use.index]] : []
            return machine
        }
        regime.task = kept(regime.task, Regime.taskMachine)
        for (id, machine) in regime.machines { regime.machines[id] = kept(machine, id) }
        let compiled = CompiledRegime(regime)
        lone[place] = compiled
        return compiled
    }
}

extension [Coverage.PartUse] {
    /// Counts the named ones once more.
    fileprivate mutating func see(_ names: Set<String>) {
        for place in indices where names.contains(self[place].name) { self[place].seen += 1 }
    }
}
