/// A table with a caption, a head, and rows whose first cell names them.
public struct PageTable: Sendable, Hashable {
    /// A column.
    public struct Column: Sendable, Hashable {
        /// What stands above it.
        public var head: String
        /// Whether it holds numbers, which stand at the right.
        public var isNumeric: Bool
        /// Whether its cells stay in one line, such as codes and dates.
        public var isWhole: Bool

        /// A column.
        public init(_ head: String, isNumeric: Bool = false, isWhole: Bool = false) {
            self.head = head
            self.isNumeric = isNumeric
            self.isWhole = isWhole
        }

        /// The class of its cells.
        fileprivate var look: [(String, String)] { isNumeric ? [("class", "n")] : isWhole ? [("class", "w")] : [] }
    }

    /// What the table shows.
    public var caption: String
    /// The columns.
    public var columns: [Column]
    /// The rows, each with a text for every column.
    public var rows: [[String]]
    /// A row of sums; empty for none.
    public var footer: [String]

    /// A table.
    public init(_ caption: String, columns: [Column], rows: [[String]], footer: [String] = []) {
        self.caption = caption
        self.columns = columns
        self.rows = rows
        self.footer = footer
    }

    /// The markup.
    public var html: HTML {
        let head = columns.map { HTML.element("th", [("scope", "col")] + ($0.isNumeric ? $0.look : []), [HTML($0.head)]) }
        let body = rows.map(row)
        let foot = footer.isEmpty ? [] : [HTML.element("tfoot", [], [row(footer)])]
        return .element(
            "table",
            [],
            [
                .element("caption", [:], caption), .element("thead", [:], .element("tr", [:], head)), .element("tbody", [:], body),
            ] + foot
        )
    }

    private func row(_ cells: [String]) -> HTML {
        let written = zip(columns, cells).enumerated().map { index, cell in
            index == 0
                ? HTML.element("th", [("scope", "row")] + cell.0.look, [HTML(cell.1)]) : HTML.element("td", cell.0.look, [HTML(cell.1)])
        }
        return .element("tr", [], written)
    }
}
