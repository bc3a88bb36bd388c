import LifecycleModel

/// `no-deadline`: a state somebody can wait in for ever, because no clock can be running there.
///
/// A small machine is timed by its own clocks, and by those of the task that one of its events, or the event that opens it, starts.
struct WaitingStateValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        parts.flatMap { part -> [Finding] in
            let moves = part.machine.moves
            var timed: Set<String> = []
            for (_, _, deadline) in part.deadlines {
                let starts = deadline.starts.reduce(into: Set()) { $0.formUnion(states(startedBy: $1, in: part)) }
                timed.formUnion(states(timedFrom: starts, stops: deadline.stops, by: moves).subtracting(deadline.suspendedIn))
            }
            if !part.isTask {
                for deadline in regime.task.deadlines.values {
                    let starts = deadline.starts.reduce(into: Set()) { $0.formUnion(states(startedByTask: $1, in: part, of: regime)) }
                    let stops = deadline.stops.filter { $0.hasPrefix(part.id + "/") }.map { String($0.dropFirst(part.id.count + 1)) }
                    timed.formUnion(states(timedFrom: starts, stops: stops, by: moves))
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

    /// Where a machine may stand when one of its clocks starts.
    private func states(startedBy start: Deadline.Start, in part: Regime.Part) -> Set<String> {
        guard let event = start.event else { return [part.machine.initial] }
        // An event of a small machine can happen while the task stands anywhere.
        if event.contains("/") { return Set(part.machine.states.keys) }
        return part.machine.arrivals(of: event)
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

    /// Where a clock may still be running: from where it starts on, along every move that does not stop it.
    private func states(timedFrom starts: Set<String>, stops: [String], by moves: [String: [Machine.Move]]) -> Set<String> {
        var seen = starts
        var open = Array(starts)
        while let state = open.popLast() {
            for move in moves[state] ?? [] where !seen.contains(move.to) && !stops.contains(move.event) {
                seen.insert(move.to)
                open.append(move.to)
            }
        }
        return seen
    }
}

extension Machine {
    /// An event that leads to a state.
    fileprivate struct Move {
        let event: String
        let to: String
    }

    /// The moves that leave each state.
    fileprivate var moves: [String: [Move]] {
        var moves: [String: [Move]] = [:]
        for transition in transitions {
            guard let to = transition.to else { continue }
            for from in transition.from { moves[from, default: []].append(Move(event: transition.event, to: to)) }
        }
        return moves
    }

    /// Where it may stand after an event.
    fileprivate func arrivals(of event: String) -> Set<String> {
        Set(transitions.filter { $0.event == event }.flatMap { transition in transition.to.map { [$0] } ?? transition.from })
    }
}
