/// How far down each node of a state picture stands: one below the lowest that leads to it, returns left aside.
struct StateRanks {
    /// The ranks in the order of the nodes, from 0.
    let ranks: [Int]

    init(_ graph: RegimeGraph) {
        let nodes = graph.nodes
        let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
        let isInner = nodes.map { $0.box != nil }
        var ranks = Array(repeating: 0, count: nodes.count)
        // Nodes inside stand in the order of life, so that one pass is enough.
        for (place, node) in nodes.enumerated() where isInner[place] {
            let before = graph.edges.filter { $0.target == node.id }.flatMap(\.sources).compactMap { places[$0] }
            let above = before.filter { isInner[$0] && $0 < place }.map { ranks[$0] + 1 }
            // What is entered from outside only leaves room for that; the rest hangs on what is above it.
            ranks[place] = above.max() ?? (before.contains { !isInner[$0] } ? 1 : 0)
        }
        for (place, node) in nodes.enumerated() where !isInner[place] {
            let targets = graph.edges.filter { $0.sources.contains(node.id) }.compactMap { places[$0.target] }.map { ranks[$0] - 1 }
            let sources = graph.edges.filter { $0.target == node.id }.flatMap(\.sources).compactMap { places[$0] }.map { ranks[$0] + 1 }
            ranks[place] = targets.min() ?? sources.max() ?? 0
        }
        let lowest = ranks.min() ?? 0
        self.ranks = ranks.map { $0 - lowest }
    }
}
