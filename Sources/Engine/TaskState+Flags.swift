public import LifecycleModel
import WorkingCalendar

extension TaskState {
    /// Flags that stand on a day: raised ones, and those that a clock's passed date brings.
    public func standingFlags(on day: CivilDate) -> [String: Phrase] {
        var standing = flags
        for clock in clocks where clock.isOpen && !clock.isSuspended && day > clock.dates.due {
            for act in clock.acts(passedBy: day) where act.act == "flag" {
                standing[act.subject] = act.text ?? Phrase(vi: act.subject)
            }
        }
        return standing
    }
}

extension Clock {
    /// What passing its dates has brought by a day while it still runs.
    public func acts(passedBy day: CivilDate) -> [PassingAct] {
        guard isOpen, !isSuspended else { return [] }
        return started.passing.filter { act in
            switch act.at {
            case "due": day > dates.due
            case "grace": day > lastDay
            default: dates.lock.map { day > $0 } ?? false
            }
        }
    }
}
