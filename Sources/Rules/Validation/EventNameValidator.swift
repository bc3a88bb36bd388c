import LifecycleModel

/// `unknown-event`: clocks that start, stop or fire by events that do not exist, separation of duties from events that do not exist.
struct EventNameValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        let ofTask = regime.task.events
        let ofSmall = Set(regime.machines.flatMap { id, machine in machine.events.map { "\(id)/\($0)" } })
        for part in parts {
            let own = part.machine.events
            let forClocks = part.isTask ? own.union(ofSmall) : own
            let forDuties = own.union(ofTask).union(ofSmall)
            func check(_ event: String, in known: Set<String>, at path: RulePath) {
                if !known.contains(event) { findings.append(.unknown(.event, event, at: path, among: known)) }
            }
            for (path, transition) in part.transitions {
                for (number, requirement) in transition.requires.enumerated() {
                    guard case .separateFrom(let events) = requirement.condition else { continue }
                    let place = path / "requires" / number / "separate-from"
                    for (index, event) in events.enumerated() { check(event, in: forDuties, at: place / index) }
                }
            }
            for (path, _, deadline) in part.deadlines {
                for (index, start) in deadline.starts.enumerated() {
                    if let event = start.event { check(event, in: forClocks, at: path / "starts" / index / "on") }
                }
                for (index, event) in deadline.stops.enumerated() { check(event, in: forClocks, at: path / "stops" / index) }
                for (index, consequence) in deadline.passing.enumerated() {
                    if case .fire(let event) = consequence.act { check(event, in: own, at: path / "passing" / index / "fire") }
                }
            }
        }
        return findings
    }
}
