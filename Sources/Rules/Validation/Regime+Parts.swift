extension Regime {
    /// A machine with its identifier and place.
    struct Part {
        let id: String
        let machine: Machine
        var path: RulePath { .machine(id) }
        var isTask: Bool { id == Regime.taskMachine }

        /// Transitions with their places.
        var transitions: [(path: RulePath, transition: Transition)] {
            machine.transitions.enumerated().map { (path / "transitions" / $0.offset, $0.element) }
        }

        /// Deadlines with their places, by identifier.
        var deadlines: [(path: RulePath, id: String, deadline: Deadline)] {
            machine.deadlines.sorted { $0.key < $1.key }.map { (path / "deadlines" / $0.key, $0.key, $0.value) }
        }
    }

    /// The task's machine and the small ones, by identifier.
    var parts: [Part] {
        [Part(id: Regime.taskMachine, machine: task)] + machines.sorted { $0.key < $1.key }.map { Part(id: $0.key, machine: $0.value) }
    }
}

extension Machine {
    /// The names of its events.
    var events: Set<String> {
        Set(transitions.map(\.event))
    }
}
