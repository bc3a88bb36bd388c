public import LifecycleModel

extension RegimeGraph {
    /// The graph in the language of Graphviz (graphviz.org), for those who lay graphs out themselves.
    public func dot(in language: Language) -> String {
        let names = PlainNames(self)
        var lines = [
            "digraph regime {", "    label=\"\(heading(language).dotEscaped)\"; labelloc=t; compound=true; rankdir=TB;",
            "    node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\", fontsize=11];",
            "    edge [fontname=\"sans-serif\", fontsize=9];",
        ]
        for box in boxes {
            lines.append("    subgraph cluster_\(names.box(box.id)) {")
            lines.append("        label=\"\(box.label[language].dotEscaped)\"; style=\"\(box.isSide ? "dashed" : "solid")\";")
            lines += nodes.filter { $0.box == box.id }.map { "        " + dot($0, names, language) }
            lines.append("    }")
        }
        lines += nodes.filter { $0.box == nil }.map { "    " + dot($0, names, language) }
        for edge in edges {
            let words = edge.events.map { $0.label[language].dotEscaped }.joined(separator: "\\n")
            for source in edge.sources {
                var attributes = ["label=\"\(words)\""]
                if edge.isAutomatic { attributes.append("style=dashed") }
                var ends = (source, edge.target)
                if isOverview {
                    // Lines between clusters are lines between states that are cut at the borders.
                    attributes += ["ltail=cluster_\(names.box(source))", "lhead=cluster_\(names.box(edge.target))"]
                    guard let first = nodes.last(where: { $0.box == source })?.id,
                        let last = nodes.first(where: { $0.box == edge.target })?.id
                    else { continue }
                    ends = (first, last)
                }
                lines.append("    \(names.node(ends.0)) -> \(names.node(ends.1)) [\(attributes.joined(separator: ", "))];")
            }
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private func heading(_ language: Language) -> String {
        [title[language], part?[language], subtitle].compactMap { $0 }.joined(separator: " · ")
    }

    private func dot(_ node: Node, _ names: PlainNames, _ language: Language) -> String {
        let colours = Palette.colours(node.tone)
        let label = ([node.label[language]] + node.loops.map { "↻ " + $0[language] }).map(\.dotEscaped).joined(separator: "\\n")
        let extra =
            (node.tone.isEnd ? ", peripheries=2" : "") + (node.tone == .outside ? ", style=\"rounded,dashed\"" : "")
            + (node.isInitial ? ", penwidth=2" : "")
        return "\(names.node(node.id)) [label=\"\(label)\", fillcolor=\"\(colours.ground)\", color=\"\(colours.border)\"\(extra)];"
    }
}

extension String {
    /// Inside a quoted text of dot.
    fileprivate var dotEscaped: String {
        oneLine.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    }
}
