import LifecycleModel

/// `unknown-…` in invariants: machines, events, states, clocks and facts that are not there.
struct InvariantNameValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        for (id, invariant) in regime.invariants.sorted(by: { $0.key < $1.key }) {
            let path = RulePath("invariants") / id
            guard let machine = regime.machine(invariant.machine) else {
                findings.append(.unknown(.machine, invariant.machine, at: path / "of", among: regime.machines.keys))
                continue
            }
            for (key, occurrence) in invariant.occurrences {
                for (index, name) in occurrence.names.enumerated() {
                    guard let known = regime.names(of: occurrence.kind, machine), !known.names.contains(name) else { continue }
                    let place = path / key / occurrence.kind.rawValue / index
                    findings.append(.unknown(known.kind, name, at: place, among: known.names))
                }
            }
            guard case .always(_, let states) = invariant.claim else { continue }
            for (index, state) in states.enumerated() where machine.states[state] == nil {
                findings.append(.unknown(.state, state, at: path / "in" / index, among: machine.states.keys))
            }
        }
        return findings
    }
}

extension Regime {
    /// The names a occurrence of this kind may have in the life of a machine; nil when they are a closed set that reading checks.
    fileprivate func names(of kind: Occurrence.Kind, _ machine: Machine) -> (kind: Finding.Named, names: Set<String>)? {
        switch kind {
        case .event:
            var names = machine.events
            for (id, other) in machines { names.formUnion(other.events.map { "\(id)/\($0)" }) }
            return (.event, names)
        case .state: return (.state, Set(machine.states.keys))
        case .ends: return nil
        case .opens: return (.machine, Set(machines.keys))
        case .starts: return (.deadline, Set(machine.deadlines.keys))
        case .changes:
            let shared = facts.flatMap { group in group.value.keys.map { "\(group.key).\($0)" } }
            return (.fact, Set(shared + machine.facts.keys.map { "this.\($0)" }))
        }
    }
}
