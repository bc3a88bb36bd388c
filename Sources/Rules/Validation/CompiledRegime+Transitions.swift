extension CompiledRegime {
    /// The compiled transitions of a machine in the order of the rule file, each once, with their indices.
    package func compiledTransitions(of id: String) -> [(index: Int, compiled: CompiledTransition)] {
        guard let machine = regime.machine(id) else { return [] }
        var byIndex: [Int: CompiledTransition] = [:]
        for state in Set(machine.transitions.flatMap(\.from)) {
            let leaving = machine.transitions.indices.filter { machine.transitions[$0].from.contains(state) }
            for (index, compiled) in zip(leaving, transitions(of: id, from: state)) { byIndex[index] = compiled }
        }
        return byIndex.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
