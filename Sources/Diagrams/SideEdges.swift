import LifecycleModel

/// The lines among side stages: to the next one straight down, to others around the right of the column; their words stand below the stage
/// they leave.
struct SideEdges {
    private static let laneStep = 14.0

    private struct Road {
        var from: String
        var to: String
        var isNext: Bool
        /// Whether no other line leaves the same stage, so that its words have all the width.
        var isAlone: Bool
        var isAutomatic: Bool
        var words: StageWords
    }

    private let roads: [Road]
    private let order: [String]

    init(_ edges: [RegimeGraph.Edge], side: [RegimeGraph.Box], language: Language, width: Double) {
        let order = side.map(\.id)
        self.order = order
        roads = edges.compactMap { edge in
            let isAlone = edges.count { $0.sources == edge.sources } == 1
            guard let from = edge.sources.first, let start = order.firstIndex(of: from), let end = order.firstIndex(of: edge.target) else {
                return nil
            }
            return Road(
                from: from,
                to: edge.target,
                isNext: end == start + 1,
                isAlone: isAlone,
                isAutomatic: edge.isAutomatic,
                words: StageWords(edge.events, language: language, limit: isAlone ? width - 50 : width / 2 - 36)
            )
        }
    }

    /// Room to the right of the column.
    var laneRoom: Double { Double(roads.count { !$0.isNext }) * Self.laneStep }

    /// Room below a stage.
    func gap(below stage: String) -> Double {
        let height = roads.filter { $0.from == stage }.map(\.words.height).max() ?? 0
        return height + (height > 0 ? 24 : 28)
    }

    func draw(_ frames: [String: Frame], on page: inout SVGPage) {
        var lanes = 0
        for road in roads {
            guard let from = frames[road.from], let to = frames[road.to] else { continue }
            let dashes = road.isAutomatic ? "5 3" : nil
            if road.isNext {
                let x = from.x + 18
                page.path(
                    "M\(x.short) \(from.bottom.short) V\((to.y - 1).short)",
                    stroke: Palette.line,
                    width: 1.6,
                    dashes: dashes,
                    arrow: SVGPage.Arrow(tip: "tip")
                )
                road.words.draw(on: &page, x: x + 8, top: from.bottom + 8)
            } else {
                lanes += 1
                let isReturn = to.y < from.y
                let (x, lane) = (road.isAlone ? from.x + 18 : from.middleX + 8, from.right + Double(lanes) * Self.laneStep)
                let turn = from.bottom + road.words.height + 12
                page.path(
                    "M\(x.short) \(from.bottom.short) V\(turn.short) H\(lane.short) V\((to.middleY + Double(lanes) * 8).short) H\((to.right + 1).short)",
                    stroke: isReturn ? Palette.back : Palette.line,
                    dashes: dashes,
                    arrow: SVGPage.Arrow(tip: isReturn ? "return" : "tip")
                )
                road.words.draw(on: &page, x: x + 8, top: from.bottom + 8)
            }
        }
    }
}
