import LifecycleModel

/// `unknown-state`: a state that the machine does not have.
struct StateNameValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        func check(_ name: String, of machine: Machine, at path: RulePath) {
            if machine.states[name] == nil { findings.append(.unknown(.state, name, at: path, among: machine.states.keys)) }
        }
        for part in parts {
            if !part.machine.initial.isEmpty { check(part.machine.initial, of: part.machine, at: part.path / "initial") }
            for (path, transition) in part.transitions {
                for (index, name) in transition.from.enumerated() { check(name, of: part.machine, at: path / "from" / index) }
                if let to = transition.to { check(to, of: part.machine, at: path / "to") }
                for (index, requirement) in transition.requires.enumerated() {
                    guard case .machines(let id, _, let states) = requirement.condition, let small = regime.machines[id] else { continue }
                    let place = path / "requires" / index / "machines" / "states"
                    for (index, name) in states.enumerated() { check(name, of: small, at: place / index) }
                }
                for (index, effect) in transition.effects.enumerated() {
                    guard case .close(let id, let states, let to) = effect, let small = regime.machines[id] else { continue }
                    let place = path / "effects" / index / "close"
                    for (index, name) in states.enumerated() { check(name, of: small, at: place / "in" / index) }
                    check(to, of: small, at: place / "to")
                }
            }
            for (path, _, deadline) in part.deadlines {
                for (index, name) in deadline.suspendedIn.enumerated() { check(name, of: part.machine, at: path / "suspended-in" / index) }
            }
        }
        return findings
    }
}
