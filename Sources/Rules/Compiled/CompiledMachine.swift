/// A machine with its transitions compiled and its tables laid out for deciding.
public final class CompiledMachine: Sendable {
    /// Its identifier: `task` or that of a small machine.
    public let id: String
    /// The machine as the rule file says it.
    public let definition: Machine
    /// Its states by name.
    public let states: [String: CompiledState]
    /// Its clocks, by identifier.
    public let deadlines: [CompiledDeadline]
    /// Clocks that stand still in some states.
    public let suspendable: [CompiledDeadline]
    /// Clocks that start when the machine is opened.
    public let openings: [ClockTurn]

    private let compiler: MachineCompiler

    init(_ compiler: MachineCompiler) {
        self.compiler = compiler
        id = compiler.id
        definition = compiler.machine
        deadlines = compiler.deadlines
        suspendable = deadlines.filter { !$0.rule.suspendedIn.isEmpty }
        openings = deadlines.compactMap { ClockTurn($0, event: nil) }
        var leaving: [String: [Int]] = [:]
        for (index, transition) in definition.transitions.enumerated() {
            for state in transition.from { leaving[state, default: []].append(index) }
        }
        let names = Set(definition.states.keys).union(leaving.keys)
        states = Dictionary(uniqueKeysWithValues: names.map { ($0, CompiledState($0, leaving: leaving[$0] ?? [], compiler: compiler)) })
    }

    /// Whether some transition of it takes the event.
    public func takes(_ event: String) -> Bool { definition.transitions.contains { $0.event == event } }

    /// Its transitions, in the order of the rule file. Compiles them all.
    public var transitions: [CompiledTransition] { definition.transitions.indices.map(compiler.transition) }
}
