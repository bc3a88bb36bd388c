import LifecycleModel
import Rules

extension Machine {
    /// Reads one small machine.
    init(_ cursor: Cursor) {
        let fields = cursor.fields("label", "initial", "facts", "states", "transitions", "deadlines")
        var states: [String: State] = [:]
        for (name, state) in fields.required("states")?.entries(.kebab) ?? [] { states[name] = State(state) }
        var facts: [String: Fact] = [:]
        for (name, fact) in fields.optional("facts")?.entries(.snake) ?? [] { facts[name] = Fact(fact) }
        var deadlines: [String: Deadline] = [:]
        for (name, deadline) in fields.optional("deadlines")?.entries(.deadline) ?? [] { deadlines[name] = Deadline(deadline) }
        self.init(
            label: fields.label,
            initial: fields.text("initial"),
            states: states,
            facts: facts,
            transitions: fields.required("transitions")?.collect { Transition($0, states: states) } ?? [],
            deadlines: deadlines
        )
    }
}
