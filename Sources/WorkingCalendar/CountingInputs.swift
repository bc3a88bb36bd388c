public import CanonicalJSON
public import LifecycleModel

/// All that a counted date depends on besides the calendar; stored with the date, so that it can be counted again.
public struct CountingInputs: Sendable, Hashable {
    /// Which way is counted.
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        /// So long after the start.
        case after
        /// So long before the start.
        case before
    }

    /// What happens when the last day is off.
    public enum Roll: String, Sendable, Hashable, CaseIterable {
        /// It stays.
        case none
        /// It moves to the next working day in the direction of counting (Civil Code 2015, Article 148(5)); a date counted backwards
        /// so moves to the working day before, never shortening the notice it stands for.
        case nextWorkingDay = "next_working_day"
    }

    /// The day of the event; it is not counted itself (Civil Code 2015, Article 147(2)).
    public var start: CivilDate
    /// How long.
    public var term: Term
    /// Which way.
    public var direction: Direction
    /// When the clock stood still.
    public var suspensions: [Suspension]
    /// What happens when the last day is off.
    public var roll: Roll

    /// Inputs of a counting.
    public init(
        start: CivilDate,
        term: Term,
        direction: Direction = .after,
        suspensions: [Suspension] = [],
        roll: Roll = .none
    ) {
        self.start = start
        self.term = term
        self.direction = direction
        self.suspensions = suspensions
        self.roll = roll
    }
}

extension CountingInputs: JSONRepresentable {
    /// Reads the stored form; direction, suspensions and roll may be absent.
    public init(json: JSONValue) throws(JSONShapeFault) {
        let direction = try json.optionalMember("direction", expected: "after or before") { $0.string.flatMap(Direction.init) }
        let roll = try json.optionalMember("roll", expected: "none or next_working_day") { $0.string.flatMap(Roll.init) }
        self.init(
            start: try json.value(at: "start"),
            term: try json.value(at: "term"),
            direction: direction ?? .after,
            suspensions: try json.values(at: "suspensions"),
            roll: roll ?? .none
        )
    }

    /// The stored form.
    public var json: JSONValue {
        [
            "start": start.json, "term": term.json, "direction": .string(direction.rawValue), "suspensions": suspensions.json,
            "roll": .string(roll.rawValue),
        ]
    }
}
