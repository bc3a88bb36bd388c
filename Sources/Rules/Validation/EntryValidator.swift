/// `unknown-state`, `unknown-machine` in `entries`: how a task moved here from another regime may begin.
struct EntryValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        regime.entries.sorted { $0.key < $1.key }.flatMap { state, entry -> [Finding] in
            let path = RulePath("entries") / state
            let unknown = entry.machines.enumerated().filter { regime.machines[$0.element] == nil }.map { index, machine in
                Finding.unknown(.machine, machine, at: path / "machines" / index, among: regime.machines.keys)
            }
            guard regime.task.states[state] == nil else { return unknown }
            return unknown + [.unknown(.state, state, at: path, among: regime.task.states.keys)]
        }
    }
}
