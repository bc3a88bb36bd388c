public import LifecycleModel

/// A date whose row differs between two holiday tables.
public struct HolidayChange: Sendable, Hashable {
    /// The date.
    public let date: CivilDate
    /// The old row, if there was one.
    public let before: Holiday?
    /// The new row, if there is one.
    public let after: Holiday?

    /// Whether the day is counted differently now; otherwise only its name changed.
    public var changesCounting: Bool { before?.kind != after?.kind }
}

extension HolidayTable {
    /// What changes when another table takes the place of this one, in order of date.
    public func changes(to other: HolidayTable) -> [HolidayChange] {
        Set(days.map(\.date)).union(other.days.map(\.date)).sorted().compactMap { date in
            let change = HolidayChange(date: date, before: self[date], after: other[date])
            return change.before == change.after ? nil : change
        }
    }
}
