extension CompiledRegime {
    /// The compiled transitions of a machine in the order of the rule file, each once, with their indices.
    package func compiledTransitions(of id: String) -> [(index: Int, compiled: CompiledTransition)] {
        (machine(id)?.transitions ?? []).enumerated().map { ($0.offset, $0.element) }
    }
}
