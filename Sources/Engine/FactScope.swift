import Expressions
public import LifecycleModel
import Rules
import WorkingCalendar

/// The facts a requirement is judged on: the task's state, what comes with the command laid over it, and what lies outside.
///
/// Values are made when first asked for and kept for the other requirements of the same decision.
final class FactScope: Activation {
    private let rules: CompiledRegime
    private let task: PreparedTask
    private var state: TaskState { task.state }
    private let machine: MachineReference
    private let actor: Actor
    private let day: CivilDate
    private let circumstances: Circumstances
    private let attached: [AttachedDocument]
    private var arriving: [String: FactValue]
    private var made: [String: Value] = [:]

    init(
        _ rules: CompiledRegime,
        _ task: PreparedTask,
        machine: MachineReference,
        actor: Actor,
        day: CivilDate,
        circumstances: Circumstances,
        arriving: [String: FactValue] = [:],
        attached: [AttachedDocument] = []
    ) {
        self.rules = rules
        self.task = task
        self.machine = machine
        self.actor = actor
        self.day = day
        self.circumstances = circumstances
        self.arriving = arriving
        self.attached = attached
    }

    /// Lays a computed fact over the others.
    func add(_ path: String, _ value: FactValue) {
        arriving[path] = value
        if let dot = path.firstIndex(of: ".") { made[String(path[..<dot])] = nil }
    }

    /// The fact of that path with what comes with the command laid over.
    func fact(_ path: String) -> FactValue? {
        if let value = arriving[path] { return value }
        if path.hasPrefix("this.") { return state.instance(machine)?.facts[String(path.dropFirst(5))] }
        return state.fact(path)
    }

    func value(of name: String) -> Value? {
        if name == "param" { return rules.parameters }
        if let value = made[name] { return value }
        let value = make(name)
        made[name] = value
        return value
    }

    private func make(_ name: String) -> Value? {
        switch name {
        case "today": return FactEnvironment.timestamp(day)
        case "actor":
            return .record([
                "id": .string(actor.id), "roles": .list(actor.roles.sorted().map(Value.string)),
                "organisation": .string(actor.organisation ?? ""),
            ])
        case "documents": return documents
        case "fired": return fired
        case "flags": return .list(state.standingFlags(on: day).keys.sorted().map(Value.string))
        case "host": return circumstances.host.value
        case "investigator": return circumstances.investigator.value
        case "this":
            guard let instance = state.instance(machine) else { return nil }
            return instance.value(overlay: arriving)
        default: break
        }
        if name.hasPrefix("machines.") { return instances(String(name.dropFirst(9))) }
        if name.hasPrefix("deadlines.") { return clock(String(name.dropFirst(10))) }
        return group(name)
    }

    private func group(_ name: String) -> Value {
        let known = task.records[name]
        let prefix = name + "."
        let fresh = arriving.filter { $0.key.hasPrefix(prefix) }
        guard !fresh.isEmpty else { return known ?? .record([:]) }
        var fields = (state.facts[name] ?? [:]).mapValues(\.expressionValue)
        for (path, value) in fresh { fields[String(path.dropFirst(prefix.count))] = value.expressionValue }
        return .record(fields)
    }

    private var documents: Value {
        guard !attached.isEmpty else { return task.documents }
        var entries: [String: [Value]] = state.documents.mapValues { $0.map(\.value) }
        for document in attached { entries[document.form, default: []].append(document.value) }
        return .record(entries.mapValues(Value.list))
    }

    private var fired: Value {
        guard let own = state.instance(machine)?.fired, !own.isEmpty else { return task.fired }
        return .record(state.fired.merging(own) { $1 }.mapValues(\.value))
    }

    private func instances(_ expressionName: String) -> Value {
        if FactEnvironment.expressionName(machine.kind) != expressionName || arriving.isEmpty {
            return task.machines[expressionName] ?? .list([])
        }
        return .list(
            (state.machines[machine.kind] ?? []).map { instance in
                instance.value(overlay: instance.number == machine.number ? arriving : [:])
            }
        )
    }

    private func clock(_ expressionName: String) -> Value {
        let clock = state.clocks.last {
            let reference = $0.started.reference
            return (reference.machine == machine || reference.machine == .task)
                && FactEnvironment.expressionName(reference.id) == expressionName
        }
        guard let clock else { return .record(["started": .bool(false)]) }
        var fields: [String: Value] = [
            "started": .bool(true), "open": .bool(clock.isOpen), "due": FactEnvironment.timestamp(clock.dates.due),
            "grace": FactEnvironment.timestamp(clock.lastDay), "met": .bool(clock.isMet(on: day)),
            "passed": .bool(clock.isPassed(on: day)), "locked": .bool(clock.isLocked(on: day)),
        ]
        if let lock = clock.dates.lock { fields["lock"] = FactEnvironment.timestamp(lock) }
        return .record(fields)
    }
}

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

extension AttachedDocument {
    var value: Value { .record(["number": .string(number), "date": FactEnvironment.timestamp(date)]) }
}

extension Circumstances.Party {
    fileprivate var value: Value {
        .record(["code": .string(code), "bars": .list(bars.map(Value.string)), "running_tasks": .int(runningTasks)])
    }
}

extension TaskState.Instance {
    func value(overlay: [String: FactValue]) -> Value {
        var fields = facts.mapValues(\.expressionValue)
        for (path, value) in overlay where path.hasPrefix("this.") { fields[String(path.dropFirst(5))] = value.expressionValue }
        fields["number"] = .int(number)
        fields["state"] = .string(state)
        fields["end"] = .string(end ?? "")
        fields["closed"] = .bool(end != nil)
        fields["opened_on"] = FactEnvironment.timestamp(openedOn)
        return .record(fields)
    }
}

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
