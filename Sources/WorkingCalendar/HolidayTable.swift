public import LifecycleModel

/// The public holidays and make-up days of some years, one row a day, in order of date.
public struct HolidayTable: Sendable, Hashable {
    /// The rows in order.
    public let days: [Holiday]
    /// The years that have at least one row; of other years only weekends are known.
    public let years: Set<Int>
    private let byDate: [CivilDate: Holiday]

    /// A table of these days; of two rows for one date the later one counts.
    public init(_ days: some Sequence<Holiday>) {
        byDate = Dictionary(days.map { ($0.date, $0) }) { $1 }
        self.days = byDate.values.sorted { $0.date < $1.date }
        years = Set(self.days.map(\.date.year))
    }

    /// No holiday known at all.
    public static let empty = HolidayTable([])

    /// The row of a date, if it has one.
    public subscript(date: CivilDate) -> Holiday? { byDate[date] }

    /// The rows of a year, in order.
    public func days(in year: Int) -> [Holiday] {
        days.filter { $0.date.year == year }
    }

    /// Same rows.
    public static func == (left: HolidayTable, right: HolidayTable) -> Bool {
        left.days == right.days
    }

    /// Feeds the rows.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(days)
    }
}
