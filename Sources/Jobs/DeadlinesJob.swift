import LifecycleModel
import Services
import Store

/// Passes due, grace and lock dates: fires what clocks fire by themselves, tells people of flags and bars that stand from then on and of bars that
/// stand no longer.
public struct DeadlinesJob: Job {
    /// Creates the job.
    public init() {}

    /// Which it is.
    public var name: JobName { .deadlines }

    /// Lets the days pass, the earliest first.
    public mutating func perform(_ run: JobRun) throws {
        let definitions = Definitions()
        let holders = RoleHolders()
        var passTime = PassTime(run.surroundings, definitions: definitions, holders: holders)
        var vacant: Set<String> = []
        let moment = run.now
        run.expected = try run.surroundings.store.read { try $0.wakingCount(by: run.days.last) }
        try run.go(
            { reader in
                let waking = try reader.wakingDeadlines(by: run.days.last, at: moment, limit: JobRun.batch)
                // Clocks of a later day wait until those of an earlier one have done what they do.
                return waking.filter { $0.wakesOn == waking.first?.wakesOn }
            },
            subject: { $0.row.task }
        ) { waking, writer in
            let outcome = try passTime(waking, in: writer)
            outcome.refusals.forEach(run.note)
            vacant.formUnion(outcome.vacant)
            return JobCounts(lookedAt: 1, changed: outcome.changed, refused: outcome.refusals.count)
        }
        let ended = EndedBars(definitions: definitions, holders: holders)
        run.counts += try run.transaction { writer in
            let lifted = try ended.lifted(by: run.days.last, in: writer)
            let expired = try ended.expired(in: run.days.first.adding(days: -1)...run.days.last.adding(days: -1), in: writer)
            return JobCounts(lookedAt: expired, changed: lifted.ended + expired)
        }
        run.tellOfVacant(vacant)
    }
}

extension JobRun {
    /// Says which roles nobody holds, so that nobody could be told.
    func tellOfVacant(_ roles: Set<String>) {
        guard !roles.isEmpty else { return }
        let list = roles.sorted().joined(separator: ", ")
        note(Phrase(vi: "Không có ai giữ vai trò để báo: \(list)", en: "Nobody holds the role to be told: \(list)"))
    }
}
