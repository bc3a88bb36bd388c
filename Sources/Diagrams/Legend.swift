import LifecycleModel

/// Explains the signs that a picture uses, and only those.
struct Legend {
    private static let font = TextMeasure(size: 10.5)

    let graph: RegimeGraph
    let language: Language
    let width: Double

    private enum Sign {
        case tone(RegimeGraph.Tone)
        case initial, automatic, back, clockStart, clockStop, loop
    }

    /// Draws it from there on and answers where it ends.
    func draw(on page: inout SVGPage, from top: Double) -> Double {
        var (x, y) = (PageFrame.margin, top)
        for (sign, words) in entries {
            let text = words[language]
            let space = 40 + Self.font.width(text) + 20
            if x + space > width - PageFrame.margin, x > PageFrame.margin {
                x = PageFrame.margin
                y += 20
            }
            draw(sign, on: &page, x: x, y: y)
            page.text(text, x: x + 40, y: y + 12, font: Self.font, fill: Palette.faint)
            x += space
        }
        return y + 20
    }

    private var entries: [(Sign, Phrase)] {
        let tones = RegimeGraph.Tone.allCases.filter { tone in graph.nodes.contains { $0.tone == tone } }
        let isTask = graph.nodes.contains { $0.id.contains("/") }
        // Small machines have no standing, so their plain states need no word.
        var entries = tones.filter { isTask || $0 != .plain }.map { (Sign.tone($0), Words.tone($0)) }
        let events = graph.edges.flatMap(\.events) + graph.notes.map(\.event)
        if graph.nodes.contains(where: \.isInitial) { entries.insert((.initial, Words.start), at: 0) }
        // The overview shows lines alone: there only a line that is drawn so needs the word.
        if graph.isOverview ? graph.edges.contains(where: \.isAutomatic) : events.contains(where: \.isAutomatic) {
            entries.append((.automatic, Words.automatic))
        }
        if hasReturns { entries.append((.back, Words.back)) }
        if graph.nodes.contains(where: { !$0.loops.isEmpty }) { entries.append((.loop, Words.loop)) }
        if !graph.clocks.isEmpty {
            if !events.allSatisfy(\.starts.isEmpty) { entries.append((.clockStart, Words.clockStarts)) }
            if !events.allSatisfy(\.stops.isEmpty) { entries.append((.clockStop, Words.clockStops)) }
        }
        return entries
    }

    private var hasReturns: Bool {
        let places = Dictionary(
            (graph.isOverview ? graph.boxes.map(\.id) : graph.nodes.map(\.id)).enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return graph.edges.contains { edge in edge.sources.contains { places[$0, default: 0] > places[edge.target, default: 0] } }
    }

    private func draw(_ sign: Sign, on page: inout SVGPage, x: Double, y: Double) {
        let frame = Frame(x: x, y: y + 1, width: 32, height: 15)
        let line = "M\(x.short) \((y + 8.5).short) H\((x + 31).short)"
        switch sign {
        case .tone(let tone):
            let colours = Palette.colours(tone)
            page.box(frame, radius: 5, fill: colours.ground, stroke: colours.border, dashes: tone == .outside ? "5 3" : nil)
            if tone.isEnd { page.box(frame.inset(2.5), radius: 3, fill: "none", stroke: colours.border, width: 1) }
        case .initial: page.box(frame, radius: 5, fill: "#ffffff", stroke: Palette.colours(.plain).border, width: 2.4)
        case .automatic: page.path(line, stroke: Palette.line, dashes: "5 3", arrow: SVGPage.Arrow(tip: "tip"))
        case .back: page.path(line, stroke: Palette.back, arrow: SVGPage.Arrow(tip: "return"))
        case .clockStart: ClockBadge.draw("··", starts: true, on: &page, x: x, y: y + 1.5)
        case .clockStop: ClockBadge.draw("··", starts: false, on: &page, x: x, y: y + 1.5)
        case .loop: page.text("↻", x: x + 16, y: y + 13, font: TextMeasure(size: 13), fill: Palette.faint, anchor: .middle)
        }
    }
}
