import LifecycleModel
import Rules
import WorkingCalendar

extension Migration {
    /// Carries every running clock over to its counterpart, counted anew from the day it was counted from.
    func carryClocks(_ state: TaskState, _ draft: inout Draft) {
        for (place, clock) in state.clocks.enumerated() where clock.isOpen {
            let reference = clock.reference
            guard let id = map.deadline(reference.id, of: reference.machine.kind) else {
                let stopped = DeadlineStopped(reference: reference, on: day, manner: .ended)
                draft.after.clocks[place].stopped = stopped
                draft.add(reference, .ended, clock.dates, nil, Phrase(vi: "bảng chuyển cho kết thúc", en: "the map ends it"))
                continue
            }
            let target = DeadlineReference(machine: reference.machine, id: id)
            guard let deadline = deadline(target) else {
                draft.block(
                    "deadline-missing",
                    "Thời hạn \(reference.inWords) đang chạy mà bộ quy tắc mới không có",
                    "The running deadline \(reference.inWords) has no counterpart in the new rules"
                )
                continue
            }
            guard let carried = carried(clock, to: deadline, target, state, &draft), carried != clock else { continue }
            draft.after.clocks[place] = carried
            draft.add(target, clock.change(to: carried), clock.dates, carried.dates, clock.reason(of: carried))
        }
    }

    private func carried(
        _ clock: Clock,
        to deadline: CompiledDeadline,
        _ target: DeadlineReference,
        _ state: TaskState,
        _ draft: inout Draft
    ) -> Clock? {
        let fact = { (name: FactName) in name.isOwn ? state.instance(target.machine)?.facts[name.name] : state.fact(name.path) }
        var start = clock.started.start
        let before = old.machine(target.machine.kind)?.definition.deadlines[clock.reference.id]?.starts.map(\.from) ?? []
        let names = Set(deadline.rule.starts.map(\.from))
        // Counted from another date than before: from that one, where there is only one and it is known.
        if Set(before) != names, names.count == 1, let name = names.first ?? nil, let date = state.date(name, target.machine) {
            start = date
        }
        let started: DeadlineStarted
        do throws(ClockStart.Lack) {
            started = try ClockStart(deadline, of: target.machine, fact: fact).started(from: nil, on: start, calendar)
        } catch {
            draft.block(
                "information-missing",
                "Thiếu thông tin \(error.path) để tính thời hạn \(target.inWords)",
                "Information missing for the deadline \(target.inWords): \(error.path)"
            )
            return nil
        }
        var carried = clock
        carried.started = started
        let stands = draft.after.state(of: target.machine).map(deadline.rule.suspendedIn.contains) ?? false
        if stands, !clock.isSuspended { carried.pauses.append(Clock.Pause(from: day)) }
        if !stands, clock.isSuspended { carried.pauses[carried.pauses.count - 1].until = day }
        let over = carried.pauses.compactMap { pause in pause.until.map { Suspension(from: pause.from, until: $0) } }
        carried.dates = calendar.dates(of: started.terms, from: started.start, suspensions: over)
        return carried
    }

    /// Starts the clocks that only the new definition has, where what starts them has happened and what stops them has not happened since.
    func startClocks(_ state: TaskState, _ draft: inout Draft) {
        var machines: [MachineReference] = [.task]
        for (kind, instances) in state.machines {
            machines += instances.filter { $0.end == nil }.map { MachineReference(kind: kind, number: $0.number) }
        }
        for machine in machines {
            let former = old.regime.machine(machine.kind)?.deadlines.keys.compactMap { map.deadline($0, of: machine.kind) } ?? []
            for deadline in new.machine(machine.kind)?.deadlines ?? [] where !former.contains(deadline.id) {
                start(deadline, of: machine, state, &draft)
            }
        }
    }

    private func start(_ deadline: CompiledDeadline, of machine: MachineReference, _ state: TaskState, _ draft: inout Draft) {
        let begun = deadline.rule.starts.compactMap { start in
            state.happened(start.event, of: machine).map { (on: $0, from: start.from) }
        }.max { $0.on < $1.on }
        guard let begun else { return }
        let stopped = deadline.rule.stops.compactMap { state.happened($0, of: machine) }.max()
        if let stopped, stopped >= begun.on { return }
        let target = DeadlineReference(machine: machine, id: deadline.id)
        let fact = { (name: FactName) in name.isOwn ? state.instance(machine)?.facts[name.name] : state.fact(name.path) }
        do throws(ClockStart.Lack) {
            var from = begun.on
            if let path = begun.from {
                guard let date = state.date(path, machine) else { throw ClockStart.Lack(path: path) }
                from = date
            }
            let started = try ClockStart(deadline, of: machine, fact: fact).started(from: nil, on: from, calendar)
            var clock = Clock(started: started)
            if draft.after.state(of: machine).map(deadline.rule.suspendedIn.contains) ?? false {
                clock.pauses.append(Clock.Pause(from: day))
            }
            draft.after.clocks.append(clock)
            let why = Phrase(vi: "chỉ bộ quy tắc mới có", en: "only the new rules have it")
            draft.add(target, .started, nil, clock.dates, why + started.article)
        } catch {
            draft.block(
                "information-missing",
                "Thiếu thông tin \(error.path) để mở thời hạn \(target.inWords)",
                "Information missing to start the deadline \(target.inWords): \(error.path)"
            )
        }
    }

