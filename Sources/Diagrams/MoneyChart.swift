public import LifecycleModel

/// Money of several groups as bars side by side, several figures a group, with a line where a group has a ceiling.
public struct MoneyChart: Sendable {
    /// A group of bars: a programme, a year.
    public struct Group: Sendable, Hashable {
        /// What people call it.
        public var name: String
        /// The figures, one for each series.
        public var amounts: [Dong]
        /// What the group must not exceed; nil when nobody has said.
        public var ceiling: Dong?

        /// Creates a group.
        public init(name: String, amounts: [Dong], ceiling: Dong? = nil) {
            self.name = name
            self.amounts = amounts
            self.ceiling = ceiling
        }
    }

    /// What stands above.
    public var title: String
    /// What stands under the title, such as sums over everything.
    public var subtitle: String
    /// What the bars of a group mean, in order; at most four have a colour of their own.
    public var series: [String]
    /// What the line means.
    public var ceilingName: String
    /// The groups, from above.
    public var groups: [Group]

    /// Creates a chart.
    public init(title: String, subtitle: String, series: [String], ceilingName: String, groups: [Group]) {
        self.title = title
        self.subtitle = subtitle
        self.series = series
        self.ceilingName = ceilingName
        self.groups = groups
    }

    /// The picture: the same chart always gives the same bytes.
    public func svg(in language: Language) -> String { MoneyChartDrawing(chart: self, language: language).svg() }
}
