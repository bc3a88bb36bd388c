/// The ways between the states of one machine.
struct StateGraph {
    /// Where one can go from each state, by whatever transition or closing.
    let next: [String: Set<String>]
    /// Where one can come from.
    let previous: [String: Set<String>]

    /// The graph of a machine; for a small one, transitions of others that close it count too.
    init(_ part: Regime.Part, among parts: [Regime.Part]) {
        var next: [String: Set<String>] = [:]
        for transition in part.machine.transitions {
            guard let to = transition.to else { continue }
            for from in transition.from where from != to { next[from, default: []].insert(to) }
        }
        if !part.isTask {
            for other in parts {
                for transition in other.machine.transitions {
                    for case .close(part.id, let states, let to) in transition.effects {
                        for from in states where from != to { next[from, default: []].insert(to) }
                    }
                }
            }
        }
        var previous: [String: Set<String>] = [:]
        for (from, targets) in next {
            for to in targets { previous[to, default: []].insert(from) }
        }
        self.next = next
        self.previous = previous
    }

    /// All states that can be reached from some, themselves included.
    static func reachable(from start: some Sequence<String>, by ways: [String: Set<String>]) -> Set<String> {
        var seen = Set(start)
        var open = Array(seen)
        while let state = open.popLast() {
            for next in ways[state] ?? [] where seen.insert(next).inserted { open.append(next) }
        }
        return seen
    }
}
