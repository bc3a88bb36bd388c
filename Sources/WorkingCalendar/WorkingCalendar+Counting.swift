public import LifecycleModel

extension WorkingCalendar {
    /// Counts a term from a start; the start day is not counted, the day after it (or before it) is day 1.
    ///
    /// Days on which the clock stood still are not counted; a term of months or years ends so many days later as the clock stood
    /// still between its start and its end. Should the end leave the years of `CivilDate`, it is their last (or first) day.
    public func count(
        from start: CivilDate,
        _ term: Term,
        direction: CountingInputs.Direction = .after,
        suspensions: [Suspension] = [],
        roll: CountingInputs.Roll = .none
    ) -> Counting {
        count(CountingInputs(start: start, term: term, direction: direction, suspensions: suspensions, roll: roll))
    }

    /// Counts again from stored inputs.
    public func count(_ inputs: CountingInputs) -> Counting {
        let run = CountingRun(calendar: self, inputs: inputs)
        let nominal = run.nominalEnd
        let reached = run.reachedEnd(from: nominal)
        return Counting(inputs: inputs, calendar: self, nominalEnd: nominal, reached: reached, end: run.rolled(reached))
    }

    /// The date counted to, without the account of how.
    func end(of inputs: CountingInputs) -> CivilDate {
        let run = CountingRun(calendar: self, inputs: inputs)
        return run.rolled(run.reachedEnd(from: run.nominalEnd))
    }
}

/// One counting under way.
struct CountingRun {
    let calendar: WorkingCalendar
    let inputs: CountingInputs
    let spans: [Range<CivilDate>]

    init(calendar: WorkingCalendar, inputs: CountingInputs) {
        self.calendar = calendar
        self.inputs = inputs
        spans = inputs.suspensions.isEmpty ? [] : inputs.suspensions.spans
    }

    private var sign: Int { inputs.direction == .after ? 1 : -1 }

    /// For months and years, where the term would end had the clock never stood still; for days, the start.
    var nominalEnd: CivilDate {
        switch inputs.term.unit {
        case .months: inputs.start.adding(months: sign * inputs.term.amount)
        case .years: inputs.start.adding(years: sign * inputs.term.amount)
        case .calendarDays, .workingDays: inputs.start
        }
    }

    /// Where the term ends before any roll.
    func reachedEnd(from nominal: CivilDate) -> CivilDate {
        switch inputs.term.unit {
        case .months, .years: extended(nominal)
        case .calendarDays, .workingDays: dayReached
        }
    }

    /// An end moved to a day that is worked, where the inputs ask for that.
    func rolled(_ end: CivilDate) -> CivilDate {
        switch (inputs.roll, inputs.direction) {
        case (.none, _): end
        case (.nextWorkingDay, .after): calendar.workingDay(onOrAfter: end)
        case (.nextWorkingDay, .before): calendar.workingDay(onOrBefore: end)
        }
    }

    /// The end moved by the days that stood still within the term, until moving it takes in no more of them.
    private func extended(_ nominal: CivilDate) -> CivilDate {
        guard !spans.isEmpty else { return nominal }
        var end = nominal
        while true {
            let moved = nominal.adding(days: sign * suspended(.calendarDays, upTo: end))
            if moved == end { return end }
            end = moved
        }
    }

    /// The first day on which the wanted number of days has been counted; found by halving, for the number never shrinks on the way.
    private var dayReached: CivilDate {
        let limit = inputs.direction == .after ? CivilDate.latest : .earliest
        guard inputs.term.amount > 0 else { return inputs.start }
        if spans.isEmpty, inputs.term.unit == .calendarDays { return inputs.start.adding(days: sign * inputs.term.amount) }
        let furthest = max(1, abs(inputs.start.days(to: limit)))
        var (low, high) = (1, min(furthest, 2 * inputs.term.amount))
        while high < furthest, counted(upTo: inputs.start.adding(days: sign * high)) < inputs.term.amount {
            (low, high) = (high + 1, min(furthest, 4 * high))
        }
        while low < high {
            let middle = (low + high) / 2
            if counted(upTo: inputs.start.adding(days: sign * middle)) >= inputs.term.amount {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return inputs.start.adding(days: sign * low)
    }

    /// Counted days from the start, which does not count, to a date in the direction of counting, which does.
    func counted(upTo date: CivilDate) -> Int {
        let unit: Term.Unit = inputs.term.unit == .workingDays ? .workingDays : .calendarDays
        let all = abs(calendar.difference(from: inputs.start, to: date, working: unit == .workingDays))
        return all - suspended(unit, upTo: date)
    }

    /// Days among them on which the clock stood still.
    private func suspended(_ unit: Term.Unit, upTo date: CivilDate) -> Int {
        guard !spans.isEmpty else { return 0 }
        let term =
            inputs.direction == .after
            ? inputs.start.adding(days: 1)..<max(date, inputs.start).adding(days: 1)
            : min(date, inputs.start)..<inputs.start
        return spans.reduce(0) { sum, span in
            let inside = span.clamped(to: term)
            guard !inside.isEmpty else { return sum }
            let before = inside.lowerBound.adding(days: -1)
            return sum + calendar.total(unit, through: inside.upperBound.adding(days: -1)) - calendar.total(unit, through: before)
        }
    }
}
