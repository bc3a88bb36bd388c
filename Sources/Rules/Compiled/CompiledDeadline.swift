public import WorkingCalendar

/// A clock of the law with what never changes about it worked out.
public final class CompiledDeadline: Sendable {
    /// Its identifier, `NT-1`.
    public let id: String
    /// The deadline as the rule file says it.
    public let rule: Deadline
    /// Term, grace, lock and manner of counting; the term of a clock with `times` is that of one period.
    public let terms: DeadlineTerms
    /// The number fact the term is multiplied with.
    public let times: FactName?
    /// What starts it, each with the date fact it counts from; nil for the day it happened.
    let starts: [(event: String?, from: FactName?)]

    init(id: String, rule: Deadline, names: FactNames) {
        self.id = id
        self.rule = rule
        terms = rule.terms(rule.term)
        times = rule.times.map { names[$0] }
        starts = rule.starts.map { start in (start.event, start.from.map { names[$0] }) }
    }
}

extension Deadline {
    /// Grace, lock and manner of counting of this deadline, with a given term.
    public func terms(_ term: Term) -> DeadlineTerms {
        DeadlineTerms(
            term: term,
            grace: grace,
            lock: lock,
            direction: isBackward ? .before : .after,
            roll: rollsForward ? .nextWorkingDay : .none
        )
    }
}

/// What an event does to one clock.
public final class ClockTurn: Sendable {
    /// The clock.
    public let deadline: CompiledDeadline
    /// Whether the event stops it.
    public let stops: Bool
    /// The starts that the event brings, each with the date fact it counts from; nil for the day it happened.
    public let starts: [FactName?]

    /// What the event (nil: opening the machine) does to the clock; nil when it does nothing.
    init?(_ deadline: CompiledDeadline, event: String?) {
        self.deadline = deadline
        stops = event.map(deadline.rule.stops.contains) ?? false
        starts = deadline.starts.filter { $0.event == event }.map(\.from)
        if !stops && starts.isEmpty { return nil }
    }
}
