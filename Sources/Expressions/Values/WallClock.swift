/// A day of the proleptic Gregorian calendar; the arithmetic needs no time zone data and no clock.
struct CalendarDay: Equatable {
    let year: Int64
    let month: Int64
    let day: Int64

    init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that lies so many days after 1970-01-01. Years are counted from March so that the leap day comes last.
    init(daysSinceEpoch days: Int64) {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    var daysSinceEpoch: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.flooredQuotient(400)
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Days since 1 January of the same year, from zero.
    var dayOfYear: Int64 { daysSinceEpoch - CalendarDay(year: year, month: 1, day: 1).daysSinceEpoch }

    /// Days since Sunday: 0 to 6.
    var dayOfWeek: Int64 { (daysSinceEpoch + 4) - (daysSinceEpoch + 4).flooredQuotient(7) * 7 }

    static func days(in month: Int64, of year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// What a clock on the wall shows so many seconds after 1970-01-01T00:00:00.
struct WallClock {
    let day: CalendarDay
    let hour: Int64
    let minute: Int64
    let second: Int64

    init(seconds: Int64) {
        let days = seconds.flooredQuotient(86_400)
        let rest = seconds - days * 86_400
        day = CalendarDay(daysSinceEpoch: days)
        hour = rest / 3_600
        minute = rest % 3_600 / 60
        second = rest % 60
    }
}

extension Int64 {
    /// Division rounded down, for a positive divisor.
    fileprivate func flooredQuotient(_ divisor: Int64) -> Int64 {
        self / divisor - (self % divisor < 0 ? 1 : 0)
    }
}
