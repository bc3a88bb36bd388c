public import LifecycleModel

extension RegimeGraph {
    /// The graph as a Mermaid flowchart (mermaid.js.org), for places that draw Mermaid by themselves.
    public func mermaid(in language: Language) -> String {
        var lines = ["%% \(title[language].oneLine) · \(subtitle)" + (part.map { " · " + $0[language].oneLine } ?? ""), "flowchart TD"]
        let names = PlainNames(self)
        for box in boxes {
            lines.append("    subgraph \(names.box(box.id))[\"\(box.label[language].mermaidEscaped)\"]")
            if isOverview { lines.append("        direction LR") }
            let inner = nodes.filter { $0.box == box.id }
            lines += inner.map { "        " + mermaid($0, names, language) }
            // Without lines between them states would stand in any order.
            if isOverview, inner.count > 1 { lines.append("        " + inner.map { names.node($0.id) }.joined(separator: " ~~~ ")) }
            lines.append("    end")
        }
        lines += nodes.filter { $0.box == nil }.map { "    " + mermaid($0, names, language) }
        for edge in edges {
            let words = edge.events.map { $0.label[language].mermaidEscaped }.joined(separator: "<br/>")
            let arrow = edge.isAutomatic ? "-.->" : "-->"
            for source in edge.sources {
                let (start, end) = isOverview ? (names.box(source), names.box(edge.target)) : (names.node(source), names.node(edge.target))
                lines.append("    \(start) \(arrow)|\"\(words)\"| \(end)")
            }
        }
        for tone in Tone.allCases where nodes.contains(where: { $0.tone == tone }) {
            let colours = Palette.colours(tone)
            let extra = tone == .outside ? ",stroke-dasharray:5 3" : tone.isEnd ? ",stroke-width:3px" : ""
            lines.append("    classDef \(tone.rawValue) fill:\(colours.ground),stroke:\(colours.border),color:\(Palette.ink)\(extra)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func mermaid(_ node: Node, _ names: PlainNames, _ language: Language) -> String {
        "\(names.node(node.id))(\"\(([node.label] + node.loops.map { $0.mapped { "↻ " + $0 } }).map { $0[language].mermaidEscaped }.joined(separator: "<br/>"))\"):::\(node.tone.rawValue)"
    }
}

/// Short names without signs that another language might take for its own.
struct PlainNames {
    private let nodes: [String: String]
    private let boxes: [String: String]

    init(_ graph: RegimeGraph) {
        nodes = Dictionary(graph.nodes.enumerated().map { ($1.id, "n\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
        boxes = Dictionary(graph.boxes.enumerated().map { ($1.id, "s\($0 + 1)") }, uniquingKeysWith: { first, _ in first })
    }

    func node(_ id: String) -> String { nodes[id] ?? "unknown" }
    func box(_ id: String) -> String { boxes[id] ?? "unknown" }
}

extension String {
    /// With line breaks and other controls as blanks.
    var oneLine: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    /// Inside a quoted Mermaid text.
    fileprivate var mermaidEscaped: String {
        oneLine.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "#quot;"
            case "#": "#35;"
            case "<": "#lt;"
            case ">": "#gt;"
            case "&": "#amp;"
            case "`": "#96;"
            default: String(scalar)
            }
        }.joined()
    }
}
