/// Where clocks run.
extension Machine {
    /// An event that leads to a state.
    struct Move {
        let event: String
        let to: String
    }

    /// The moves that leave each state.
    var moves: [String: [Move]] {
        var moves: [String: [Move]] = [:]
        for transition in transitions {
            guard let to = transition.to else { continue }
            for from in transition.from { moves[from, default: []].append(Move(event: transition.event, to: to)) }
        }
        return moves
    }

    /// Where it may stand after an event.
    func arrivals(of event: String) -> Set<String> {
        Set(transitions.filter { $0.event == event }.flatMap { transition in transition.to.map { [$0] } ?? transition.from })
    }

    /// Where it may stand when one of its own clocks starts.
    func states(startedBy start: Deadline.Start) -> Set<String> {
        guard let event = start.event else { return [initial] }
        // An event of a small machine can happen while the task stands anywhere.
        if event.contains("/") { return Set(states.keys) }
        return arrivals(of: event)
    }

    /// Where a clock may still be running: from where it starts on, along every move that does not stop it.
    func states(timedFrom starts: Set<String>, stops: [String]) -> Set<String> {
        let moves = moves
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

    /// Where one of its own clocks may be running and not standing still; not beyond a further event, when one is given.
    func states(timedBy deadline: Deadline, until event: String? = nil) -> Set<String> {
        let starts = deadline.starts.reduce(into: Set()) { $0.formUnion(states(startedBy: $1)) }
        let stops = deadline.stops + (event.map { [$0] } ?? [])
        return states(timedFrom: starts, stops: stops).subtracting(deadline.suspendedIn)
    }
}
