import LifecycleModel

/// Draws the states of one stage or machine from top to bottom, with the events between them as labels on the lines.
struct StatePicture {
    private let graph: RegimeGraph
    private let language: Language
    let boxes: [StateBox]
    private(set) var layers = LayeredGraph()
    private(set) var nodeItems: [Int] = []
    private(set) var labels: [(item: Int, label: EventLabel)] = []
    private(set) var roads: [Road] = []

    /// One line from box to label or from label to box, through the items it visits from top to bottom.
    struct Road {
        var path: [Int]
        var isReturn: Bool
        var isAutomatic: Bool
        /// Whether an arrow head sits at its lower, or for a return at its upper, end.
        var hasTip: Bool
    }

    init(_ graph: RegimeGraph, language: Language) {
        self.graph = graph
        self.language = language
        boxes = graph.nodes.map { StateBox($0, language: language) }
        let ranks = StateRanks(graph)
        let places = Dictionary(uniqueKeysWithValues: graph.nodes.enumerated().map { ($1.id, $0) })
        var layers = LayeredGraph()
        nodeItems = zip(boxes, ranks.ranks).map { layers.add(LayeredGraph.Item(width: $0.width, height: $0.height), row: $1 * 2) }
        for edge in graph.edges {
            guard let target = places[edge.target], case let sources = edge.sources.compactMap({ places[$0] }), !sources.isEmpty else {
                continue
            }
            let label = EventLabel(edge.events, language: language)
            let isReturn = sources.allSatisfy { ranks.ranks[$0] > ranks.ranks[target] }
            let row: Int
            if isReturn {
                row = ranks.ranks[target] * 2 + 1
            } else if sources.count == 1, graph.nodes[sources[0]].box != nil {
                row = ranks.ranks[sources[0]] * 2 + 1
            } else {
                row = ranks.ranks[target] * 2 - 1
            }
            let item = layers.add(LayeredGraph.Item(width: label.width, height: label.height), row: row)
            labels.append((item, label))
            let ends = (above: isReturn ? [target] : sources, below: isReturn ? sources : [target])
            for end in ends.above {
                roads.append(
                    Road(path: layers.connect(nodeItems[end], item), isReturn: isReturn, isAutomatic: edge.isAutomatic, hasTip: isReturn)
                )
            }
            for end in ends.below {
                roads.append(
                    Road(path: layers.connect(item, nodeItems[end]), isReturn: isReturn, isAutomatic: edge.isAutomatic, hasTip: !isReturn)
                )
            }
        }
        layers.untangle()
        self.layers = layers
    }

    /// Where everything stands, the picture's top left corner at 0.
    struct Placement {
        /// The frames of the items.
        var frames: [Frame] = []
        /// Top and bottom of each row.
        var rows: [(top: Double, bottom: Double)] = []
        var width = 0.0
        var height = 0.0
    }

    /// Gives every item its place; no two of them overlap.
    func placement() -> Placement {
        let centres = layers.centres()
        var placement = Placement()
        for (item, centre) in zip(layers.items, centres) {
            placement.frames.append(Frame(x: centre - item.width / 2, y: 0, width: item.width, height: item.height))
        }
        for (row, band) in zip(layers.rows, layers.bands(centres)) {
            for item in row { placement.frames[item].y = band.top + (band.height - layers.items[item].height) / 2 }
            placement.rows.append((band.top, band.top + band.height))
        }
        placement.width = placement.frames.map(\.right).max() ?? 0
        placement.height = placement.rows.last?.bottom ?? 0
        return placement
    }

    /// The picture.
    func svg() -> String {
        let placement = placement()
        let width = max(placement.width + 2 * PageFrame.margin + 24, 640)
        let frame = PageFrame(graph: graph, language: language, width: width)
        var page = SVGPage()
        let top = frame.drawTitle(on: &page) + 14
        let left = ((width - placement.width) / 2).rounded()
        let frames = placement.frames.map { Frame(x: left + $0.x, y: top + $0.y, width: $0.width, height: $0.height) }
        let rowTops = placement.rows.map { (top: top + $0.top, bottom: top + $0.bottom) }
        drawRoads(frames, rowTops, on: &page)
        for (item, label) in labels { label.draw(on: &page, at: frames[item]) }
        for (box, item) in zip(boxes, nodeItems) { box.draw(on: &page, at: frames[item]) }
        let end = frame.drawFoot(on: &page, from: top + placement.height + 22)
        let title = [graph.title[language], graph.part?[language], graph.subtitle].compactMap { $0 }.joined(separator: " · ")
        return page.document(width: width, height: end, title: title)
    }
}
