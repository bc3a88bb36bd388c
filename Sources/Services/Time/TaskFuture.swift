public import Engine
public import LifecycleModel
public import Rules
public import Store
import WorkingCalendar

/// What the calendar alone will do to a task until a day, if nobody does anything: reminders, flags, bars and their ends, events that fire by
/// themselves. Nothing is written.
public struct TaskFuture: Sendable {
    /// The task as it stands, and as it will stand on the day.
    public let row: TaskRow
    /// State now and then.
    public let now, then: TaskState
    /// The task's rules.
    public let regime: Regime
    /// What happens, by day.
    public let entries: [Entry]

    /// One thing that happens.
    public struct Entry: Sendable {
        /// The day.
        public let day: CivilDate
        /// What happens.
        public let what: What
        /// The clock behind it; nil: none.
        public let clock: DeadlineReference?
        /// What people call that clock.
        public let label: Phrase
        /// Its due date.
        public let due: CivilDate?
    }

    /// What can happen.
    public enum What: Sendable {
        /// The role is reminded.
        case reminder(role: Phrase)
        /// The task carries a flag from then on.
        case flag(Phrase)
        /// A party is barred from new tasks from then on.
        case bar(party: String, reason: Phrase)
        /// A bar that has a last day ends.
        case barEnds(reason: Phrase)
        /// An event fires by itself: its label, and the states it leads from and to.
        case event(Phrase, from: Phrase, to: Phrase)
        /// An event would fire, but the rules refuse it.
        case refused(Phrase, [Blocker])
    }

    /// Looks ahead.
    ///
    /// - Throws: `UseCaseFault` when there is no such task, or the day lies before today.
    public init(_ code: String, until day: CivilDate, _ surroundings: Surroundings, in reader: any StoreReader) throws {
        let today = surroundings.today
        guard day >= today else {
            throw UseCaseFault(
                .badData,
                "day-past",
                Phrase(
                    vi: "Ngày \(day.vietnamese) đã qua (hôm nay \(today.vietnamese))",
                    en: "\(day) is past (today is \(today))"
                ),
                hint: Phrase(vi: "Chọn một ngày từ hôm nay trở đi", en: "Choose a day from today on")
            )
        }
        row = try requireTask(code, in: reader)
        let rules = try Definitions().regime(row.definition, in: reader)
        regime = rules.regime
        now = try TaskState(of: row)
        var walk = Walk(state: now, rules: rules, today: today)
        walk.entries += now.barEnds(after: today, until: day)
        try walk.go(until: day, AutomaticEvents(surroundings), in: reader)
        then = walk.state
        entries = (walk.entries + walk.reminders(until: day)).sorted { $0.day < $1.day }
    }

    /// Letting one day after the other pass.
    private struct Walk {
        var state: TaskState
        let rules: CompiledRegime
        let today: CivilDate
        var entries: [Entry] = []

        mutating func go(until day: CivilDate, _ events: AutomaticEvents, in reader: any StoreReader) throws {
            var seen = Set(state.passings(by: today).filter { $0.act.act != "fire" })
            while let passing = state.passings(by: day).first(where: { !seen.contains($0) }) {
                seen.insert(passing)
                switch passing.act.act {
                case "flag": note(passing, .flag(passing.act.text ?? Phrase(vi: passing.act.subject)))
                case "bar": note(passing, .bar(party: passing.act.subject, reason: passing.act.text ?? Phrase(vi: passing.act.subject)))
                default: try fire(passing, events, in: reader)
                }
            }
        }

        private mutating func fire(_ passing: Passing, _ events: AutomaticEvents, in reader: any StoreReader) throws {
            let earlier = state
            // What the job has not brought yet it will date by the day it concerns.
            let date = max(passing.day, today)
            let (passed, refused) = try events.pass(&state, by: date, under: rules, in: reader)
            for one in passed {
                let machine = one.passing.clock.machine
                let states = rules.regime.machine(machine.kind)?.states ?? [:]
                let (from, to) = (earlier.state(of: machine) ?? "", state.state(of: machine) ?? "")
                let label = rules.regime.label(of: one.passing.act.subject, on: machine)
                note(
                    one.passing,
                    .event(label, from: states[from]?.label ?? Phrase(vi: from), to: states[to]?.label ?? Phrase(vi: to)),
                    on: one.day
                )
            }
            for one in refused where one.passing == passing {
                note(one.passing, .refused(rules.regime.label(of: passing.act.subject, on: passing.clock.machine), one.blockers), on: date)
            }
        }

        private mutating func note(_ passing: Passing, _ what: What, on day: CivilDate? = nil) {
            let clock = state.clocks.last { $0.reference == passing.clock }
            entries.append(
                Entry(
                    day: day ?? passing.day,
                    what: what,
                    clock: passing.clock,
                    label: rules.regime.label(of: passing.clock),
                    due: clock?.dates.due ?? passing.date
                )
            )
        }

        /// The rungs of clocks that run at the end: those of clocks that stop on the way are few and would come before.
        func reminders(until day: CivilDate) -> [Entry] {
            state.openClocks.filter { !$0.isSuspended }.flatMap { clock -> [Entry] in
                let reference = clock.reference
                guard let deadline = rules.regime.machine(reference.machine.kind)?.deadlines[reference.id] else { return [] }
                return deadline.reminders.map { clock.dates.due.adding(days: $0) }.filter { $0 > today && $0 <= day }.map { date in
                    Entry(
                        day: date,
                        what: .reminder(role: rules.regime.roles[deadline.owner]?.label ?? Phrase(vi: deadline.owner)),
                        clock: reference,
                        label: rules.regime.label(of: reference),
                        due: clock.dates.due
                    )
                }
            }
        }
    }
}

extension TaskState {
    /// Ends of bars that have a last day.
    fileprivate func barEnds(after today: CivilDate, until day: CivilDate) -> [TaskFuture.Entry] {
        bars.compactMap { bar in
            guard bar.liftedOn == nil, let until = bar.barred.until, until >= today, until < day else { return nil }
            return TaskFuture.Entry(
                day: until.adding(days: 1),
                what: .barEnds(reason: bar.barred.reason),
                clock: nil,
                label: Phrase(vi: ""),
                due: until
            )
        }
    }
}

extension Regime {
    /// What people call a clock, and the small machine it belongs to.
    fileprivate func label(of clock: DeadlineReference) -> Phrase {
        guard let machine = machine(clock.machine.kind), let deadline = machine.deadlines[clock.id] else { return Phrase(vi: clock.id) }
        return PassingWords.subject(clock.machine.number, machine, deadline)
    }

    fileprivate func label(of event: String, on machine: MachineReference) -> Phrase {
        self.machine(machine.kind)?.transitions.first { $0.event == event }?.label ?? Phrase(vi: event)
    }
}
