import LifecycleModel

/// `no-deadline`: a state somebody can wait in for ever, because no clock can be running there.
///
/// A small machine is timed by its own clocks, and by those of the task that one of its events, or the event that opens it, starts.
struct WaitingStateValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        parts.flatMap { part -> [Finding] in
            var timed: Set<String> = []
            for (_, _, deadline) in part.deadlines { timed.formUnion(part.machine.states(timedBy: deadline)) }
            if !part.isTask {
                for deadline in regime.task.deadlines.values {
                    let starts = deadline.starts.reduce(into: Set()) { $0.formUnion(states(startedByTask: $1, in: part, of: regime)) }
                    let stops = deadline.stops.filter { $0.hasPrefix(part.id + "/") }.map { String($0.dropFirst(part.id.count + 1)) }
                    timed.formUnion(part.machine.states(timedFrom: starts, stops: stops))
                }
            }
            let waiting = part.machine.states.filter { $0.value.end == nil && !timed.contains($0.key) }
            return waiting.keys.sorted().map { state in
                Finding(
                    "no-deadline",
                    at: part.path / "states" / state,
                    severity: .warning,
                    Phrase(vi: "không thời hạn nào chạy ở trạng thái ‘\(state)’", en: "no deadline runs in the state ‘\(state)’")
                )
            }
        }
    }

    /// Where a small machine may stand when a clock of the task starts.
    private func states(startedByTask start: Deadline.Start, in part: Regime.Part, of regime: Regime) -> Set<String> {
        guard let event = start.event else { return [] }
        if event.hasPrefix(part.id + "/") { return part.machine.arrivals(of: String(event.dropFirst(part.id.count + 1))) }
        let opens = regime.task.transitions.contains { transition in
            transition.event == event
                && transition.effects.contains { effect in
                    if case .open(part.id, _, _) = effect { true } else { false }
                }
        }
        return opens ? [part.machine.initial] : []
    }
}
