import Rules

/// The states of a machine in rows: a stage a row for the task, one row for a small machine; within a row in the order in which a walk along the
/// transitions meets them.
struct StateOrder {
    let rows: [[String]]

    init(_ regime: Regime, _ machineID: String) {
        guard let machine = regime.machine(machineID) else {
            rows = []
            return
        }
        var met = [machine.initial]
        var place = 0
        while place < met.count {
            for transition in machine.transitions where transition.from.contains(met[place]) {
                if let to = transition.to, !met.contains(to) { met.append(to) }
            }
            place += 1
        }
        met += machine.states.keys.filter { !met.contains($0) }.sorted()
        rows =
            machineID == Regime.taskMachine
            ? regime.stages.map { stage in met.filter { $0.hasPrefix(stage.id + "/") } }
            : [met]
    }
}
