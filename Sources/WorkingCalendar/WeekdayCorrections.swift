import LifecycleModel

/// Working days through any date in logarithmic time: whole weeks by arithmetic, then what the table adds or takes away.
struct WeekdayCorrections: Sendable, Hashable {
    private var dates: [CivilDate] = []
    /// The sum of all corrections through the date at the same place.
    private var sums: [Int] = []

    init(_ table: HolidayTable) {
        var sum = 0
        for day in table.days {
            switch (day.kind, day.date.weekday.isWeekend) {
            case (.off, false): sum -= 1
            case (.work, true): sum += 1
            default: continue
            }
            dates.append(day.date)
            sums.append(sum)
        }
    }

    func workingDays(through date: CivilDate) -> Int {
        let place = partitioningIndex(after: date)
        return Self.weekdays(through: date) + (place == 0 ? 0 : sums[place - 1])
    }

    /// Mondays to Fridays from Monday 29 December 1969 through a date; negative before it.
    private static func weekdays(through date: CivilDate) -> Int {
        let days = Int(date.daysSinceEpoch) + 4
        let weeks = days >= 0 ? days / 7 : (days - 6) / 7
        return weeks * 5 + min(days - weeks * 7, 5)
    }

    /// How many of the dates are not after a date.
    private func partitioningIndex(after date: CivilDate) -> Int {
        var (low, high) = (0, dates.count)
        while low < high {
            let middle = (low + high) / 2
            if dates[middle] <= date { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
