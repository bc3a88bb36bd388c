public import LifecycleModel
public import Statistics

/// How the share of a group that had an event grows with time: a step curve for each group, with its 95 % band, a tick where somebody was
/// last seen without the event, and under the axis how many are still watched.
public struct SurvivalChart: Sendable {
    /// One group and its curve.
    public struct Line: Sendable, Hashable {
        /// What people call the group.
        public var name: String
        /// Its curve; times in days.
        public var curve: SurvivalCurve

        /// Creates a line.
        public init(name: String, curve: SurvivalCurve) {
            self.name = name
            self.curve = curve
        }
    }

    /// A moment to be seen on the picture: twelve months after acceptance.
    public struct Mark: Sendable, Hashable {
        /// Whole months from the start.
        public var months: Int
        /// What it is.
        public var name: String

        /// Creates a mark.
        public init(months: Int, name: String) {
            self.months = months
            self.name = name
        }
    }

    /// What stands above.
    public var title: String
    /// What stands under the title: the definition, the day as known on.
    public var subtitle: String
    /// What the axis of time counts from, its unit being months.
    public var timeName: String
    /// What stands above the numbers still watched.
    public var riskName: String
    /// A line across the picture; nil for none.
    public var mark: Mark?
    /// The groups; the first eight look different from each other.
    public var lines: [Line]
    /// Whether the bands are drawn; with many groups they hide each other.
    public var hasBands: Bool

    /// Creates a chart; bands are drawn for up to two groups where nothing else is said.
    public init(
        title: String,
        subtitle: String,
        timeName: String,
        riskName: String,
        mark: Mark? = nil,
        lines: [Line],
        hasBands: Bool? = nil
    ) {
        self.title = title
        self.subtitle = subtitle
        self.timeName = timeName
        self.riskName = riskName
        self.mark = mark
        self.lines = lines
        self.hasBands = hasBands ?? (lines.count <= 2)
    }

    /// The picture: the same chart always gives the same bytes.
    public func svg(in language: Language) -> String { SurvivalChartDrawing(chart: self, language: language).svg() }
}
