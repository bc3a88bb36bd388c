extension CivilDate {
    /// The date so many days later, or earlier when negative.
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = Int(daysSinceEpoch).addingReportingOverflow(days)
        return overflow ? (days > 0 ? .latest : .earliest) : CivilDate(clampingDays: sum)
    }

    /// The same day so many months later; where that month is too short, its last day (31 January + 1 month = end of February).
    ///
    /// Source: Civil Code 2015 (Bộ luật Dân sự), Article 148(3).
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = parts
        let (total, overflow) = months.addingReportingOverflow(year * 12 + month - 1)
        guard !overflow, CivilDate.years.contains(total / 12) else { return months > 0 ? .latest : .earliest }
        let (newYear, newMonth) = (total / 12, total % 12 + 1)
        let newDay = min(day, CivilDate.daysIn(month: newMonth, year: newYear))
        return CivilDate(year: newYear, month: newMonth, day: newDay) ?? .latest
    }

    /// The same day so many years later; 29 February becomes the 28th where the year has none.
    public func adding(years: Int) -> CivilDate {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        return overflow ? (years > 0 ? .latest : .earliest) : adding(months: months)
    }

    /// How many days from this date to another; negative when the other is earlier.
    public func days(to other: CivilDate) -> Int {
        Int(other.daysSinceEpoch) - Int(daysSinceEpoch)
    }
}

extension CivilDate: Strideable {
    /// Days to another date.
    public func distance(to other: CivilDate) -> Int { days(to: other) }
    /// The date so many days later.
    public func advanced(by days: Int) -> CivilDate { adding(days: days) }
}
