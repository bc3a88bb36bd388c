public import LifecycleModel
import WorkingCalendar

extension TaskState {
    /// Flags that stand on a day: raised ones, and those that a clock's passed date brings.
    public func standingFlags(on day: CivilDate) -> [String: Phrase] {
        var standing = flags
        for passing in passings(by: day) where passing.act.act == "flag" {
            standing[passing.act.subject] = passing.act.text ?? Phrase(vi: passing.act.subject)
        }
        return standing
    }
}
