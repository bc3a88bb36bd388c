public import LifecycleModel

/// Tells working days from days off and counts terms over them.
///
/// Saturdays and Sundays are off unless the table calls them make-up days; the table's holidays are off.
public struct WorkingCalendar: Sendable, Hashable {
    private let content: Content

    /// Shared by all copies of the calendar.
    private final class Content: Sendable, Hashable {
        let table: HolidayTable
        let corrections: WeekdayCorrections

        init(_ table: HolidayTable) {
            self.table = table
            corrections = WeekdayCorrections(table)
        }

        static func == (left: Content, right: Content) -> Bool { left === right || left.table == right.table }

        func hash(into hasher: inout Hasher) { hasher.combine(table) }
    }

    /// A calendar that goes by a table.
    public init(_ table: HolidayTable) {
        content = Content(table)
    }

    /// The holidays it goes by.
    public var table: HolidayTable { content.table }

    /// What a day is.
    public func status(of date: CivilDate) -> DayStatus {
        let weekday = date.weekday
        switch content.table[date] {
        case let holiday? where holiday.kind == .off: return .holiday(holiday.name)
        case let holiday? where weekday.isWeekend: return .makeUp(holiday.name)
        default: return weekday.isWeekend ? .weekend(weekday) : .working
        }
    }

    /// Whether offices work on a day.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        status(of: date).isWorking
    }

    /// The day itself when it is worked, else the next one that is.
    public func workingDay(onOrAfter date: CivilDate) -> CivilDate {
        workingDay(from: date, step: 1)
    }

    /// The day itself when it is worked, else the last one before that is.
    public func workingDay(onOrBefore date: CivilDate) -> CivilDate {
        workingDay(from: date, step: -1)
    }

    private func workingDay(from date: CivilDate, step: Int) -> CivilDate {
        var day = date
        while !isWorkingDay(day), day != .earliest, day != .latest { day = day.adding(days: step) }
        return day
    }

    /// Counted days in the span after `from` up to and including `to`; the day `from` itself never counts.
    ///
    /// When `to` is earlier, the days from `to` up to, not including, `from`, as a negative number: so the difference undoes `count`
    /// in either direction.
    public func difference(from: CivilDate, to: CivilDate, working: Bool = false) -> Int {
        let unit: Term.Unit = working ? .workingDays : .calendarDays
        return from <= to
            ? total(unit, through: to) - total(unit, through: from)
            : total(unit, through: to.adding(days: -1)) - total(unit, through: from.adding(days: -1))
    }

    /// Counted days from a fixed day long ago through a date; only differences of it mean anything.
    func total(_ unit: Term.Unit, through date: CivilDate) -> Int {
        unit == .workingDays ? content.corrections.workingDays(through: date) : Int(date.daysSinceEpoch)
    }
}
