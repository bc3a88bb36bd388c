public import CanonicalJSON
public import LifecycleModel
public import WorkingCalendar

/// A due date of a clock, and the mornings on which it was the one in force: a clock that stood still for a while had an earlier one before.
public struct DueInForce: Sendable, Hashable {
    /// The due date.
    public let due: CivilDate
    /// The day on which it came into force: the clock was started or ran on.
    public let since: CivilDate
    /// The day on which the clock stood still, was stopped or, nil, not yet.
    public let until: CivilDate?

    /// Whether it was in force on the morning of a day.
    public func covers(morningOf day: CivilDate) -> Bool {
        day > since && until.map { day <= $0 } ?? true
    }

    /// All due dates that a clock has had.
    ///
    /// - Parameters:
    ///   - inputs: the inputs of its computation, as `Clock.inputs` gives them.
    ///   - due: the one it has now, or had last.
    ///   - stoppedOn: when it was stopped.
    ///   - calendar: counts the earlier ones.
    public static func all(
        inputs: JSONValue,
        due: CivilDate,
        stoppedOn: CivilDate?,
        calendar: WorkingCalendar
    ) throws(JSONShapeFault) -> [DueInForce] {
        let start = try inputs.date(at: "start")
        let terms = try DeadlineTerms(members: inputs["terms"] ?? .null)
        var pauses: [(from: CivilDate, until: CivilDate?)] = []
        for pause in inputs["pauses"]?.array ?? [] {
            let until = pause["until"].flatMap { $0.isNull ? nil : $0 }
            pauses.append((try pause.date(at: "from"), until == nil ? nil : try pause.date(at: "until")))
        }
        var found: [DueInForce] = []
        var since = start
        for (place, pause) in pauses.enumerated() {
            let before = pauses[..<place].map { Suspension(from: $0.from, until: $0.until ?? pause.from) }
            // One that still stands has moved nothing yet.
            let own = pause.until == nil ? due : calendar.dates(of: terms, from: start, suspensions: before).due
            found.append(DueInForce(due: own, since: since, until: pause.from))
            guard let until = pause.until else { return found }
            since = until
        }
        return found + [DueInForce(due: due, since: since, until: stoppedOn)]
    }
}
