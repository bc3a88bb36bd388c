import Expressions
import LifecycleModel
import Rules
import WorkingCalendar

/// Writes down what an accepted transition brings: the move itself, its effects, and the clocks it stops, suspends and starts.
struct Recording {
    let attempt: Attempt
    let calendar: WorkingCalendar
    /// The state that is entered.
    private let entered: String
    private let destination: CompiledState.Meaning
    /// What happens, the move itself first.
    private(set) var happenings: [Happening] = []
    /// What keeps it from being worked out.
    private(set) var problems: [Blocker] = []
    /// Numbers given to small machines opened here, by kind.
    private var opened: [String: Int64] = [:]

    init(_ attempt: Attempt, _ calendar: WorkingCalendar) {
        self.attempt = attempt
        self.calendar = calendar
        entered = attempt.transition.rule.to ?? attempt.from.name
        destination = attempt.transition.destination ?? attempt.from.meaning
        let transition = attempt.transition
        happenings.reserveCapacity(1 + transition.rule.effects.count + 2 * transition.turns.count)
    }

    private var rule: Transition { attempt.transition.rule }
    private var rules: CompiledRegime { attempt.question.rules }
    private var reference: MachineReference { attempt.question.command.machine }
    private var day: CivilDate { attempt.question.command.day }
    private var task: PreparedTask { attempt.question.task }

    /// Works out effects and clocks.
    mutating func prepare() {
        happenings.append(
            .transitioned(
                Happening.Transitioned(
                    machine: reference,
                    event: attempt.transition.rule.event,
                    from: attempt.from.name,
                    to: entered,
                    end: destination.end,
                    countsAs: destination.countsAs,
                    since: since,
                    facts: attempt.facts,
                    documents: attempt.question.command.documents,
                    exceptions: []
                )
            )
        )
        for (index, effect) in attempt.transition.rule.effects.enumerated() { carryOut(effect, index) }
        turnClocks()
    }

    /// What the task counts as from now on since a day that a fact says.
    private var since: [String: CivilDate] {
        var since: [String: CivilDate] = [:]
        guard reference == .task else { return since }
        for dated in rules.datedStandings {
            let isNew = task.state.reached[dated.standing] == nil && destination.countsAs.contains(dated.standing)
            guard isNew || dated.isProof && attempt.facts[dated.fact.path] != nil else { continue }
            if let date = attempt.scope.fact(dated.fact)?.date ?? attempt.facts[dated.fact.path]?.date { since[dated.standing] = date }
        }
        return since
    }

    /// The same happenings, the move carrying the refusals a person overrode.
    func happenings(overriding blockers: [Blocker], _ grant: ExceptionGrant) -> [Happening] {
        guard case .transitioned(var move)? = happenings.first else { return happenings }
        move.exceptions = blockers.map { blocker in
            Happening.OverriddenBlocker(code: blocker.code, message: blocker.message.vi, basis: blocker.basis, grant: grant)
        }
        return [.transitioned(move)] + happenings.dropFirst()
    }

    /// Works out only what the schedules of the transition still owe; for a transition that was taken earlier.
    mutating func prepareOwed() {
        for (index, effect) in attempt.transition.rule.effects.enumerated() {
            if case .open(_, .some, _) = effect { carryOut(effect, index) }
        }
    }

    // MARK: Effects

    private mutating func carryOut(_ effect: Effect, _ index: Int) {
        switch effect {
        case .set: break
        case .open(let kind, let schedule, let facts): open(kind, schedule, facts.keys.sorted(), index)
        case .close(let kind, let states, let to): close(kind, states, to)
        case .raise(let flag, let label): happenings.append(.flagRaised(id: flag, label: label))
        case .clear(let flag):
            if task.state.flags[flag] != nil { happenings.append(.flagCleared(id: flag)) }
        case .bar(let party, let reason, let months, let basis):
            guard let code = code(of: party) else { return }
            let until = months.map { day.adding(months: $0) }
            happenings.append(
                .barred(Happening.Barred(party: party, code: code, reason: reason, from: day, until: until, basis: basis))
            )
        case .lift(let party):
            if task.state.bars.contains(where: { $0.barred.party == party && $0.canBeLifted }) {
                happenings.append(.barLifted(party: party, on: day))
            }
        case .publish(let page): happenings.append(.published(page: page))
        case .setRegime(let regime, let position):
            guard let definition = attempt.question.circumstances.releases[regime] else {
                lack("releases.\(regime)", for: rule.label)
                return
            }
            happenings.append(.regimeChanged(regime: regime, definition: definition, position: position))
        }
    }

