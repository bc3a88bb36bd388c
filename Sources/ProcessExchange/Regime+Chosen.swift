import Rules

extension Regime {
    /// The identifiers of the machines a document is about: the one chosen, or the task and all small ones; nil when there is none of that name.
    func machines(chosen: String?) -> [String]? {
        guard let chosen else { return [Regime.taskMachine] + machines.keys.sorted() }
        return machine(chosen).map { _ in [chosen] }
    }
}
