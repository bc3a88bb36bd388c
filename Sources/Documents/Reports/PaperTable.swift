import OpenPackaging

/// A ruled table of a report.
public struct PaperTable: Sendable, Hashable {
    /// A cell.
    public struct Cell: Sendable, Hashable {
        /// What stands in it.
        public var text: String
        /// How many columns and, in the head, rows it covers.
        public var columns, rows: Int
        /// Whether it is bold.
        public var isBold: Bool

        /// A cell.
        public init(_ text: String, columns: Int = 1, rows: Int = 1, isBold: Bool = false) {
            self.text = text
            self.columns = columns
            self.rows = rows
            self.isBold = isBold
        }
    }

    /// Where the text of a column stands.
    public enum Alignment: String, Sendable, Hashable {
        case left, center, right
    }

    /// Widths of the columns in relation to each other.
    public var widths: [Int]
    /// Where the text of each column stands.
    public var alignments: [Alignment]
    /// The rows of the head, printed again on every page; a cell covers those below it by its `rows`.
    public var head: [[Cell]]
    /// The other rows.
    public var rows: [[Cell]]

    /// A table.
    public init(widths: [Int], alignments: [Alignment], head: [[Cell]], rows: [[Cell]]) {
        self.widths = widths
        self.alignments = alignments
        self.head = head
        self.rows = rows
    }

    /// A table with a plain head.
    public init(_ columns: [(title: String, width: Int, alignment: Alignment)], rows: [[Cell]]) {
        self.init(
            widths: columns.map(\.width),
            alignments: columns.map(\.alignment),
            head: [columns.map { Cell($0.title) }],
            rows: rows
        )
    }

    /// The table as wide as the text.
    func element(width: Int) -> XMLElement {
        let sum = max(widths.reduce(0, +), 1)
        let twips = widths.map { $0 * width / sum }
        // Cells that go on below are written again as empty ones that continue them.
        var hanging: [Int: (left: Int, columns: Int)] = [:]
        let headRows = head.map { row -> XMLElement in
            var cells: [XMLElement] = []
            var column = 0
            var rest = row[...]
            while column < twips.count {
                if let open = hanging[column], open.left > 0 {
                    hanging[column]?.left -= 1
                    cells.append(cell("", at: column, spanning: open.columns, twips, style: .cellHead, merge: .goesOn))
                    column += open.columns
                } else if let next = rest.popFirst() {
                    if next.rows > 1 { hanging[column] = (next.rows - 1, next.columns) }
                    cells.append(
                        cell(next.text, at: column, spanning: next.columns, twips, style: .cellHead, merge: next.rows > 1 ? .begins : nil)
                    )
                    column += next.columns
                } else {
                    break
                }
            }
            return Self.row(cells, isHead: true)
        }
        let bodyRows = rows.map { row -> XMLElement in
            var column = 0
            var cells: [XMLElement] = []
            for next in row where column < twips.count {
                cells.append(cell(next.text, at: column, spanning: next.columns, twips, style: .cell, isBold: next.isBold))
                column += next.columns
            }
            return Self.row(cells, isHead: false)
        }
        return FormLayout.table(style: "BangKe", twips, headRows + bodyRows)
    }

    private enum Merge {
        case begins, goesOn
    }

    private func cell(
        _ text: String,
        at column: Int,
        spanning columns: Int,
        _ twips: [Int],
        style: FormStyle,
        isBold: Bool = false,
        merge: Merge? = nil
    ) -> XMLElement {
        let last = min(column + columns, twips.count)
        var properties = [XMLElement("w:tcW", ["w:w": String(twips[column..<last].reduce(0, +)), "w:type": "dxa"])]
        if columns > 1 { properties.append(XMLElement("w:gridSpan", ["w:val": String(columns)])) }
        switch merge {
        case .begins: properties.append(XMLElement("w:vMerge", ["w:val": "restart"]))
        case .goesOn: properties.append(XMLElement("w:vMerge"))
        case nil: break
        }
        properties.append(XMLElement("w:vAlign", ["w:val": "center"]))
        let alignment = style == .cellHead || columns > 1 && column > 0 ? nil : alignments[column].rawValue
        let paragraph = FormLayout.plain(style, text, alignment: alignment, isBold: isBold)
        return XMLElement(
            "w:tc",
            [:],
            [.element(XMLElement("w:tcPr", [:], properties.map { .element($0) })), .element(paragraph)]
        )
    }

    private static func row(_ cells: [XMLElement], isHead: Bool) -> XMLElement {
        let rules = [XMLElement("w:cantSplit")] + (isHead ? [XMLElement("w:tblHeader")] : [])
        return XMLElement("w:tr", [:], [.element(XMLElement("w:trPr", [:], rules.map { .element($0) }))] + cells.map { .element($0) })
    }
}
