import Jobs
import LifecycleModel
import Store

/// Which jobs are run for which days, in order.
enum JobDay {
    /// One job alone catches up by itself. Of all together the days that were missed are lived one after the other by the jobs that look at a day as
    /// it was, and the last day by all of them.
    static func plan(_ names: [JobName], upTo today: CivilDate, in store: any Store) throws -> [(day: CivilDate, name: JobName)] {
        let last = names.map { (day: today, name: $0) }
        guard names.count > 1 else { return last }
        let done = try store.read { reader in try daily.compactMap { try reader.job($0.rawValue)?.doneFor } }
        guard var day = done.min()?.adding(days: 1) else { return last }
        var plan: [(day: CivilDate, name: JobName)] = []
        while day < today {
            for name in daily {
                if let own = try store.read({ try $0.job(name.rawValue)?.doneFor }), own >= day { continue }
                plan.append((day, name))
            }
            day = day.adding(days: 1)
        }
        return plan + last
    }

    /// Jobs whose outcome depends on what else had happened by their day.
    private static let daily: [JobName] = [.obligations, .deadlines, .reminders, .indicators, .reports]
}

extension [JobRunRow] {
    /// Adds a run to those of other days of its job.
    mutating func join(_ run: JobRunRow) {
        guard let place = firstIndex(where: { $0.job == run.job }) else { return append(run) }
        var sum = run
        sum.counts += self[place].counts
        sum.startedAt = self[place].startedAt
        sum.notes = self[place].notes + run.notes.filter { !self[place].notes.contains($0) }
        self[place] = sum
    }
}
