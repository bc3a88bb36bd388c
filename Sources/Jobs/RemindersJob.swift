import LifecycleModel
import Services
import Store

/// Writes the reminders that the ladders of the rules came to since it ran last.
public struct RemindersJob: Job {
    /// Creates the job.
    public init() {}

    /// Which it is.
    public var name: JobName { .reminders }

    /// Goes through the rungs, the earliest first.
    public mutating func perform(_ run: JobRun) throws {
        let (remind, rungs) = try run.surroundings.store.read { reader in
            let remind = RemindPeople(definitions: Definitions(), holders: RoleHolders(), calendar: run.surroundings.calendar)
            let troubled = try reader.setAside(of: name.rawValue)
            let again = Set(troubled.map(\.subject))
            let first = min(troubled.map(\.firstAt.civilDate).min() ?? run.days.first, run.days.first)
            let rungs = try remind.rungs(in: first...run.days.last, in: reader)
            return (remind, rungs.filter { $0.day >= run.days.first || again.contains($0.task) })
        }
        var vacant: Set<String> = []
        run.expected = rungs.count
        try run.go(through: rungs, subject: \.task) { rung, writer in
            let (told, empty) = try remind(rung, in: writer)
            if let empty { vacant.insert(empty) }
            return JobCounts(lookedAt: 1, changed: told)
        }
        run.tellOfVacant(vacant)
    }
}
