import LifecycleModel

/// The words on a line of the overview: the first events by name, the rest counted.
struct StageWords {
    private static let font = TextMeasure(size: 10.5)
    private let lines: [String]

    /// Height of the words.
    var height: Double { Double(lines.count) * Self.font.lineHeight }
    /// Height with the line below and some air.
    var slot: Double { height + 9 }

    init(_ events: [RegimeGraph.Event], language: Language, limit: Double, most: Int = 3) {
        let shown = events.count > most ? most - 1 : events.count
        lines =
            events.prefix(shown).flatMap { event in
                guard events.count > 1 else { return Self.font.wrap(event.label[language], to: limit) }
                return Self.font.wrap(event.label[language], to: limit - 10).enumerated().map { ($0 == 0 ? "• " : "\u{2002}") + $1 }
            } + (events.count > shown ? [Words.more(events.count - shown)[language]] : [])
    }

    func draw(on page: inout SVGPage, x: Double, top: Double) {
        for (row, line) in lines.enumerated() {
            page.text(line, x: x, y: top + Double(row + 1) * Self.font.lineHeight - 3, font: Self.font, fill: Palette.faint)
        }
    }
}
