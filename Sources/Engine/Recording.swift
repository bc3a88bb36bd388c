import Expressions
import LifecycleModel
import Rules
import WorkingCalendar

/// Writes down what an accepted transition brings: the move itself, its effects, and the clocks it stops, suspends and starts.
struct Recording {
    private let attempt: Attempt
    private let calendar: WorkingCalendar
    private var later: [Happening] = []
    private var problems: [Blocker] = []
    /// Numbers given to small machines opened here, by kind.
    private var opened: [String: Int64] = [:]

    init(_ attempt: Attempt, _ calendar: WorkingCalendar) {
        self.attempt = attempt
        self.calendar = calendar
    }

    private var rule: Transition { attempt.transition.rule }
    private var reference: MachineReference { attempt.command.machine }
    private var day: CivilDate { attempt.command.day }
    private var state: TaskState { attempt.state }
    private var entered: String { rule.to ?? attempt.from }

    /// Works out effects and clocks; answers with what keeps them from being worked out.
    mutating func prepare() -> [Blocker] {
        guard let machine = attempt.rules.regime.machine(reference.kind) else { return [] }
        for (index, effect) in rule.effects.enumerated() { carryOut(effect, index) }
        turnClocks(of: machine)
        return problems
    }

    /// The happenings in order, with the refusals a person overrode.
    func happenings(overriding blockers: [Blocker], _ grant: ExceptionGrant?) -> [Happening] {
        let definition = attempt.rules.regime.machine(reference.kind)?.states[entered]
        let exceptions = grant.map { grant in
            blockers.map { Happening.OverriddenBlocker(code: $0.code, message: $0.message.vi, basis: $0.basis, grant: grant) }
        }
        let move = Happening.Transitioned(
            machine: reference,
            event: rule.event,
            from: attempt.from,
            to: entered,
            end: definition?.end?.rawValue,
            countsAs: (definition?.countsAs ?? []).map(\.rawValue).sorted(),
            facts: attempt.facts,
            documents: attempt.command.documents,
            exceptions: exceptions ?? []
        )
        return [.transitioned(move)] + later
    }

    // MARK: Effects

    private mutating func carryOut(_ effect: Effect, _ index: Int) {
        switch effect {
        case .set: break
        case .open(let kind, let schedule, let facts): open(kind, schedule, facts.keys.sorted(), index)
        case .close(let kind, let states, let to): close(kind, states, to)
        case .raise(let flag, let label): later.append(.flagRaised(id: flag, label: label))
        case .clear(let flag):
            if state.flags[flag] != nil { later.append(.flagCleared(id: flag)) }
        case .bar(let party, let reason, let months, let basis):
            guard let code = partyCode(party) else { return }
            later.append(
                .barred(
                    Happening.Barred(
                        party: party,
                        code: code,
                        reason: reason,
                        from: day,
                        until: months.map { day.adding(months: $0) },
                        basis: basis
                    )
                )
            )
        case .lift(let party):
            if state.bars.contains(where: { $0.barred.party == party && $0.liftedOn == nil }) {
                later.append(.barLifted(party: party, on: day))
            }
        case .publish(let page): later.append(.published(page: page))
        case .setRegime(let regime, let position):
            guard let definition = attempt.circumstances.releases[regime] else {
                lack("releases.\(regime)", for: rule.label)
                return
            }
            later.append(.regimeChanged(regime: regime, definition: definition, position: position))
        }
    }

    private func partyCode(_ party: String) -> String? {
        attempt.scope.fact(party == "host" ? "task.host" : "task.investigator")?.text
    }

    private mutating func open(_ kind: String, _ schedule: Effect.Schedule?, _ names: [String], _ index: Int) {
        guard let machine = attempt.rules.regime.machines[kind] else { return }
        var facts: [String: FactValue] = [:]
        for name in names {
            guard let expression = attempt.transition.effectExpressions["\(index)/\(name)"], let fact = machine.facts[name] else {
                continue
            }
            do throws(EvaluationError) {
                guard let value = FactValue(try expression.evaluate(attempt.scope), kind: fact.type) else {
                    throw EvaluationError(.overflow(name))
                }
                facts[name] = value
            } catch {
                lack(error.missingPath ?? error.message, for: machine.label)
            }
        }
        guard let schedule else {
            start(kind, machine, facts)
            return
        }
        guard let from = attempt.scope.fact(schedule.from)?.date else {
            lack(schedule.from, for: machine.label)
            return
        }
        var last = schedule.count ?? 0
        if let until = schedule.until {
            guard let end = attempt.scope.fact(until)?.date else {
                lack(until, for: machine.label)
                return
            }
            while last < 600, from.adding(months: schedule.everyMonths * (last + 1)) <= end { last += 1 }
        }
        let there = Set((state.machines[kind] ?? []).compactMap { $0.facts["period"]?.int })
        guard last > 0 else { return }
        for period in 1...Int64(last) where !there.contains(period) {
            start(kind, machine, facts.merging(["period": .int(period)]) { $1 })
        }
    }

