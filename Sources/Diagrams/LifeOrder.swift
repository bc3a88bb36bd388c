import Rules

/// The order in which a life runs through states: as events lead from one to the next, returns left aside, the main road before side ways.
struct LifeOrder {
    /// The states in order.
    let states: [String]
    private let places: [String: Int]

    /// Orders some states of a machine.
    init(_ machine: Machine, within chosen: Set<String>) {
        var walk = Walk(machine, within: chosen)
        for start in walk.entries { walk.visit(start) }
        let finished = Dictionary(uniqueKeysWithValues: walk.finished.enumerated().map { ($1, $0) })
        // Among states that nothing before leads to, the one met first comes first.
        var waiting = walk.met
        var ordered: [String] = []
        while !waiting.isEmpty {
            let ready = waiting.firstIndex { state in
                !waiting.contains { walk.next[$0]?.contains(state) == true && finished[$0, default: 0] > finished[state, default: 0] }
            }
            ordered.append(waiting.remove(at: ready ?? 0))
        }
        states = ordered
        places = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, $0) })
    }

    /// Whether going from one state to the other is a return.
    func isReturn(from: String, to: String) -> Bool {
        guard let start = places[from], let end = places[to] else { return false }
        return end <= start
    }

    /// A depth-first walk along events.
    private struct Walk {
        /// Where it may begin: the initial state, states entered from elsewhere, the rest by name.
        let entries: [String]
        let next: [String: [String]]
        /// States in the order they were met.
        var met: [String] = []
        /// States in the order they were left for good; a return leads to a state left later.
        var finished: [String] = []

        init(_ machine: Machine, within chosen: Set<String>) {
            var next: [String: [String]] = [:]
            var entered: [String] = []
            for transition in machine.transitions {
                guard let to = transition.to, chosen.contains(to) else { continue }
                for from in transition.from where chosen.contains(from) && from != to { next[from, default: []].append(to) }
                if transition.from.contains(where: { !chosen.contains($0) }) { entered.append(to) }
            }
            self.next = next
            entries = [machine.initial].filter(chosen.contains) + entered + chosen.sorted()
        }

        mutating func visit(_ state: String) {
            guard !met.contains(state) else { return }
            met.append(state)
            for other in next[state] ?? [] { visit(other) }
            finished.append(state)
        }
    }
}
