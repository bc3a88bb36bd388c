import Expressions
public import LifecycleModel
import Rules

/// A task's state with its facts in the form expressions read, kept in step as more happens to it: for many questions about one task,
/// or for deciding and applying in turn.
///
/// Values are made when first asked for. It belongs to one thread at a time.
public final class PreparedTask {
    /// The state.
    public private(set) var state: TaskState
    private var records: [String: MapValue] = [:]
    private var madeDocuments: MapValue?
    private var madeFired: MapValue?
    private var machines: [String: Value] = [:]

    /// Prepares a state.
    public init(_ state: TaskState) {
        self.state = state
    }

    /// Folds one happening into the state; see `TaskState.apply`.
    @discardableResult
    public func apply(_ happening: Happening, by actor: String, on day: CivilDate) -> Bool {
        let fits = state.apply(happening, by: actor, on: day)
        switch happening {
        case .transitioned(let it): forget(it)
        case .machineOpened(let it): forgetMachines(it.machine.kind)
        default: break
        }
        return fits
    }

    /// The record of a group of facts; empty when nothing of it is known.
    func record(_ group: String) -> MapValue {
        if let record = records[group] { return record }
        let record = MapValue(fields: (state.facts[group] ?? [:]).mapValues(\.expressionValue))
        records[group] = record
        return record
    }

    /// Documents by form.
    var documents: MapValue {
        if let madeDocuments { return madeDocuments }
        let documents = MapValue(fields: state.documents.mapValues { .list($0.map(\.value)) })
        madeDocuments = documents
        return documents
    }

    /// What was fired on the task's own machine, by event.
    var fired: MapValue {
        if let madeFired { return madeFired }
        let fired = MapValue(fields: state.fired.mapValues(\.value))
        madeFired = fired
        return fired
    }

    /// The small machines of a kind, named as expressions write it.
    func instances(_ expressionName: String) -> Value {
        if let made = machines[expressionName] { return made }
        let kind = state.machines.first { FactEnvironment.names($0.key, as: expressionName) }
        let value = Value.list((kind?.value ?? []).map { $0.value(overlay: []) })
        machines[expressionName] = value
        return value
    }

    /// Lays what a transition changed over what was made, or lets it be made anew.
    private func forget(_ it: Happening.Transitioned) {
        for (path, value) in it.facts {
            guard let fact = FactName(path), let record = records[fact.group] else { continue }
            records[fact.group] = record.setting(fact.name, to: value.expressionValue)
        }
        if !it.documents.isEmpty { madeDocuments = nil }
        if it.machine == .task {
            if let fired = madeFired, let value = state.fired[it.event]?.value { madeFired = fired.setting(it.event, to: value) }
        } else {
            forgetMachines(it.machine.kind)
        }
    }

    private func forgetMachines(_ kind: String) {
        guard !machines.isEmpty else { return }
        machines[FactEnvironment.expressionName(kind)] = nil
    }
}

extension TaskState.Fired {
    private static let shape = RecordShape(["by", "on", "times"])

    var value: Value {
        Self.shape.record([.list(by.map(Value.string)), FactEnvironment.timestamp(on), .int(times)])
    }
}

extension AttachedDocument {
    private static let shape = RecordShape(["date", "number"])

    var value: Value { Self.shape.record([FactEnvironment.timestamp(date), .string(number)]) }
}
