public import LifecycleModel

extension ProcessNet {
    /// The net in the Petri Net Markup Language, ISO/IEC 15909-2:2011, as a place/transition net on one page.
    ///
    /// Transitions nothing is seen of carry the mark by which ProM and pm4py know them.
    ///
    /// - Parameter language: the language of places and of the net's name; transitions bear the activity's name, by which logs are replayed.
    public func pnml(in language: Language) -> String {
        var names = XMLNames()
        let ids = Dictionary(uniqueKeysWithValues: places.map { ($0.id, names.name("place", $0.id)) })
        let points = Dictionary(uniqueKeysWithValues: places.map { ($0.id, (x: 60 + 180 * $0.column, y: 60 + 240 * $0.row)) })
        var xml = XMLWriter()
        xml.begin("pnml", ["xmlns": "http://www.pnml.org/version-2009/grammar/pnml"])
        xml.begin("net", ["id": names.name("net", id), "type": "http://www.pnml.org/version-2009/grammar/ptnet"])
        xml.label("name", label[language])
        xml.begin("page", ["id": names.name("page")])
        for place in places {
            xml.element("place", ["id": ids[place.id]]) { xml in
                xml.label("name", place.label[language])
                xml.position(points[place.id])
                if place.id == Self.source { xml.label("initialMarking", "1") }
            }
        }
        var arcs: [(from: String?, to: String?)] = []
        for (number, transition) in transitions.enumerated() {
            let id = names.name("act", transition.activity ?? "silent", transition.inputs.first ?? "")
            let ends = (transition.inputs + transition.outputs).compactMap { points[$0] }
            let middle = ends.reduce((x: 0, y: 0)) { ($0.x + $1.x, $0.y + $1.y) }
            xml.element("transition", ["id": id]) { xml in
                xml.label("name", transition.activity ?? transition.label[language])
                // Acts between the same places stand below each other.
                xml.position((middle.x / max(ends.count, 1), middle.y / max(ends.count, 1) + 40 + number % 4 * 30))
                if transition.activity == nil {
                    xml.element("toolspecific", ["tool": "ProM", "version": "6.4", "activity": "$invisible$"])
                }
            }
            arcs += transition.inputs.map { (ids[$0], id) } + transition.outputs.map { (id, ids[$0]) }
        }
        for (number, arc) in arcs.enumerated() {
            xml.element("arc", ["id": names.name("arc", "\(number + 1)"), "source": arc.from, "target": arc.to])
        }
        xml.end()
        // Not of the standard, yet how ProM and pm4py write where a net ends.
        xml.element("finalmarkings") { xml in
            xml.element("marking") { xml in
                for place in places {
                    xml.element("place", ["idref": ids[place.id]]) { $0.element("text", text: place.id == Self.sink ? "1" : "0") }
                }
            }
        }
        for _ in 0..<2 { xml.end() }
        return xml.take()
    }
}

extension XMLWriter {
    fileprivate mutating func label(_ name: String, _ content: String) {
        element(name) { $0.element("text", text: content) }
    }

    fileprivate mutating func position(_ point: (x: Int, y: Int)?) {
        guard let point else { return }
        element("graphics") { $0.element("position", ["x": "\(point.x)", "y": "\(point.y)"]) }
    }
}
