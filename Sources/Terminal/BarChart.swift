import LifecycleModel

/// Rows of a name, a bar and the figures behind it.
public struct BarChart: Block, Hashable {
    /// One row.
    public struct Row: Sendable, Hashable {
        /// What is measured.
        public var name: String
        /// How far it got.
        public var bar: ShareBar
        /// The figures, such as `50 % / mục tiêu 52 %`.
        public var figures: StyledText

        /// A row.
        public init(_ name: String, _ bar: ShareBar, figures: StyledText) {
            self.name = name
            self.bar = bar
            self.figures = figures
        }
    }

    /// The rows in order.
    public var rows: [Row]
    /// The most cells a bar takes.
    public var widestBar: Int

    /// A chart.
    public init(_ rows: [Row], widestBar: Int = 40) {
        self.rows = rows
        self.widestBar = widestBar
    }

    /// Names on the left, at most two fifths of the screen; bars as wide as the figures leave room for, but at least eight cells.
    public func lines(on screen: Screen) -> [StyledText] {
        let ornaments = Ornaments(for: screen)
        let names = rows.map { StyledText($0.name).visible(on: screen) }
        let figures = rows.map { $0.figures.visible(on: screen) }
        let nameWidth = min(names.map(\.width).max() ?? 0, screen.columns * 2 / 5)
        let figureWidth = figures.map(\.width).max() ?? 0
        let cells = max(8, min(widestBar, screen.columns - nameWidth - figureWidth - 4))
        return rows.indices.map { index in
            let name = names[index].truncated(to: nameWidth, ellipsis: ornaments.ellipsis).padded(to: nameWidth)
            return name + "  " + rows[index].bar.text(cells: cells, on: screen) + "  " + figures[index]
        }
    }
}
