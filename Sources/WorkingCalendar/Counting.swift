public import LifecycleModel

/// A counted date and how it came about.
public struct Counting: Sendable, Hashable {
    /// What was counted.
    public let inputs: CountingInputs
    /// The calendar it was counted on.
    public let calendar: WorkingCalendar
    /// For months and years, the end without suspensions; for days, the start.
    let nominalEnd: CivilDate
    /// The last counted day; `end` differs from it only when that day is off and the end rolls on.
    public let reached: CivilDate
    /// The date counted to.
    public let end: CivilDate

    /// The day of the event.
    public var start: CivilDate { inputs.start }

    /// The counting day by day, made as it is read.
    public var steps: CountingSteps { CountingSteps(self) }

    /// The years that the counting touches but of which the table has no row: for them only weekends are known, so a date that
    /// depends on holidays is provisional. Empty when holidays play no part.
    public var uncoveredYears: [Int] {
        let countsWorkingDays = inputs.term.unit == .workingDays
        guard countsWorkingDays || inputs.roll != .none else { return [] }
        let first = countsWorkingDays ? start : reached
        return (min(first, end).year...max(first, end).year).filter { !calendar.table.years.contains($0) }
    }
}
