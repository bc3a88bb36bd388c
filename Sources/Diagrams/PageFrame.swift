import LifecycleModel

/// What stands around a picture: the title above; notes, clocks and the legend below.
struct PageFrame {
    static let margin = 24.0
    private static let titleFont = TextMeasure(size: 18, isBold: true)
    private static let partFont = TextMeasure(size: 14.5, isBold: true)
    private static let font = TextMeasure(size: 11)
    private static let headFont = TextMeasure(size: 11.5, isBold: true)

    let graph: RegimeGraph
    let language: Language
    /// Width of the whole page.
    let width: Double

    /// Writes the title and answers where the picture may begin.
    func drawTitle(on page: inout SVGPage) -> Double {
        var y = Self.margin
        for (text, font) in [(graph.title, Self.titleFont)] + (graph.part.map { [($0, Self.partFont)] } ?? []) {
            for line in font.balance(text[language], to: width - 2 * Self.margin) {
                y += font.lineHeight
                page.text(line, x: Self.margin, y: y - 6, font: font)
            }
        }
        y += Self.font.lineHeight
        page.text(graph.subtitle, x: Self.margin, y: y - 5, font: Self.font, fill: Palette.faint)
        return y + 16
    }

    /// Writes notes, clocks and legend from there on and answers where the page ends.
    func drawFoot(on page: inout SVGPage, from top: Double) -> Double {
        var y = top
        if !graph.notes.isEmpty {
            heading(Words.manyStates, on: &page, &y)
            drawNotes(on: &page, &y)
            y += 10
        }
        if !graph.clocks.isEmpty {
            heading(Words.clocks, on: &page, &y)
            drawClocks(on: &page, &y)
            y += 10
        }
        page.path("M\(Self.margin.short) \(y.short) H\((width - Self.margin).short)", stroke: Palette.stageBorder, width: 0.8)
        return Legend(graph: graph, language: language, width: width).draw(on: &page, from: y + 8) + Self.margin / 2
    }

    private func heading(_ words: Phrase, on page: inout SVGPage, _ y: inout Double) {
        y += 18
        page.text(words[language], x: Self.margin, y: y - 5, font: Self.headFont)
    }

    /// Each with its number before it and its clocks behind it, the clocks of all in one column.
    private func drawNotes(on page: inout SVGPage, _ y: inout Double) {
        let textX = Self.margin + 8 + (graph.notes.map { StateBox.markWidth(String($0.number)) }.max() ?? 0) / 2 + 8
        let room = width - Self.margin - textX
        let badges = graph.notes.map { ClockBadge.rows(starts: $0.event.starts, stops: $0.event.stops, limit: room / 2) }
        let widest = badges.joined().map(ClockBadge.width).max() ?? 0
        let lines = graph.notes.map { note in
            Self.font.balance(note.event.label[language] + (note.target.map { " → " + $0[language] } ?? ""), to: room - widest - 12)
        }
        let badgeX = textX + 12 + (zip(lines, badges).filter { !$1.isEmpty }.flatMap(\.0).map(Self.font.width).max() ?? 0)
        for (index, note) in graph.notes.enumerated() {
            StateBox.mark(String(note.number), on: &page, x: Self.margin + 8, y: y + 9)
            for (row, line) in lines[index].enumerated() {
                page.text(line, x: textX, y: y + Double(row + 1) * 17 - 4, font: Self.font, isItalic: note.event.isAutomatic)
            }
            for (row, clocks) in badges[index].enumerated() {
                var x = badgeX
                for clock in clocks {
                    ClockBadge.draw(clock.id, starts: clock.starts, on: &page, x: x, y: y + 2 + Double(row) * 17)
                    x += ClockBadge.width(clock.id) + ClockBadge.gap
                }
            }
            y += Double(max(lines[index].count, badges[index].count)) * 17
        }
    }

    /// In as many columns as fit.
    private func drawClocks(on page: inout SVGPage, _ y: inout Double) {
        let columns = max(1, Int((width - 2 * Self.margin) / 380))
        let columnWidth = (width - 2 * Self.margin) / Double(columns)
        let badge = graph.clocks.map { ClockBadge.width($0.id) }.max() ?? 0
        for start in stride(from: 0, to: graph.clocks.count, by: columns) {
            var height = 0.0
            for (column, clock) in graph.clocks[start..<min(start + columns, graph.clocks.count)].enumerated() {
                let x = Self.margin + Double(column) * columnWidth
                ClockBadge.draw(clock.id, starts: true, on: &page, x: x, y: y + 2)
                let lines = Self.font.wrap("\(clock.label[language]): \(clock.term[language])", to: columnWidth - badge - 22)
                for (row, line) in lines.enumerated() {
                    page.text(line, x: x + badge + 7, y: y + 13 + Double(row) * Self.font.lineHeight, font: Self.font)
                }
                height = max(height, Double(lines.count) * Self.font.lineHeight + 5)
            }
            y += height
        }
    }
}
