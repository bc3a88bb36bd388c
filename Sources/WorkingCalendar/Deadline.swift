public import CanonicalJSON
public import LifecycleModel

/// A deadline as a rule sets it: when something is due, how long it is tolerated, and when the door closes.
public struct DeadlineTerms: Sendable, Hashable {
    /// From the start event to the due date.
    public let term: Term
    /// From the due date to the end of tolerance.
    public let grace: Term?
    /// From the due date to the day after which it can no longer be done.
    public let lock: Term?
    /// Whether the due date is counted after the start event or before it.
    public let direction: CountingInputs.Direction
    /// What happens when one of the dates is off.
    public let roll: CountingInputs.Roll

    /// A deadline.
    public init(
        term: Term,
        grace: Term? = nil,
        lock: Term? = nil,
        direction: CountingInputs.Direction = .after,
        roll: CountingInputs.Roll = .none
    ) {
        self.term = term
        self.grace = grace
        self.lock = lock
        self.direction = direction
        self.roll = roll
    }
}

/// The dates of one deadline.
public struct DeadlineDates: Sendable, Hashable {
    /// The last day on time.
    public let due: CivilDate
    /// The last day of tolerance.
    public let grace: CivilDate?
    /// The last day on which it can be done at all.
    public let lock: CivilDate?

    /// Dates of a deadline.
    public init(due: CivilDate, grace: CivilDate? = nil, lock: CivilDate? = nil) {
        self.due = due
        self.grace = grace
        self.lock = lock
    }

    /// Where a day stands to a deadline.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// On time.
        case open
        /// Late, but within the time of grace.
        case grace
        /// Late.
        case overdue
        /// Too late.
        case locked
    }

    /// Where a day stands.
    public func standing(on day: CivilDate) -> Standing {
        if let lock, day > lock { return .locked }
        if day <= due { return .open }
        if let grace, day <= grace { return .grace }
        return .overdue
    }
}

extension WorkingCalendar {
    /// The dates of a deadline whose clock started on a day; grace and lock are counted from the due date, and the clock stands
    /// still for them too.
    public func dates(of terms: DeadlineTerms, from start: CivilDate, suspensions: [Suspension] = []) -> DeadlineDates {
        let inputs = CountingInputs(
            start: start,
            term: terms.term,
            direction: terms.direction,
            suspensions: suspensions,
            roll: terms.roll
        )
        let due = end(of: inputs)
        func later(_ term: Term?) -> CivilDate? {
            term.map { end(of: CountingInputs(start: due, term: $0, suspensions: suspensions, roll: terms.roll)) }
        }
        return DeadlineDates(due: due, grace: later(terms.grace), lock: later(terms.lock))
    }
}

extension DeadlineDates: JSONRepresentable {
    /// Reads the stored form.
    public init(json: JSONValue) throws(JSONShapeFault) {
        self.init(
            due: try json.value(at: "due"),
            grace: try json.optionalValue(at: "grace"),
            lock: try json.optionalValue(at: "lock")
        )
    }

    /// `{"due":…,"grace":…,"lock":…}` with null for a date that there is not.
    public var json: JSONValue {
        ["due": due.json, "grace": grace?.json ?? .null, "lock": lock?.json ?? .null]
    }
}
