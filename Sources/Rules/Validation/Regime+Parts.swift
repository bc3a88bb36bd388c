extension Regime {
    /// A machine with its identifier and place.
    struct Part {
        let id: String
        let machine: Machine
        let path: RulePath
        /// Transitions with their places.
        let transitions: [(path: RulePath, transition: Transition)]
        /// Deadlines with their places, by identifier.
        let deadlines: [(path: RulePath, id: String, deadline: Deadline)]

        init(id: String, machine: Machine) {
            let path = RulePath.machine(id)
            self.id = id
            self.machine = machine
            self.path = path
            transitions = machine.transitions.enumerated().map { (path / "transitions" / $0.offset, $0.element) }
            deadlines = machine.deadlines.sorted { $0.key < $1.key }.map { (path / "deadlines" / $0.key, $0.key, $0.value) }
        }

        /// Whether it is the task's own machine.
        var isTask: Bool { id == Regime.taskMachine }
    }

    /// The task's machine and the small ones, by identifier.
    var parts: [Part] {
        [Part(id: Regime.taskMachine, machine: task)] + machines.sorted { $0.key < $1.key }.map { Part(id: $0.key, machine: $0.value) }
    }
}

extension Machine {
    /// The names of its events.
    package var events: Set<String> {
        Set(transitions.map(\.event))
    }
}
