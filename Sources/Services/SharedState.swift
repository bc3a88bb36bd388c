import Engine

/// A task's state that is handed from one to another and not changed: copying it counts one reference, where the state itself has dozens.
final class SharedState: Sendable {
    let task: TaskState

    init(_ task: TaskState) {
        self.task = task
    }
}
