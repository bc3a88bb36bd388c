public import LifecycleModel
public import Rules
public import WorkingCalendar

/// A clock about to be started: finds the date it counts from and the length of its term, then the three dates.
struct ClockStart {
    private let deadline: CompiledDeadline
    private let reference: DeadlineReference
    /// Looks up a fact.
    private let fact: (FactName) -> FactValue?

    /// What keeps a clock from being started: a fact that is not known.
    struct Lack: Error {
        let path: String
    }

    init(_ deadline: CompiledDeadline, of machine: MachineReference, fact: @escaping (FactName) -> FactValue?) {
        self.deadline = deadline
        reference = DeadlineReference(machine: machine, id: deadline.id)
        self.fact = fact
    }

    /// The happening, counted from a date fact or from the day.
    func started(from name: FactName?, on day: CivilDate, _ calendar: WorkingCalendar) throws(Lack) -> DeadlineStarted {
        var start = day
        if let name {
            guard let date = fact(name)?.date else { throw Lack(path: name.path) }
            start = date
        }
        let terms = try terms()
        return DeadlineStarted(
            reference: reference,
            dates: calendar.dates(of: terms, from: start),
            start: start,
            terms: terms,
            owner: deadline.rule.owner,
            basis: deadline.rule.basis,
            standing: deadline.rule.standing.rawValue,
            passing: deadline.rule.passing.map(PassingAct.init)
        )
    }

    private func terms() throws(Lack) -> DeadlineTerms {
        guard let times = deadline.times else { return deadline.terms }
        let term = deadline.rule.term
        guard let factor = fact(times)?.int, let multiplied = try? Term(term.amount * Int(clamping: min(factor, 10_000)), term.unit)
        else { throw Lack(path: times.path) }
        return deadline.rule.terms(multiplied)
    }
}

/// The clocks that run from the moment a task is registered (deadlines that start `on: opened`).
public func startingHappenings(
    _ rules: CompiledRegime,
    _ state: TaskState,
    on day: CivilDate,
    calendar: WorkingCalendar
) -> [Happening] {
    (rules.machine(Regime.taskMachine)?.openings ?? []).flatMap { turn in
        let clock = ClockStart(turn.deadline, of: .task) { state.fact($0.path) }
        return turn.starts.compactMap { from in (try? clock.started(from: from, on: day, calendar)).map(Happening.deadlineStarted) }
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