    /// Who the party is: the task says it of host and investigator, the register of the others, so that whoever is entered later is barred, too.
    private func code(of party: String) -> String? {
        guard let fact = BarredParty(rawValue: party)?.fact else { return "" }
        return attempt.scope.fact(path: fact)?.text
    }

    private mutating func open(_ kind: String, _ schedule: Effect.Schedule?, _ names: [String], _ index: Int) {
        guard let machine = rules.machine(kind), kind != Regime.taskMachine else { return }
        var facts: [String: FactValue] = [:]
        for name in names {
            guard let expression = attempt.transition.effects["\(index)/\(name)"], let fact = machine.definition.facts[name]
            else { continue }
            do throws(EvaluationError) {
                guard let value = FactValue(try attempt.scope.evaluate(expression), kind: fact.type) else {
                    throw EvaluationError(.overflow(name))
                }
                facts[name] = value
            } catch {
                lack(error.missingPath ?? error.message, for: machine.definition.label)
            }
        }
        guard let schedule else {
            start(machine, facts)
            return
        }
        guard let last = periods(of: schedule, for: machine) else { return }
        let there = Set((task.state.machines[kind] ?? []).compactMap { $0.facts["period"]?.int })
        guard last > 0 else { return }
        for period in 1...Int64(last) where !there.contains(period) {
            var own = facts
            own["period"] = .int(period)
            start(machine, own)
        }
    }

    /// How many periods a schedule has; nil when a date for it is not known.
    private mutating func periods(of schedule: Effect.Schedule, for machine: CompiledMachine) -> Int? {
        guard let from = attempt.scope.fact(path: schedule.from)?.date else {
            lack(schedule.from, for: machine.definition.label)
            return nil
        }
        var last = schedule.count ?? 0
        guard let until = schedule.until else { return last }
        guard let end = attempt.scope.fact(path: until)?.date else {
            lack(until, for: machine.definition.label)
            return nil
        }
        while last < 600, from.adding(months: schedule.everyMonths * (last + 1)) <= end { last += 1 }
        return last
    }

    private mutating func start(_ machine: CompiledMachine, _ facts: [String: FactValue]) {
        let number = Int64(task.state.machines[machine.id]?.count ?? 0) + opened[machine.id, default: 0] + 1
        opened[machine.id, default: 0] += 1
        let reference = MachineReference(kind: machine.id, number: number)
        happenings.append(
            .machineOpened(Happening.MachineOpened(machine: reference, state: machine.definition.initial, facts: facts, on: day))
        )
        for turn in machine.openings { startClocks(turn, of: reference, own: facts) }
    }

    private mutating func close(_ kind: String, _ states: [String], _ to: String) {
        guard let machine = rules.machine(kind), kind != Regime.taskMachine else { return }
        let end = machine.definition.states[to]?.end?.rawValue
        for instance in task.state.machines[kind] ?? [] where states.contains(instance.state) {
            let closed = MachineReference(kind: kind, number: instance.number)
            happenings.append(
                .transitioned(
                    Happening.Transitioned(
                        machine: closed,
                        event: rule.event,
                        from: instance.state,
                        to: to,
                        end: end,
                        countsAs: [],
                        facts: [:],
                        documents: [],
                        exceptions: [],
                        isConsequence: true
                    )
                )
            )
            if end != nil { stopClocks(.ended) { $0.machine == closed } }
        }
    }

