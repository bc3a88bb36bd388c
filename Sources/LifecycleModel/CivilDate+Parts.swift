extension CivilDate {
    /// Year, month and day together, for callers that need more than one of them.
    public var parts: (year: Int, month: Int, day: Int) {
        // Inverse of `daysFromEpoch` (Howard Hinnant's `civil_from_days`); all dates here are after year 0, so no negative eras.
        let days = Int(daysSinceEpoch) + 719_468
        let era = days / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The year, such as 2026.
    public var year: Int { parts.year }
    /// The month, 1–12.
    public var month: Int { parts.month }
    /// The day of the month, 1–31.
    public var day: Int { parts.day }

    /// The day of the week.
    public var weekday: Weekday {
        // 1 January 1970 was a Thursday.
        Weekday.allCases[((Int(daysSinceEpoch) + 3) % 7 + 7) % 7]
    }

    /// The first day of this date's year.
    public var startOfYear: CivilDate { CivilDate(year: year, month: 1, day: 1) ?? .earliest }
    /// The last day of this date's month.
    public var endOfMonth: CivilDate {
        let (year, month, day) = parts
        return adding(days: CivilDate.daysIn(month: month, year: year) - day)
    }
}
