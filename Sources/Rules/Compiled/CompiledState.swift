/// A state with what leaves it, compiled on first use: a command asks for a few of the hundreds of transitions a regime has.
public final class CompiledState: Sendable {
    /// Its name.
    public let name: String
    /// What standing here means.
    public let meaning: Meaning

    private let leaving: [Int]
    private let compiler: MachineCompiler
    private let made = MadeOnce()

    /// What standing in a state means, as events keep it.
    public final class Meaning: Sendable {
        /// How a life ends here (`Machine.State.End`), or nil.
        public let end: String?
        /// What it counts as, sorted.
        public let countsAs: [String]

        init(_ state: Machine.State?) {
            end = state?.end?.rawValue
            countsAs = (state?.countsAs ?? []).map(\.rawValue).sorted()
        }
    }

    private final class Leaving: Sendable {
        let transitions: [CompiledTransition]
        /// The events, each with its transitions; few enough to search in order.
        let events: [(event: String, transitions: [CompiledTransition])]

        init(_ transitions: [CompiledTransition]) {
            self.transitions = transitions
            var events: [(event: String, transitions: [CompiledTransition])] = []
            for transition in transitions {
                if let place = events.firstIndex(where: { $0.event == transition.rule.event }) {
                    events[place].transitions.append(transition)
                } else {
                    events.append((transition.rule.event, [transition]))
                }
            }
            self.events = events
        }
    }

    init(_ name: String, leaving: [Int], compiler: MachineCompiler) {
        self.name = name
        meaning = Meaning(compiler.machine.states[name])
        self.leaving = leaving
        self.compiler = compiler
    }

    private var compiled: Leaving {
        made.object(as: Leaving.self) ?? made.keep(Leaving(leaving.map(compiler.transition)))
    }

    /// Transitions that leave it, in the order of the rule file.
    public var transitions: [CompiledTransition] { compiled.transitions }

    /// Transitions of one event that leave it, in the order of the rule file.
    public func transitions(of event: String) -> [CompiledTransition] {
        let events = compiled.events
        for place in events.indices where events[place].event == event { return events[place].transitions }
        return []
    }
}