    // MARK: Clocks

    private mutating func turnClocks() {
        let ends = destination.end != nil
        let moved = reference
        if ends { stopClocks(.ended) { moved == .task || $0.machine == moved } }
        if !ends {
            for turn in attempt.transition.turns { carryOut(turn, of: moved) }
        }
        if task.state.end == nil {
            for turn in attempt.transition.taskTurns { carryOut(turn, of: .task) }
        }
        guard attempt.from.name != entered, !ends else { return }
        for deadline in attempt.question.machine.suspendable {
            suspend(deadline.rule, DeadlineReference(machine: moved, id: deadline.id))
        }
    }

    private mutating func carryOut(_ turn: ClockTurn, of machine: MachineReference) {
        let clock = DeadlineReference(machine: machine, id: turn.deadline.id)
        if turn.stops { stopClocks(nil) { $0 == clock } }
        for _ in turn.starts.prefix(1) { stopClocks(.replaced) { $0 == clock } }
        startClocks(turn, of: machine, own: [:])
    }

    /// Stops open clocks; without a given manner as met or late by the day, and met or late also beats `ended` when the event stops it.
    private mutating func stopClocks(_ manner: DeadlineStopped.Manner?, where fits: (DeadlineReference) -> Bool) {
        for run in task.openRuns where fits(run.reference) {
            guard !happenings.contains(where: { $0.stops(run.reference) }) else { continue }
            var how = manner ?? run.stopped(on: day)
            if how == .ended, isStoppedByEvent(run.reference) { how = run.stopped(on: day) }
            happenings.append(.deadlineStopped(DeadlineStopped(reference: run.reference, on: day, manner: how)))
        }
    }

    private func isStoppedByEvent(_ clock: DeadlineReference) -> Bool {
        if clock.machine == reference { return attempt.transition.turns.contains { $0.stops && $0.deadline.id == clock.id } }
        let deadline = rules.machine(clock.machine.kind)?.definition.deadlines[clock.id]
        return deadline?.stops.contains("\(reference.kind)/\(rule.event)") ?? false
    }

    private mutating func startClocks(_ turn: ClockTurn, of machine: MachineReference, own: [String: FactValue]) {
        guard !turn.starts.isEmpty else { return }
        let scope = attempt.scope
        let start = ClockStart(turn.deadline, of: machine) { fact in
            if fact.isOwn, let value = own[fact.name] { return value }
            return scope.fact(fact)
        }
        for from in turn.starts {
            do throws(ClockStart.Lack) {
                happenings.append(.deadlineStarted(try start.started(from: from, on: day, calendar)))
            } catch {
                lack(error.path, for: turn.deadline.rule.label)
            }
        }
    }

    private mutating func suspend(_ deadline: Deadline, _ reference: DeadlineReference) {
        guard let clock = task.openRuns.last(where: { $0.reference == reference })?.clock,
            !happenings.contains(where: { $0.stops(reference) })
        else { return }
        let stands = deadline.suspendedIn.contains(entered)
        if stands && !clock.isSuspended {
            happenings.append(.deadlineSuspended(reference, on: day))
        } else if !stands && clock.isSuspended {
            let dates = calendar.dates(of: clock.started.terms, from: clock.started.start, suspensions: clock.suspensions(until: day))
            happenings.append(.deadlineResumed(reference, on: day, dates: dates))
        }
    }

    private mutating func lack(_ path: String, for label: Phrase) {
        problems.append(
            Blocker(
                code: "information-missing",
                message: Phrase(
                    vi: "Thiếu thông tin: \(path) (cho «\(label.vi)»)",
                    en: "Information missing: \(path) (for \"\(label[.en])\")"
                ),
                facts: [Blocker.Fact(path: path, value: nil)]
            )
        )
    }
}

extension Happening {
    fileprivate func stops(_ reference: DeadlineReference) -> Bool {
        if case .deadlineStopped(let it) = self { it.reference == reference } else { false }
    }
}
