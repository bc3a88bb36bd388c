import LifecycleModel
import Rules

/// One command asked of one task: what every candidate transition is judged by, shared by them.
final class Question {
    let rules: CompiledRegime
    let machine: CompiledMachine
    let task: PreparedTask
    /// The small machine that is asked about; nil for the task itself.
    let instance: TaskState.Instance?
    let command: Command
    let actor: Actor
    let circumstances: Circumstances

    init(
        _ rules: CompiledRegime,
        _ machine: CompiledMachine,
        _ task: PreparedTask,
        _ instance: TaskState.Instance?,
        _ command: Command,
        _ actor: Actor,
        _ circumstances: Circumstances
    ) {
        self.rules = rules
        self.machine = machine
        self.task = task
        self.instance = instance
        self.command = command
        self.actor = actor
        self.circumstances = circumstances
    }
}

/// A fact that comes with a command or is computed from it.
struct Arrival {
    let fact: FactName
    let value: FactValue
}
