import Expressions
import LifecycleModel
import Rules
import WorkingCalendar

extension FactValue {
    /// The value expressions see.
    var expressionValue: Value {
        switch self {
        case .bool(let value): .bool(value)
        case .int(let value): .int(value)
        case .text(let value): .string(value)
        case .date(let value): FactEnvironment.timestamp(value)
        }
    }

    /// The fact an expression's value is, for a fact of that kind; nil when it is none.
    init?(_ value: Value, kind: Fact.Kind) {
        switch (value, kind) {
        case (.bool(let value), .bool): self = .bool(value)
        case (.int(let value), .int): self = .int(value)
        case (.int(let value), .dong):
            guard value >= 0 else { return nil }
            self = .int(value)
        case (.string(let value), .text), (.string(let value), .choice), (.string(let value), .organisation),
            (.string(let value), .person), (.string(let value), .programme):
            self = .text(value)
        case (.timestamp(let value), .date):
            guard let date = FactEnvironment.civilDate(value) else { return nil }
            self = .date(date)
        default: return nil
        }
    }
}

extension Actor {
    private static let shape = RecordShape(["id", "organisation", "roles"])

    var value: Value {
        Self.shape.record([.string(id), .string(organisation ?? ""), .list(roles.sorted().map(Value.string))])
    }
}

extension Circumstances.Party {
    private static let shape = RecordShape(["bars", "code", "running_tasks"])

    var value: Value { Self.shape.record([.list(bars.map(Value.string)), .string(code), .int(runningTasks)]) }
}

extension TaskState.Instance {
    func value(overlay: [Arrival]) -> Value {
        var fields = facts.mapValues(\.expressionValue)
        for arrival in overlay where arrival.fact.isOwn { fields[arrival.fact.name] = arrival.value.expressionValue }
        fields["number"] = .int(number)
        fields["state"] = .string(state)
        fields["end"] = .string(end ?? "")
        fields["closed"] = .bool(end != nil)
        fields["opened_on"] = FactEnvironment.timestamp(openedOn)
        return .record(fields)
    }
}

extension Clock {
    private static let shape = RecordShape(["due", "grace", "locked", "met", "open", "passed", "started"])
    private static let shapeWithLock = RecordShape(["due", "grace", "lock", "locked", "met", "open", "passed", "started"])

    /// What expressions see of a clock that never started.
    static let neverStarted = Value.record(["started": .bool(false)])

    /// What expressions see of it on a day.
    func value(on day: CivilDate) -> Value {
        let due = FactEnvironment.timestamp(dates.due)
        let grace = FactEnvironment.timestamp(lastDay)
        let met = isMet(on: day)
        guard let lock = dates.lock else {
            return Self.shape.record([due, grace, .bool(isLocked(on: day)), .bool(met), .bool(isOpen), .bool(!met), .bool(true)])
        }
        return Self.shapeWithLock.record([
            due, grace, FactEnvironment.timestamp(lock), .bool(isLocked(on: day)), .bool(met), .bool(isOpen), .bool(!met), .bool(true),
        ])
    }
}
