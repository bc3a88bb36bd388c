import LifecycleModel

/// The whole drawing: lanes below each other in a pool; flows between lanes leave at the bottom of theirs, go up or down at the right edge and enter the
/// other at its top.
struct BPMNLayout {
    private(set) var pool: BPMNBounds
    private(set) var lanes: [BPMNBounds] = []
    /// Shapes by the node's place.
    private(set) var nodes: [Int: BPMNBounds] = [:]
    /// Ways by the flow's place.
    private(set) var flows: [Int: [BPMNPoint]] = [:]
    /// The boxes of acts that can happen at any time, in their order.
    private(set) var anytime: [BPMNBounds] = []

    private static let margin = 100.0
    /// Width of the bands with the names of pool and lanes.
    private static let head = 30.0
    private static let padding = 24.0
    /// Room for one line beside others.
    private static let track = 10.0
    private static let box = (width: 340.0, height: 130.0)

    init(_ process: BPMNProcess, language: Language) {
        let layouts = process.lanes.indices.map { LaneLayout(process, lane: $0, language: language) }
        let crossing = process.flows.indices.filter { place in
            process.nodes[process.flows[place].from].lane != process.nodes[process.flows[place].to].lane
        }
        // Flows to the same node share one line between the lanes.
        let targets = Set(crossing.map { process.flows[$0].to }).sorted()
        let left = Self.margin + 2 * Self.head + Self.padding
        let inner = max(layouts.map(\.width).max() ?? 0, 2 * Self.box.width + 20)
        let channel = left + inner + Self.padding
        var y = Self.margin
        var tops: [Int: Double] = [:]
        var exits: [Int: [Int: Double]] = [:]
        for (lane, layout) in layouts.enumerated() {
            let arriving = targets.filter { process.nodes[$0].lane == lane }
            let leaving = Set(crossing.filter { process.nodes[process.flows[$0].from].lane == lane }.map { process.flows[$0].to }).sorted()
            let top = y
            y += Self.padding
            for target in arriving {
                tops[target] = y
                y += Self.track
            }
            let right = ((inner - layout.width) / 2).rounded()
            for (node, bounds) in layout.bounds { nodes[node] = bounds.moved(left + right, y) }
            for (flow, way) in layout.ways {
                let moved = way.map { BPMNPoint(x: $0.x + left + right, y: $0.y + y) }
                // The part in the lane it leaves comes before the part in the lane it enters.
                let isEntering = crossing.contains(flow) && process.nodes[process.flows[flow].to].lane == lane
                flows[flow] = isEntering ? (flows[flow] ?? []) + moved : moved + (flows[flow] ?? [])
            }
            y += layout.height
            for target in leaving {
                exits[lane, default: [:]][target] = y + 4
                y += Self.track
            }
            y += Self.padding
            lanes.append(BPMNBounds(x: Self.margin + Self.head, y: top, width: 0, height: y - top))
        }
        for flow in crossing {
            let (from, to) = (process.flows[flow].from, process.flows[flow].to)
            guard let way = flows[flow], let exit = exits[process.nodes[from].lane]?[to], let top = tops[to],
                let track = targets.firstIndex(of: to), let layout = layouts[process.nodes[from].lane].ways[flow]
            else { continue }
            let x = channel + Double(track) * Self.track
            let (before, after) = (way.prefix(layout.count), way.dropFirst(layout.count))
            guard let last = before.last, let first = after.first else { continue }
            let between = [
                BPMNPoint(x: last.x, y: exit), BPMNPoint(x: x, y: exit), BPMNPoint(x: x, y: top), BPMNPoint(x: first.x, y: top),
            ]
            flows[flow] = (before + between + after).withoutRepeats
        }
        let width = channel + Double(targets.count) * Self.track + Self.padding - Self.margin - Self.head
        if !process.anytime.isEmpty {
            let columns = max(1, Int((width - 2 * Self.padding - Self.head) / (Self.box.width + 20)))
            let top = y
            y += Self.padding
            for place in process.anytime.indices {
                let (row, column) = (Double(place / columns), Double(place % columns))
                anytime.append(
                    BPMNBounds(
                        x: left + column * (Self.box.width + 20),
                        y: y + row * (Self.box.height + 20),
                        width: Self.box.width,
                        height: Self.box.height
                    )
                )
            }
            y = (anytime.last?.bottom ?? y) + Self.padding
            lanes.append(BPMNBounds(x: Self.margin + Self.head, y: top, width: 0, height: y - top))
        }
        for lane in lanes.indices { lanes[lane].width = width }
        pool = BPMNBounds(x: Self.margin, y: Self.margin, width: width + Self.head, height: y - Self.margin)
    }
}
