/// A machine with its transitions compiled and its tables laid out for deciding.
public final class CompiledMachine: Sendable {
    /// Its identifier: `task` or that of a small machine.
    public let id: String
    /// The machine as the rule file says it.
    public let definition: Machine
    /// Its transitions, in the order of the rule file.
    public let transitions: [CompiledTransition]
    /// Its states by name.
    public let states: [String: CompiledState]
    /// Its clocks, by identifier.
    public let deadlines: [CompiledDeadline]
    /// Clocks that stand still in some states.
    public let suspendable: [CompiledDeadline]
    /// Clocks that start when the machine is opened.
    public let openings: [ClockTurn]

    init(_ machine: Machine, id: String, compiler: MachineCompiler) {
        self.id = id
        definition = machine
        deadlines = compiler.deadlines
        suspendable = deadlines.filter { !$0.rule.suspendedIn.isEmpty }
        openings = deadlines.compactMap { ClockTurn($0, event: nil) }
        transitions = machine.transitions.enumerated().map { index, transition in
            CompiledTransition(transition, at: "machines/\(id)/transitions/\(index)", compiler: compiler)
        }
        var leaving: [String: [CompiledTransition]] = [:]
        for transition in transitions { for state in transition.rule.from { leaving[state, default: []].append(transition) } }
        let names = Set(machine.states.keys).union(leaving.keys)
        states = Dictionary(uniqueKeysWithValues: names.map { ($0, CompiledState($0, machine.states[$0], transitions: leaving[$0] ?? [])) })
    }
}
