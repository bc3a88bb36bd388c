public import LifecycleModel

/// One line of a counting: a day and what it did.
public struct CountingStep: Sendable, Hashable {
    /// What a day did.
    public enum Kind: Sendable, Hashable {
        /// It counted as number so many of the term.
        case counted(Int)
        /// It did not count.
        case skipped
        /// It makes up for a suspended day, number so many, at the end of a term of months or years.
        case extended(Int)
        /// The end came to rest here, because the last counted day is off.
        case rolled
    }

    /// The day; for months and years, the day on which the month or year is full.
    public let date: CivilDate
    /// What it did.
    public let kind: Kind
    /// Why it did not count, or what is special about it.
    public let note: Phrase?

    /// The number within the term, when it counted.
    public var ordinal: Int? {
        if case .counted(let number) = kind { number } else { nil }
    }
}

/// The lines of a counting, each made when it is asked for.
///
/// A term of days has a line a day; one of months or years has a line for each of them, then one for each day that makes up for a
/// suspension. After that, a line for each day over which the end rolls on.
public struct CountingSteps: Sendable, RandomAccessCollection {
    private let counting: Counting
    private let run: CountingRun
    private let sign: Int
    private let marks: Int
    private let extensions: Int
    private let rolls: Int

    init(_ counting: Counting) {
        self.counting = counting
        run = CountingRun(calendar: counting.calendar, inputs: counting.inputs)
        sign = counting.inputs.direction == .after ? 1 : -1
        switch counting.inputs.term.unit {
        case .calendarDays, .workingDays:
            marks = abs(counting.start.days(to: counting.reached))
            extensions = 0
        case .months, .years:
            marks = counting.inputs.term.amount
            extensions = abs(counting.nominalEnd.days(to: counting.reached))
        }
        rolls = abs(counting.reached.days(to: counting.end))
    }

    /// Zero.
    public var startIndex: Int { 0 }
    /// The number of lines.
    public var endIndex: Int { marks + extensions + rolls }

    /// The line at a place.
    public subscript(index: Int) -> CountingStep {
        switch index {
        case ..<marks: mark(index + 1)
        case ..<(marks + extensions): extensionDay(index - marks + 1)
        default: rollDay(index - marks - extensions + 1)
        }
    }

    private func mark(_ number: Int) -> CountingStep {
        let start = counting.start
        switch counting.inputs.term.unit {
        case .months: return CountingStep(date: start.adding(months: sign * number), kind: .counted(number), note: nil)
        case .years: return CountingStep(date: start.adding(years: sign * number), kind: .counted(number), note: nil)
        case .calendarDays, .workingDays: return day(start.adding(days: sign * number))
        }
    }

    private func day(_ date: CivilDate) -> CountingStep {
        if let suspension = counting.inputs.suspensions.first(where: { $0.contains(date) }) {
            return CountingStep(date: date, kind: .skipped, note: suspension.reason ?? Self.standing)
        }
        let status = counting.calendar.status(of: date)
        let counts = status.isWorking || counting.inputs.term.unit == .calendarDays
        return CountingStep(date: date, kind: counts ? .counted(run.counted(upTo: date)) : .skipped, note: status.note)
    }

    private func extensionDay(_ number: Int) -> CountingStep {
        CountingStep(date: counting.nominalEnd.adding(days: sign * number), kind: .extended(number), note: Self.makingUp)
    }

    private func rollDay(_ number: Int) -> CountingStep {
        let date = counting.reached.adding(days: sign * number)
        let isEnd = number == rolls
        return CountingStep(
            date: date,
            kind: isEnd ? .rolled : .skipped,
            note: isEnd ? Self.rolledOn : counting.calendar.status(of: date).note
        )
    }

    private static let standing = Phrase(vi: "tạm dừng tính thời hạn", en: "clock suspended")
    private static let makingUp = Phrase(vi: "bù ngày tạm dừng", en: "makes up for a suspended day")
    private static let rolledOn = Phrase(
        vi: "ngày cuối là ngày nghỉ, chuyển sang ngày làm việc",
        en: "the last day is off: moved to a working day"
    )
}
