import LifecycleModel
import Services
import Store

/// Opens what the schedules of the rules owe and is not there. Looks at the tasks of which something was recorded since it ran last.
public struct ObligationsJob: Job {
    /// Creates the job.
    public init() {}

    /// Which it is.
    public var name: JobName { .obligations }

    /// Looks at task after task.
    public mutating func perform(_ run: JobRun) throws {
        let since = run.job.position.flatMap { Int64($0) } ?? 0
        let moment = run.now
        let (head, tasks) = try run.surroundings.store.read { reader in
            let again = try reader.setAside(of: name.rawValue).filter { $0.retryAt <= moment }.map(\.subject)
            return (try reader.head().size, try Set(reader.tasks(changedAfter: since) + again).sorted())
        }
        let owe = OweObligations(run.surroundings, definitions: Definitions())
        run.expected = tasks.count
        try run.go(through: tasks, subject: { $0 }) { task, writer in
            let outcome = try owe(task, in: writer)
            outcome.refusals.forEach(run.note)
            return JobCounts(lookedAt: 1, changed: outcome.opened, refused: outcome.refusals.count)
        }
        run.remember(position: String(head))
    }
}
