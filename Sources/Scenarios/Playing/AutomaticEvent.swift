import Engine
import LifecycleModel
import WorkingCalendar

/// An event that a clock fires by itself once one of its dates is over.
struct AutomaticEvent: Hashable, Comparable, CustomStringConvertible {
    /// The first day on which it can happen.
    let day: CivilDate
    /// The clock that fires it.
    let clock: DeadlineReference
    /// The event.
    let event: String

    /// `event`, or `machine:number/event`.
    var description: String { clock.machine == .task ? event : "\(clock.machine)/\(event)" }

    /// Everything that running clocks will fire, none before `today`.
    static func all(in state: TaskState, from today: CivilDate) -> [AutomaticEvent] {
        var events: [AutomaticEvent] = []
        for clock in state.clocks where clock.isOpen && !clock.isSuspended {
            for act in clock.started.passing where act.act == "fire" {
                guard let last = clock.date(of: act) else { continue }
                let day = max(last.adding(days: 1), today)
                events.append(AutomaticEvent(day: day, clock: clock.reference, event: act.subject))
            }
        }
        return events
    }

    static func < (left: AutomaticEvent, right: AutomaticEvent) -> Bool {
        (left.day, left.clock.machine.kind, left.clock.machine.number, left.clock.id, left.event)
            < (right.day, right.clock.machine.kind, right.clock.machine.number, right.clock.id, right.event)
    }
}

extension Clock {
    /// The date after which an act comes; nil when the clock has no such date.
    fileprivate func date(of act: PassingAct) -> CivilDate? {
        switch act.at {
        case "due": dates.due
        case "grace": lastDay
        default: dates.lock
        }
    }
}
