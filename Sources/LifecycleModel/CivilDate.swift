/// A day of the proleptic Gregorian calendar as it is counted in Vietnam, without time of day or zone.
///
/// Every value lies in the years 1900–2200; arithmetic that would leave them stops at their first or last day.
public struct CivilDate: Sendable, Hashable, Comparable {
    /// The years a date may have.
    public static let years = 1900...2200
    /// 1 January 1900.
    public static let earliest = CivilDate(trusted: daysFromEpoch(year: years.lowerBound, month: 1, day: 1))
    /// 31 December 2200.
    public static let latest = CivilDate(trusted: daysFromEpoch(year: years.upperBound, month: 12, day: 31))

    /// Days since 1 January 1970; negative before it.
    public let daysSinceEpoch: Int32

    private init(trusted days: Int) {
        daysSinceEpoch = Int32(truncatingIfNeeded: days)
    }

    /// The date so many days after 1 January 1970, or the nearest one in range.
    init(clampingDays days: Int) {
        self.init(trusted: min(max(days, Int(Self.earliest.daysSinceEpoch)), Int(Self.latest.daysSinceEpoch)))
    }

    /// The date so many days after 1 January 1970; nil out of range.
    public init?(daysSinceEpoch days: Int) {
        self.init(clampingDays: days)
        guard Int(daysSinceEpoch) == days else { return nil }
    }

    /// A date by its parts; nil when there is no such day or the year is out of range.
    public init?(year: Int, month: Int, day: Int) {
        do throws(CivilDateFault) {
            try self.init(checkedYear: year, month: month, day: day)
        } catch {
            return nil
        }
    }

    /// A date by its parts, or the reason why there is none.
    public init(checkedYear year: Int, month: Int, day: Int) throws(CivilDateFault) {
        guard Self.years.contains(year) else { throw .yearOutOfRange(year) }
        guard (1...12).contains(month) else { throw .noSuchMonth(month) }
        guard (1...Self.daysIn(month: month, year: year)).contains(day) else {
            throw .noSuchDay(day: day, month: month, year: year)
        }
        self.init(trusted: Self.daysFromEpoch(year: year, month: month, day: day))
    }

    /// How many days a month has.
    public static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether the year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Earlier comes first.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.daysSinceEpoch < right.daysSinceEpoch
    }

    /// Days from 1970-01-01 by Howard Hinnant's `days_from_civil`: years are taken to begin in March, so that the leap day comes last.
    private static func daysFromEpoch(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
