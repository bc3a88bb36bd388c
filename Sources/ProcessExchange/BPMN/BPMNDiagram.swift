import LifecycleModel

/// The diagram interchange of a process: every shape and every line with its place.
struct BPMNDiagram {
    static let anytimeLane = "lane.anytime"
    static let anytimeLabel = Phrase(vi: "Việc có thể làm ở nhiều trạng thái", en: "What can happen in many states")

    private let process: BPMNProcess
    private let language: Language
    private let layout: BPMNLayout

    init(_ process: BPMNProcess, language: Language) {
        self.process = process
        self.language = language
        layout = BPMNLayout(process, language: language)
    }

    func write(_ xml: inout XMLWriter) {
        xml.element("bpmndi:BPMNDiagram", ["id": "diagram"]) { xml in
            xml.element("bpmndi:BPMNPlane", ["id": "plane", "bpmnElement": "collaboration"]) { xml in
                shape("pool", layout.pool, isHorizontal: true, &xml)
                let lanes = process.lanes.map(\.id) + (process.anytime.isEmpty ? [] : [Self.anytimeLane])
                for (lane, bounds) in zip(lanes, layout.lanes) { shape(lane, bounds, isHorizontal: true, &xml) }
                for (place, node) in process.nodes.enumerated() {
                    guard let bounds = layout.nodes[place] else { continue }
                    shape(node.id, bounds, words: node.kind.isTask ? nil : node.words(language), &xml)
                }
                for (act, box) in zip(process.anytime, layout.anytime) { write(act, in: box, &xml) }
                for (place, flow) in process.flows.enumerated() { edge(flow.id, layout.flows[place] ?? [], &xml) }
            }
        }
    }

    private func write(_ act: BPMNProcess.Node, in box: BPMNBounds, _ xml: inout XMLWriter) {
        shape("anytime.\(act.id)", box, isExpanded: true, &xml)
        let middle = box.middleY + 10
        let start = BPMNBounds(x: box.x + 30, y: middle - 18, width: 36, height: 36)
        let task = BPMNBounds(x: box.middleX - 75, y: middle - 32, width: 150, height: 64)
        let end = BPMNBounds(x: box.right - 66, y: middle - 18, width: 36, height: 36)
        shape("\(act.id).start", start, &xml)
        shape(act.id, task, &xml)
        shape("\(act.id).end", end, &xml)
        edge("\(act.id).start.flow", [BPMNPoint(x: start.right, y: middle), BPMNPoint(x: task.x, y: middle)], &xml)
        edge("\(act.id).end.flow", [BPMNPoint(x: task.right, y: middle), BPMNPoint(x: end.x, y: middle)], &xml)
    }

    private func shape(
        _ id: String,
        _ bounds: BPMNBounds,
        words: (width: Double, height: Double)? = nil,
        isHorizontal: Bool? = nil,
        isExpanded: Bool? = nil,
        _ xml: inout XMLWriter
    ) {
        let attributes: XMLWriter.Attributes = [
            "id": "\(id).shape", "bpmnElement": id, "isHorizontal": isHorizontal.map { "\($0)" }, "isExpanded": isExpanded.map { "\($0)" },
        ]
        xml.element("bpmndi:BPMNShape", attributes) { xml in
            xml.bounds(bounds)
            guard let words else { return }
            let place = BPMNBounds(x: bounds.right + 4, y: bounds.middleY - words.height / 2, width: words.width, height: words.height)
            xml.element("bpmndi:BPMNLabel") { $0.bounds(place) }
        }
    }

    private func edge(_ id: String, _ points: [BPMNPoint], _ xml: inout XMLWriter) {
        xml.element("bpmndi:BPMNEdge", ["id": "\(id).edge", "bpmnElement": id]) { xml in
            for point in points { xml.element("di:waypoint", ["x": point.x.pixels, "y": point.y.pixels]) }
        }
    }
}

extension XMLWriter {
    fileprivate mutating func bounds(_ bounds: BPMNBounds) {
        element(
            "dc:Bounds",
            ["x": bounds.x.pixels, "y": bounds.y.pixels, "width": bounds.width.pixels, "height": bounds.height.pixels]
        )
    }
}

extension Double {
    /// Whole pixels.
    fileprivate var pixels: String { String(Int(rounded())) }
}
