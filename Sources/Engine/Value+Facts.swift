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

    var value: Value { Self.shape.record([value(.bars), value(.code), value(.runningTasks)]) }

    /// One field of it.
    func value(_ field: FactSource.PartyField) -> Value {
        switch field {
        case .code: .string(code)
        case .bars: .list(bars.map(Value.string))
        case .runningTasks: .int(runningTasks)
        }
    }
}

extension TaskState.Instance {
    func value(overlay: [Arrival]) -> Value {
        var fields: [(key: String, value: Value)] = []
        fields.reserveCapacity(facts.count + FactSource.Standing.allCases.count)
        var standings = FactSource.Standing.allCases[...]
        for (name, fact) in facts {
            while let standing = standings.first, standing.rawValue.orderOfBytes(name) <= 0 {
                fields.append((standing.rawValue, value(standing)))
                standings.removeFirst()
            }
            // What it is cannot be overridden by a fact.
            if fields.last?.key != name { fields.append((name, fact.expressionValue)) }
        }
        for standing in standings { fields.append((standing.rawValue, value(standing))) }
        let arrived = overlay.filter { $0.fact.isOwn && FactSource.Standing(rawValue: $0.fact.name) == nil }
        return .map(arrived.reduce(MapValue(ordered: fields)) { $0.setting($1.fact.name, to: $1.value.expressionValue) })
    }

    /// What it is, beside its facts.
    func value(_ standing: FactSource.Standing) -> Value {
        switch standing {
        case .number: .int(number)
        case .state: .string(state)
        case .end: .string(end ?? "")
        case .closed: .bool(end != nil)
        case .openedOn: FactEnvironment.timestamp(openedOn)
        }
    }
}

extension Clock {
    /// What expressions see of a clock that never started.
    static let neverStarted = Value.record(["started": .bool(false)])

    /// One field of a clock that never started.
    static func absent(_ field: FactSource.ClockField) -> Value? {
        field == .started ? .bool(false) : nil
    }

    /// What expressions see of it on a day.
    func value(on day: CivilDate) -> Value {
        let fields: [FactSource.ClockField] = [.started, .open, .due, .grace, .lock, .met, .passed, .locked]
        return .record(Dictionary(uniqueKeysWithValues: fields.compactMap { field in value(field, on: day).map { (field.rawValue, $0) } }))
    }

    /// One field of that.
    func value(_ field: FactSource.ClockField, on day: CivilDate) -> Value? {
        switch field {
        case .started: .bool(true)
        case .open: .bool(isOpen)
        case .due: FactEnvironment.timestamp(dates.due)
        case .grace: FactEnvironment.timestamp(lastDay)
        case .lock: dates.lock.map(FactEnvironment.timestamp)
        case .met: .bool(isMet(on: day))
        case .passed: .bool(isPassed(on: day))
        case .locked: .bool(isLocked(on: day))
        }
    }
}
