/// Shares in rows and columns: the stronger the colour of a cell, the larger its share, which stands in it as well.
public struct ShareGrid: Sendable {
    /// One cell.
    public struct Cell: Sendable, Hashable {
        /// Tenths of a per cent, 0 to 1000; nil where there is none.
        public var tenths: Int?
        /// What stands in it.
        public var text: String

        /// Creates a cell.
        public init(tenths: Int?, text: String) {
            self.tenths = tenths
            self.text = text
        }
    }

    /// One row.
    public struct Row: Sendable, Hashable {
        /// What people call it.
        public var name: String
        /// Its cells, as many as there are columns.
        public var cells: [Cell]

        /// Creates a row.
        public init(name: String, cells: [Cell]) {
            self.name = name
            self.cells = cells
        }
    }

    /// What stands above, and under that.
    public var title, subtitle: String
    /// Heads of the columns.
    public var columns: [String]
    /// The column that matters most, by its place; nil for none.
    public var emphasised: Int?
    /// The rows, from above.
    public var rows: [Row]

    /// Creates a grid.
    public init(title: String, subtitle: String, columns: [String], emphasised: Int? = nil, rows: [Row]) {
        self.title = title
        self.subtitle = subtitle
        self.columns = columns
        self.emphasised = emphasised
        self.rows = rows
    }

    /// The picture: the same grid always gives the same bytes.
    public func svg() -> String { ShareGridDrawing(grid: self).svg() }
}
