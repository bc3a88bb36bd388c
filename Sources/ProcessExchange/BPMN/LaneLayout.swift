import Diagrams
import LifecycleModel

/// The drawing of one lane from top to bottom: where its nodes stand and how the flows run between them and to its edges.
struct LaneLayout {
    /// Where the nodes of the lane stand, by their place in the process, the lane's corner at 0.
    private(set) var bounds: [Int: BPMNBounds] = [:]
    /// The way of each flow, or of the part of it that runs in this lane, from its beginning to its end, by its place in the process.
    private(set) var ways: [Int: [BPMNPoint]] = [:]
    private(set) var width = 0.0
    private(set) var height = 0.0

    private let process: BPMNProcess
    private let lane: Int
    private var graph = LayeredGraph()
    private var items: [Int: Int] = [:]
    private var rows: [Int: Int] = [:]
    /// Items through which a flow runs, from top to bottom, and whether it runs upwards.
    private var paths: [(flow: Int, items: [Int], isUpward: Bool)] = []

    init(_ process: BPMNProcess, lane: Int, language: Language) {
        self.process = process
        self.lane = lane
        placeRows()
        for node in process.nodes.indices where rows[node] != nil {
            let size = process.nodes[node].room(language)
            items[node] = graph.add(LayeredGraph.Item(width: size.width, height: size.height), row: rows[node] ?? 0)
        }
        connect()
        graph.untangle()
        settle()
    }

    private func isHere(_ node: Int) -> Bool { process.nodes[node].lane == lane }

    // MARK: Rows

    /// States stand in odd rows in the order of life, acts in the even ones between; the first and the last row belong to what comes from and goes to
    /// other lanes.
    private mutating func placeRows() {
        let states = process.nodes.indices.filter { isHere($0) && (process.nodes[$0].kind == .state || process.nodes[$0].kind == .end) }
        for (place, state) in states.enumerated() {
            let acts = process.flows.filter { $0.to == state }.map(\.from)
            let before = process.flows.filter { acts.contains($0.to) && states.prefix(place).contains($0.from) }.map(\.from)
            rows[state] = (before.compactMap { rows[$0] }.max() ?? -1) + 2
        }
        for node in process.nodes.indices where isHere(node) {
            switch process.nodes[node].kind {
            case .start: rows[node] = 0
            case .userTask, .serviceTask: rows[node] = row(ofAct: node)
            case .state, .end: break
            }
        }
    }

    private func row(ofAct act: Int) -> Int {
        let sources = process.flows.filter { $0.to == act }.compactMap { rows[$0.from] }
        let lowest = sources.max() ?? 1
        let target = process.flows.first { $0.from == act }.flatMap { isHere($0.to) ? rows[$0.to] : nil }
        guard let target, target > lowest || !sources.contains(target) || sources.count > 1 else { return lowest + 1 }
        if target > lowest { return sources.count == 1 ? lowest + 1 : target - 1 }
        return target + 1
    }

    // MARK: Lines

    private mutating func connect() {
        let last = (rows.values.max() ?? 0) + 1
        var exits: [Int: Int] = [:]
        var entries: [Int: Int] = [:]
        func passage(_ row: Int) -> Int { graph.add(LayeredGraph.Item(width: 12, height: 0, isPassage: true), row: row) }
        for (place, flow) in process.flows.enumerated() {
            switch (items[flow.from], items[flow.to]) {
            case (let from?, let to?):
                let isUpward = graph.rowOf[from] > graph.rowOf[to]
                let isBack = paths.contains { $0.items.first == to && $0.items.last == from }
                if isBack, let way = paths.first(where: { $0.items.first == to && $0.items.last == from })?.items {
                    paths.append((place, way, true))
                } else {
                    paths.append((place, isUpward ? graph.connect(to, from) : graph.connect(from, to), isUpward))
                }
            case (let from?, nil):
                let exit = exits[flow.to] ?? passage(last)
                exits[flow.to] = exit
                paths.append((place, graph.connect(from, exit), false))
            case (nil, let to?):
                if let entry = entries[flow.to], let way = paths.first(where: { $0.items.first == entry })?.items {
                    paths.append((place, way, false))
                } else {
                    let entry = passage(0)
                    entries[flow.to] = entry
                    paths.append((place, graph.connect(entry, to), false))
                }
            case (nil, nil): continue
            }
        }
    }

    // MARK: Places

    private mutating func settle() {
        let centres = graph.centres()
        let bands = graph.bands(centres)
        for (node, item) in items {
            let (band, room) = (bands[graph.rowOf[item]], graph.items[item])
            let frame = BPMNBounds(
                x: centres[item] - room.width / 2,
                y: band.top + (band.height - room.height) / 2,
                width: room.width,
                height: room.height
            )
            let shape = process.nodes[node].shape
            bounds[node] = frame.centred(shape.width, shape.height)
        }
        let nodes = Dictionary(uniqueKeysWithValues: items.map { ($1, $0) })
        for path in paths {
            // Both directions between the same two nodes stand side by side.
            let isPair = paths.contains { $0.flow != path.flow && $0.items == path.items && $0.isUpward != path.isUpward }
            let shift = isPair ? (path.isUpward ? 8.0 : -8.0) : 0
            var points: [BPMNPoint] = []
            for (place, item) in path.items.enumerated() {
                let band = bands[graph.rowOf[item]]
                let x = (centres[item] + (nodes[item].map { process.nodes[$0].kind.isTask } ?? true ? shift : 0)).rounded()
                let frame = nodes[item].flatMap { bounds[$0] }
                if place > 0 { points += [BPMNPoint(x: x, y: band.top), BPMNPoint(x: x, y: frame?.y ?? band.top)] }
                if place < path.items.count - 1 {
                    points += [
                        BPMNPoint(x: x, y: frame?.bottom ?? (band.top + band.height)), BPMNPoint(x: x, y: band.top + band.height),
                    ]
                }
            }
            ways[path.flow] = (path.isUpward ? points.reversed() : points).withoutRepeats
        }
        width = graph.items.indices.map { centres[$0] + graph.items[$0].width / 2 }.max() ?? 0
        height = (bands.last.map { $0.top + $0.height }) ?? 0
    }
}

extension [BPMNPoint] {
    /// The points without those that repeat the one before.
    var withoutRepeats: [BPMNPoint] {
        enumerated().filter { $0 == 0 || self[$0 - 1] != $1 }.map(\.element)
    }
}

extension BPMNProcess.Node {
    private static let font = TextMeasure(size: 11)
    /// How wide the words beside a gateway or an event may be.
    private static let wordsWidth = 112.0

    /// The size of its shape.
    var shape: (width: Double, height: Double) {
        switch kind {
        case .start, .end: (36, 36)
        case .state: (50, 50)
        case .userTask, .serviceTask: (150, 64)
        }
    }

    /// The words beside its shape, in the size they need.
    func words(_ language: Language) -> (width: Double, height: Double) {
        let lines = Self.font.wrap(label[language], to: Self.wordsWidth)
        return ((lines.map(Self.font.width).max() ?? 0).rounded(.up) + 4, Double(lines.count) * 15)
    }

    /// The room it needs with its words on the right, itself in the middle.
    func room(_ language: Language) -> (width: Double, height: Double) {
        guard !kind.isTask else { return shape }
        let words = words(language)
        return (shape.width + 2 * (words.width + 4), max(shape.height, words.height))
    }
}