    private func deadline(_ reference: DeadlineReference) -> CompiledDeadline? {
        new.machine(reference.machine.kind)?.deadlines.first { $0.id == reference.id }
    }
}

extension Migration.Draft {
    fileprivate mutating func add(
        _ clock: DeadlineReference,
        _ kind: Migration.ObligationChange.Kind,
        _ before: DeadlineDates?,
        _ after: DeadlineDates?,
        _ reason: Phrase
    ) {
        obligations.append(Migration.ObligationChange(clock: clock, kind: kind, before: before, after: after, reason: reason))
    }
}

extension TaskState {
    /// A date fact of the task or of one of its small machines.
    fileprivate func date(_ path: String, _ machine: MachineReference) -> CivilDate? {
        let name = FactName(path)
        return name.isOwn ? instance(machine)?.facts[name.name]?.date : fact(path)?.date
    }

    /// The last day an event happened to a machine (`event`, or `machine/event` for any of another kind); nil for the event: it was opened.
    fileprivate func happened(_ event: String?, of machine: MachineReference) -> CivilDate? {
        guard let event else { return machine == .task ? fact("task.proposed_on")?.date : instance(machine)?.openedOn }
        let steps = event.split(separator: "/", maxSplits: 1).map(String.init)
        if steps.count == 2 { return (machines[steps[0]] ?? []).compactMap { $0.fired[steps[1]]?.on }.max() }
        return machine == .task ? fired[event]?.on : instance(machine)?.fired[event]?.on
    }
}

extension DeadlineReference {
    /// `NT-1`, or `report:2 RP-1`.
    public var inWords: String { machine == .task ? id : "\(machine) \(id)" }
}

extension DeadlineStarted {
    /// The article it rests on, in brackets.
    fileprivate var article: Phrase { basis.map { Phrase(vi: " (\($0))", en: " (\($0))") } ?? Phrase(vi: "") }
}

extension Clock {
    /// What becomes of a clock that is carried over.
    fileprivate func change(to carried: Clock) -> Migration.ObligationChange.Kind {
        if carried.isSuspended != isSuspended { return carried.isSuspended ? .suspended : .resumed }
        return carried.dates == dates ? .restated : .moved
    }

    /// Why it is not what it was.
    fileprivate func reason(of carried: Clock) -> Phrase {
        var reasons: [Phrase] = []
        func differs(_ vi: String, _ en: String, _ old: Phrase?, _ new: Phrase?) {
            guard old != new else { return }
            let nothing = Phrase(vi: "không", en: "none")
            reasons.append(
                Phrase(vi: vi, en: en) + Phrase(vi: " ", en: " ") + (old ?? nothing) + Phrase(vi: " → ", en: " → ") + (new ?? nothing)
            )
        }
        func text(_ text: String?) -> Phrase? { text.map { Phrase(vi: $0, en: $0) } }
        let (old, new) = (started, carried.started)
        differs("mã", "name", text(old.reference.id), text(new.reference.id))
        differs("tính từ", "counted from", .day(old.start), .day(new.start))
        differs("độ dài", "term", old.terms.term.phrase, new.terms.term.phrase)
        differs("gia hạn", "grace", old.terms.grace?.phrase, new.terms.grace?.phrase)
        differs("khóa sau", "lock", old.terms.lock?.phrase, new.terms.lock?.phrase)
        if old.terms.roll != new.terms.roll || old.terms.direction != new.terms.direction {
            reasons.append(Phrase(vi: "cách tính đổi", en: "counted in another way"))
        }
        differs("người chịu", "owner", text(old.owner), text(new.owner))
        differs("căn cứ", "basis", text(old.basis), text(new.basis))
        if old.passing != new.passing { reasons.append(Phrase(vi: "hệ quả khi quá hạn đổi", en: "other consequences of passing")) }
        if carried.isSuspended != isSuspended {
            reasons.append(
                carried.isSuspended
                    ? Phrase(vi: "tạm dừng ở trạng thái mới", en: "stands still in the new state")
                    : Phrase(vi: "chạy tiếp ở trạng thái mới", en: "runs again in the new state")
            )
        }
        if reasons.isEmpty { reasons.append(Phrase(vi: "lịch làm việc đã đổi", en: "the working calendar has changed")) }
        return .list(reasons)
    }
}

extension Phrase {
    /// A day as each language writes it.
    fileprivate static func day(_ date: CivilDate) -> Phrase { Phrase(vi: date.vietnamese, en: date.description) }
}
