import LifecycleModel
import WorkingCalendar

/// `automatic-loop`: clocks that fire events that start clocks again, round and round on one day without a person.
///
/// A clock lets a day pass when it counts forward, from the day of the event, for more than nothing. One that counts from a date fact, or
/// back, may be over at once.
struct AutomaticLoopValidator: RegimeValidator {
    func findings(in regime: Regime, parts: [Regime.Part]) -> [Finding] {
        var findings: [Finding] = []
        for part in parts {
            var follows: [String: Set<String>] = [:]
            for (_, _, deadline) in part.deadlines {
                let fired = deadline.passing.compactMap { consequence -> String? in
                    if case .fire(let event) = consequence.act { event } else { nil }
                }
                for start in deadline.starts {
                    let isOverAtOnce = deadline.isBackward || start.from != nil || deadline.term.amount == 0
                    if let event = start.event, isOverAtOnce { follows[event, default: []].formUnion(fired) }
                }
            }
            for (path, id, deadline) in part.deadlines {
                for (index, consequence) in deadline.passing.enumerated() {
                    guard case .fire(let event) = consequence.act,
                        StateGraph.reachable(from: follows[event] ?? [], by: follows).contains(event)
                    else { continue }
                    findings.append(
                        Finding(
                            "automatic-loop",
                            at: path / "passing" / index,
                            Phrase(
                                vi: "‘\(event)’ lại khởi động thời hạn ‘\(id)’: vòng lặp tự động trong một ngày",
                                en: "‘\(event)’ starts the deadline ‘\(id)’ again: an automatic loop within one day"
                            )
                        )
                    )
                }
            }
        }
        return findings
    }
}
