/// Rows under named columns, fitted to the screen.
public struct Table: Block, Hashable {
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
    public var rows: [[StyledText]]
    /// Rows below a line of their own, such as a total.
    public var footer: [[StyledText]]

    /// A table.
    public init(columns: [Column], rows: [[StyledText]] = [], footer: [[StyledText]] = []) {
        self.columns = columns
        self.rows = rows
        self.footer = footer
    }

    /// Head, line, rows, and where there is a footer a line and the footer.
    public func lines(on screen: Screen) -> [StyledText] {
        let (table, mustDrop) = fitting(screen)
        return mustDrop ? table.lines(on: screen) : laidOut(on: screen)
    }

    /// The table with whole columns as wide as their figures; without the columns that leave first, when it does not fit.
    private func fitting(_ screen: Screen) -> (table: Table, mustDrop: Bool) {
        let needed = wholeColumns.map(\.minimumWidth).reduce(0, +) + TableWidths.separatorWidth * max(0, columns.count - 1)
        guard needed > screen.columns, let first = columns.compactMap(\.dropOrder).max() else { return (self, false) }
        let kept = columns.indices.filter { columns[$0].dropOrder != first }
        func cells(_ row: [StyledText]) -> [StyledText] { kept.map { $0 < row.count ? row[$0] : "" } }
        return (Table(columns: kept.map { columns[$0] }, rows: rows.map(cells), footer: footer.map(cells)), true)
    }

    /// The columns, those that are never cut at least as wide as their figures.
    private var wholeColumns: [Column] {
        columns.indices.map { index in
            var column = columns[index]
            guard column.isWhole else { return column }
            column.minimumWidth = (rows + footer).reduce(column.minimumWidth) { max($0, index < $1.count ? $1[index].width : 0) }
            return column
        }
    }

    private func laidOut(on screen: Screen) -> [StyledText] {
        let columns = wholeColumns
        let heads = columns.map { StyledText($0.title, .strong).visible(on: screen) }
        let body = rows.map { cells(of: $0, on: screen) }
        let foot = footer.map { cells(of: $0, on: screen) }
        let ornaments = Ornaments(for: screen)
        let widths = TableWidths(columns: columns, content: [heads] + body + foot).fitted(to: screen.columns)
        let row = RowLayout(columns: columns, widths: widths, ornaments: ornaments)
        var lines = row.lines(heads, wrapsAll: true)
        lines.append(row.rule)
        for cells in body { lines += row.lines(cells) }
        if !foot.isEmpty { lines.append(row.rule) }
        for cells in foot { lines += row.lines(cells) }
        return lines
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
