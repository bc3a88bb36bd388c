/// Whole numbers of several things as bars under each other, each with its figure in words and, where there is one, a line to be reached.
public struct RowChart: Sendable {
    /// One bar.
    public struct Row: Sendable, Hashable {
        /// What people call it.
        public var name: String
        /// How long it is, from 0.
        public var value: Int64
        /// What stands beside it.
        public var figure: String
        /// Where the line stands; nil for none.
        public var mark: Int64?

        /// Creates a bar.
        public init(name: String, value: Int64, figure: String, mark: Int64? = nil) {
            self.name = name
            self.value = value
            self.figure = figure
            self.mark = mark
        }
    }

    /// What stands above.
    public var title: String
    /// What stands under the title.
    public var subtitle: String
    /// What a full bar stands for; nil: the longest of the bars.
    public var whole: Int64?
    /// What the line means.
    public var markName: String
    /// The bars, from above.
    public var rows: [Row]

    /// Creates a chart.
    public init(title: String, subtitle: String, whole: Int64? = nil, markName: String = "", rows: [Row]) {
        self.title = title
        self.subtitle = subtitle
        self.whole = whole
        self.markName = markName
        self.rows = rows
    }

    /// The picture: the same chart always gives the same bytes.
    public func svg() -> String { RowChartDrawing(chart: self).svg() }
}
