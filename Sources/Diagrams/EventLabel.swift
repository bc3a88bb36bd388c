import LifecycleModel

/// The words on a line: its events one below the other, each with the clocks it starts and stops.
struct EventLabel {
    private static let font = TextMeasure(size: 11)
    private static let margin = 4.0

    private enum Row {
        case words(String, isItalic: Bool)
        case clocks([(id: String, starts: Bool)])
    }

    private let rows: [Row]
    let width: Double
    let height: Double

    init(_ events: [RegimeGraph.Event], language: Language, limit: Double = 158) {
        var rows: [Row] = []
        for (place, event) in events.enumerated() {
            let bullet = events.count > 1 ? "• " : ""
            rows += Self.font.balance(bullet + event.label[language], to: limit).map { .words($0, isItalic: event.isAutomatic) }
            // Neighbours that move the same clocks show them once.
            let next = place + 1 < events.count ? events[place + 1] : nil
            guard next?.starts != event.starts || next?.stops != event.stops else { continue }
            rows += ClockBadge.rows(starts: event.starts, stops: event.stops, limit: limit).map(Row.clocks)
        }
        self.rows = rows
        width = 2 * Self.margin + (rows.map(Self.width).max() ?? 0)
        height = rows.map(Self.height).reduce(4, +)
    }

    /// Draws it with its top left corner there.
    func draw(on page: inout SVGPage, at frame: Frame) {
        page.add(
            "rect",
            [
                ("x", frame.x.short), ("y", frame.y.short), ("width", width.short), ("height", height.short), ("rx", "3"),
                ("fill", "#ffffff"),
            ]
        )
        var y = frame.y + 2
        for row in rows {
            switch row {
            case .words(let text, let isItalic):
                page.text(text, x: frame.middleX, y: y + Self.font.size, font: Self.font, anchor: .middle, isItalic: isItalic)
            case .clocks(let clocks):
                var x = frame.middleX - Self.width(row) / 2
                for clock in clocks {
                    ClockBadge.draw(clock.id, starts: clock.starts, on: &page, x: x, y: y + 1)
                    x += ClockBadge.width(clock.id) + ClockBadge.gap
                }
            }
            y += Self.height(row)
        }
    }

    private static func width(_ row: Row) -> Double {
        switch row {
        case .words(let text, _): font.width(text)
        case .clocks(let clocks): ClockBadge.width(clocks)
        }
    }

    private static func height(_ row: Row) -> Double {
        switch row {
        case .words: font.lineHeight
        case .clocks: ClockBadge.height + 3
        }
    }
}

/// The sign of a clock: filled where it starts, empty where it stops.
enum ClockBadge {
    static let height = 14.0
    static let gap = 4.0
    private static let font = TextMeasure(size: 9.5)

    static func width(_ id: String) -> Double { (font.width(id) + 21).rounded(.up) }

    /// The width of badges side by side.
    static func width(_ row: [(id: String, starts: Bool)]) -> Double {
        row.map { width($0.id) }.reduce(0, +) + gap * Double(max(row.count - 1, 0))
    }

    /// The badges of an event in rows that fit.
    static func rows(starts: [String], stops: [String], limit: Double) -> [[(id: String, starts: Bool)]] {
        var rows: [[(id: String, starts: Bool)]] = []
        var used = 0.0
        for badge in starts.map({ (id: $0, starts: true) }) + stops.map({ (id: $0, starts: false) }) {
            used += width(badge.id) + gap
            if rows.isEmpty || used > limit {
                rows.append([badge])
                used = width(badge.id) + gap
            } else {
                rows[rows.count - 1].append(badge)
            }
        }
        return rows
    }

    static func draw(_ id: String, starts: Bool, on page: inout SVGPage, x: Double, y: Double) {
        let frame = Frame(x: x, y: y, width: width(id), height: height)
        page.box(
            frame,
            radius: 7,
            fill: starts ? Palette.clockGround : "#ffffff",
            stroke: Palette.clock,
            width: 0.9,
            dashes: starts ? nil : "2 2"
        )
        let (centreX, centreY) = (x + 8.5, frame.middleY)
        if starts {
            page.add("circle", [("cx", centreX.short), ("cy", centreY.short), ("r", "4"), ("fill", "none"), ("stroke", Palette.clock)])
            page.path(
                "M\(centreX.short) \((centreY - 2.6).short) V\(centreY.short) H\((centreX + 2.2).short)",
                stroke: Palette.clock,
                width: 1
            )
        } else {
            page.add(
                "rect",
                [("x", (centreX - 3).short), ("y", (centreY - 3).short), ("width", "6"), ("height", "6"), ("fill", Palette.clock)]
            )
        }
        page.text(id, x: x + 15.5, y: y + 10.4, font: font, fill: Palette.clock)
    }
}
