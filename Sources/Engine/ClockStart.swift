public import LifecycleModel
public import Rules
public import WorkingCalendar

/// A clock about to be started: finds the date it counts from and the length of its term, then the three dates.
struct ClockStart {
    let deadline: Deadline
    let reference: DeadlineReference
    /// Looks up a fact by path.
    let fact: (String) -> FactValue?

    /// What keeps a clock from being started: a fact that is not known.
    struct Lack: Error {
        let path: String
    }

    /// The happening, counted from the fact at `path` or from the day.
    func started(from path: String?, on day: CivilDate, _ calendar: WorkingCalendar) throws(Lack) -> DeadlineStarted {
        var start = day
        if let path {
            guard let date = fact(path)?.date else { throw Lack(path: path) }
            start = date
        }
        var term = deadline.term
        if let times = deadline.times {
            guard let factor = fact(times)?.int, let multiplied = try? Term(term.amount * Int(clamping: min(factor, 10_000)), term.unit)
            else {
                throw Lack(path: times)
            }
            term = multiplied
        }
        let terms = DeadlineTerms(
            term: term,
            grace: deadline.grace,
            lock: deadline.lock,
            direction: deadline.isBackward ? .before : .after,
            roll: deadline.rollsForward ? .nextWorkingDay : .none
        )
        return DeadlineStarted(
            reference: reference,
            dates: calendar.dates(of: terms, from: start),
            start: start,
            terms: terms,
            owner: deadline.owner,
            basis: deadline.basis,
            standing: deadline.standing.rawValue,
            passing: deadline.passing.map(PassingAct.init)
        )
    }
}

/// The clocks that run from the moment a task is registered (deadlines that start `on: opened`).
public func startingHappenings(
    _ rules: CompiledRegime,
    _ state: TaskState,
    on day: CivilDate,
    calendar: WorkingCalendar
) -> [Happening] {
    rules.regime.task.deadlines.sorted { $0.key < $1.key }.flatMap { id, deadline in
        deadline.starts.filter { $0.event == nil }.compactMap { begin -> Happening? in
            let clock = ClockStart(deadline: deadline, reference: DeadlineReference(machine: .task, id: id), fact: state.fact)
            return (try? clock.started(from: begin.from, on: day, calendar)).map(Happening.deadlineStarted)
        }
    }
}

extension PassingAct {
    fileprivate init(_ consequence: Deadline.Consequence) {
        switch consequence.act {
        case .flag(let id, let label): self.init(at: consequence.at.rawValue, act: "flag", subject: id, text: label)
        case .fire(let event): self.init(at: consequence.at.rawValue, act: "fire", subject: event, text: nil)
        case .bar(let party, let reason): self.init(at: consequence.at.rawValue, act: "bar", subject: party, text: reason)
        }
    }
}
