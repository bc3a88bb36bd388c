public import LifecycleModel
public import Rules
import WorkingCalendar

/// A date of a running clock that goes by, and one thing that brings.
public struct Passing: Sendable, Hashable {
    /// Which clock.
    public let clock: DeadlineReference
    /// The day the clock's counting starts from, which tells its runs apart.
    public let start: CivilDate
    /// The date that goes by.
    public let date: CivilDate
    /// What that brings.
    public let act: PassingAct

    /// The first day after the date, from which on it is brought.
    public var day: CivilDate { date.adding(days: 1) }

    /// Names for ever what is brought, of which run of which clock, and by which date: `task:0/NT-1/2026-01-05/due/2026-02-04/fire/fall-overdue`.
    public var key: String {
        "\(clock.machine.kind):\(clock.machine.number)/\(clock.id)/\(start)/\(act.at)/\(date)/\(act.act)/\(act.subject)"
    }
}

extension Passing: Comparable {
    /// By day; on one day by machine, clock and what is brought.
    public static func < (left: Passing, right: Passing) -> Bool {
        (left.date, left.clock.machine.kind, left.clock.machine.number, left.clock.id, left.act.subject)
            < (right.date, right.clock.machine.kind, right.clock.machine.number, right.clock.id, right.act.subject)
    }
}

extension Clock {
    /// Everything that passing its dates brings while it runs on; empty of one that is stopped or stands still.
    public var passings: [Passing] {
        guard isOpen, !isSuspended else { return [] }
        let started = started
        return started.passing.compactMap { act in
            date(of: act).map { Passing(clock: started.reference, start: started.start, date: $0, act: act) }
        }
    }

    /// The date after which an act comes; nil when the clock has no such date.
    private func date(of act: PassingAct) -> CivilDate? {
        switch act.at {
        case "due": dates.due
        case "grace": lastDay
        default: dates.lock
        }
    }

    /// What passing its dates has brought by a day while it still runs.
    public func acts(passedBy day: CivilDate) -> [PassingAct] {
        guard day > dates.due else { return [] }
        return passings.filter { day > $0.date }.map(\.act)
    }
}

extension TaskState {
    /// What its running clocks bring by a day, in order.
    public func passings(by day: CivilDate) -> [Passing] {
        let overdue = clocks.compactMapKnown { $1.isOpen && !$1.isSuspended && day > $1.dates.due ? $1 : nil }
        return overdue.flatMap(\.passings).filter { $0.day <= day }.sorted()
    }

    /// The events among `passings(by:)` that some transition takes where their machine stands now.
    public func automaticEvents(by day: CivilDate, under rules: CompiledRegime) -> [Passing] {
        passings(by: day).filter { passing in
            guard passing.act.act == "fire", let from = state(of: passing.clock.machine) else { return false }
            return !rules.transitions(of: passing.clock.machine.kind, from: from, event: passing.act.subject).isEmpty
        }
    }

    /// The day an automatic event is dated by: the first after the date, unless its machine moved later.
    public func day(of passing: Passing) -> CivilDate {
        let machine = passing.clock.machine
        return max(passing.day, machine == .task ? movedOn : instance(machine)?.movedOn ?? passing.day)
    }
}
