import LifecycleModel

/// Rows under named columns, fitted to the screen.
public struct Table: Block {
    /// One column.
    public struct Column: Sendable, Hashable {
        /// What happens to text that is too wide.
        public enum Overflow: Sendable, Hashable {
            /// It is cut, with an ellipsis.
            case truncate
            /// It goes on in the next line of the same row.
            case wrap
        }

        /// The words at its head.
        public var title: String
        /// Where its text stands.
        public var alignment: Alignment
        /// Who gives way first when the screen is narrow: the highest; 0 gives way last.
        public var shrinkPriority: Int
        /// Columns it keeps as long as any other can still give way.
        public var minimumWidth: Int
        /// What happens to text that is too wide.
        public var overflow: Overflow
        /// Whether its cells are never cut while anything else can give way: figures.
        public var isWhole: Bool
        /// When it is left out for lack of room: the highest first; nil for a column that stays.
        public var dropOrder: Int?

        /// A column.
        public init(
            _ title: String,
            alignment: Alignment = .left,
            shrinkPriority: Int = 0,
            minimumWidth: Int = 4,
            overflow: Overflow = .truncate,
            isWhole: Bool = false,
            dropOrder: Int? = nil
        ) {
            self.title = title
            self.alignment = alignment
            self.shrinkPriority = shrinkPriority
            self.minimumWidth = minimumWidth
            self.overflow = overflow
            self.isWhole = isWhole
            self.dropOrder = dropOrder
        }
    }

    /// The columns from left to right.
    public var columns: [Column]
    /// The rows; a row shorter than the columns is filled up, what is beyond them is left out.
    public var rows: LongList<[StyledText]>
    /// Rows below a line of their own, such as a total.
    public var footer: [[StyledText]]

    /// A table.
    public init(columns: [Column], rows: [[StyledText]] = [], footer: [[StyledText]] = []) {
        self.init(columns: columns, rows: LongList(rows), footer: footer)
    }

    /// A table whose rows are made when they are laid out, twice: to see how wide they are, and to be shown.
    public init(columns: [Column], rows: LongList<[StyledText]>, footer: [[StyledText]] = []) {
        self.columns = columns
        self.rows = rows
        self.footer = footer
    }

    /// Head, line, rows, and where there is a footer a line and the footer; below that the titles of columns that had no room.
    public func lines(on screen: Screen) -> [StyledText] {
        var lines: [StyledText] = []
        eachLine(on: screen) { lines.append($0) }
        return lines
    }

    /// The same line by line.
    public func eachLine<Failure: Error>(on screen: Screen, _ body: (StyledText) throws(Failure) -> Void) throws(Failure) {
        let (table, leftOut) = fitting(screen, leftOut: [])
        try table.layOut(on: screen, body)
        guard !leftOut.isEmpty else { return }
        let titles = columns.map(\.title).filter(leftOut.contains).joined(separator: "; ")
        let note = Phrase(vi: "Không đủ chỗ cho cột: \(titles)", en: "No room for: \(titles)")[screen.language]
        for line in StyledText(note, .faint).visible(on: screen).wrapped(to: screen.columns) { try body(line) }
    }

    /// The table with whole columns as wide as their figures; without the columns that leave first, when it does not fit.
    private func fitting(_ screen: Screen, leftOut: Set<String>) -> (table: Table, leftOut: Set<String>) {
        let needed = wholeColumns.map(\.minimumWidth).reduce(0, +) + TableWidths.separatorWidth * max(0, columns.count - 1)
        guard needed > screen.columns, let first = columns.compactMap(\.dropOrder).max() else { return (self, leftOut) }
        let kept = columns.indices.filter { columns[$0].dropOrder != first }
        @Sendable func cells(_ row: [StyledText]) -> [StyledText] { kept.map { $0 < row.count ? row[$0] : "" } }
        let narrower = Table(columns: kept.map { columns[$0] }, rows: rows.mapped(cells), footer: footer.map(cells))
        return narrower.fitting(screen, leftOut: leftOut.union(columns.filter { $0.dropOrder == first }.map(\.title)))
    }

    /// The columns, those that are never cut at least as wide as their figures and the words of their titles.
    private var wholeColumns: [Column] {
        var columns = columns
        let whole = columns.indices.filter { columns[$0].isWhole }
        guard !whole.isEmpty else { return columns }
        for index in whole { columns[index].minimumWidth = max(columns[index].minimumWidth, StyledText(columns[index].title).longestWord) }
        func widen(_ row: [StyledText]) {
            for index in whole where index < row.count { columns[index].minimumWidth = max(columns[index].minimumWidth, row[index].width) }
        }
        rows.forEach(widen)
        footer.forEach(widen)
        return columns
    }

    private func layOut<Failure: Error>(on screen: Screen, _ body: (StyledText) throws(Failure) -> Void) throws(Failure) {
        let columns = wholeColumns
        let heads = columns.map { StyledText($0.title, .strong).visible(on: screen) }
        let foot = footer.map { cells(of: $0, on: screen) }
        let ornaments = Ornaments(for: screen)
        var widths = TableWidths(columns: columns)
        for row in [heads] + foot { widths.widen(for: row) }
        for row in rows { widths.widen(for: cells(of: row, on: screen)) }
        let layout = RowLayout(columns: columns, widths: widths.fitted(to: screen.columns), ornaments: ornaments)
        for line in layout.lines(heads, wrapsAll: true) + [layout.rule] { try body(line) }
        for row in rows {
            for line in layout.lines(cells(of: row, on: screen)) { try body(line) }
        }
        guard !foot.isEmpty else { return }
        for line in [layout.rule] + foot.flatMap({ layout.lines($0) }) { try body(line) }
    }

    /// Head and rows as plain cells for a spreadsheet, without the footer.
    public var sheet: Sheet {
        Sheet(header: columns.map(\.title), rows: rows.map { row in columns.indices.map { $0 < row.count ? row[$0].plain : "" } })
    }

    private func cells(of row: [StyledText], on screen: Screen) -> [StyledText] {
        columns.indices.map { index in
            let cell = index < row.count ? row[index].visible(on: screen) : ""
            return columns[index].overflow == .wrap ? cell : cell.onOneLine
        }
    }
}