    private mutating func start(_ kind: String, _ machine: Machine, _ facts: [String: FactValue]) {
        let number = Int64(state.machines[kind]?.count ?? 0) + opened[kind, default: 0] + 1
        opened[kind, default: 0] += 1
        let reference = MachineReference(kind: kind, number: number)
        later.append(.machineOpened(Happening.MachineOpened(machine: reference, state: machine.initial, facts: facts, on: day)))
        for (id, deadline) in attempt.rules.deadlines(of: kind) {
            for begin in deadline.starts where begin.event == nil {
                startClock(deadline, DeadlineReference(machine: reference, id: id), from: begin.from, own: facts)
            }
        }
    }

    private mutating func close(_ kind: String, _ states: [String], _ to: String) {
        guard let machine = attempt.rules.regime.machines[kind] else { return }
        for instance in state.machines[kind] ?? [] where states.contains(instance.state) {
            let closed = MachineReference(kind: kind, number: instance.number)
            let definition = machine.states[to]
            later.append(
                .transitioned(
                    Happening.Transitioned(
                        machine: closed,
                        event: rule.event,
                        from: instance.state,
                        to: to,
                        end: definition?.end?.rawValue,
                        countsAs: [],
                        facts: [:],
                        documents: [],
                        exceptions: [],
                        isConsequence: true
                    )
                )
            )
            if definition?.end != nil { stopClocks(.ended) { $0.machine == closed } }
        }
    }

    // MARK: Clocks

    private mutating func turnClocks(of machine: Machine) {
        let ends = machine.states[entered]?.end != nil
        let moved = reference
        if ends { stopClocks(.ended) { moved == .task || $0.machine == moved } }
        turn(at: reference, event: rule.event, ends: ends)
        if reference != .task, state.end == nil {
            turn(at: .task, event: "\(reference.kind)/\(rule.event)", ends: false)
        }
        guard attempt.from != entered, !ends else { return }
        for (id, deadline) in attempt.rules.deadlines(of: reference.kind) where !deadline.suspendedIn.isEmpty {
            suspend(deadline, DeadlineReference(machine: reference, id: id))
        }
    }

    private mutating func turn(at machine: MachineReference, event: String, ends: Bool) {
        for (id, deadline) in attempt.rules.deadlines(of: machine.kind) {
            let clock = DeadlineReference(machine: machine, id: id)
            if deadline.stops.contains(event), !ends { stopClocks(nil) { $0 == clock } }
            guard !ends else { continue }
            for begin in deadline.starts where begin.event == event {
                stopClocks(.replaced) { $0 == clock }
                startClock(deadline, clock, from: begin.from, own: [:])
            }
        }
    }

    /// Stops open clocks; without a given manner as met or late by the day, and met or late also beats `ended` when the event stops it.
    private mutating func stopClocks(_ manner: DeadlineStopped.Manner?, where fits: (DeadlineReference) -> Bool) {
        for clock in state.clocks where clock.isOpen && fits(clock.started.reference) {
            let reference = clock.started.reference
            guard !later.contains(where: { $0.stops(reference) }) else { continue }
            let own = attempt.rules.regime.machine(reference.machine.kind)?.deadlines[reference.id]
            let stopsIt = own?.stops.contains(eventName(for: reference)) ?? false
            let kept: DeadlineStopped.Manner = clock.isMet(on: day) ? .met : .late
            let how = manner == nil || (manner == .ended && stopsIt) ? kept : manner ?? kept
            later.append(.deadlineStopped(DeadlineStopped(reference: reference, on: day, manner: how)))
        }
    }

    private func eventName(for clock: DeadlineReference) -> String {
        clock.machine == reference ? rule.event : "\(reference.kind)/\(rule.event)"
    }

    private mutating func startClock(_ deadline: Deadline, _ clock: DeadlineReference, from path: String?, own: [String: FactValue]) {
        let scope = attempt.scope
        let start = ClockStart(deadline: deadline, reference: clock) { path in
            path.hasPrefix("this.") ? own[String(path.dropFirst(5))] ?? scope.fact(path) : scope.fact(path)
        }
        do throws(ClockStart.Lack) {
            later.append(.deadlineStarted(try start.started(from: path, on: day, calendar)))
        } catch {
            lack(error.path, for: deadline.label)
        }
    }

    private mutating func suspend(_ deadline: Deadline, _ reference: DeadlineReference) {
        guard let clock = state.clock(reference), clock.isOpen, !later.contains(where: { $0.stops(reference) }) else { return }
        let stands = deadline.suspendedIn.contains(entered)
        if stands && !clock.isSuspended {
            later.append(.deadlineSuspended(reference, on: day))
        } else if !stands && clock.isSuspended {
            let dates = calendar.dates(of: clock.started.terms, from: clock.started.start, suspensions: clock.suspensions(until: day))
            later.append(.deadlineResumed(reference, on: day, dates: dates))
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
