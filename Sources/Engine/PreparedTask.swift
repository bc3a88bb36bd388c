import Expressions
import LifecycleModel
import Rules

/// A task's state with its facts in the form expressions read: made once, then any number of decisions and explanations.
public final class PreparedTask: Sendable {
    /// The state.
    public let state: TaskState
    let records: [String: Value]
    let documents: Value
    let fired: Value
    let machines: [String: Value]

    /// Prepares a state.
    public init(_ state: TaskState) {
        self.state = state
        records = state.facts.mapValues { .record($0.mapValues(\.expressionValue)) }
        documents = .record(state.documents.mapValues { .list($0.map(\.value)) })
        fired = .record(state.fired.mapValues(\.value))
        machines = Dictionary(
            uniqueKeysWithValues: state.machines.map { kind, instances in
                (FactEnvironment.expressionName(kind), .list(instances.map { $0.value(overlay: [:]) }))
            }
        )
    }
}

extension TaskState.Fired {
    var value: Value {
        .record(["by": .list(by.map(Value.string)), "on": FactEnvironment.timestamp(on), "times": .int(times)])
    }
}
