import LifecycleModel
public import Services
import Store

/// Keeps the values of all indicators that are worked out from the record, each day on which one is another than before.
public struct IndicatorsJob: Job {
    private let library: RuleLibrary

    /// Creates the job on the rule files that define the indicators.
    public init(_ library: RuleLibrary) {
        self.library = library
    }

    /// Which it is.
    public var name: JobName { .indicators }

    /// Works them out day by day.
    public mutating func perform(_ run: JobRun) throws {
        let values = try IndicatorSnapshots(library)
        var day = run.days.first
        while day <= run.days.last {
            let today = day
            // Reading takes long, and nobody who writes should wait for it.
            let found = try run.surroundings.store.read { try values.rows(on: today, in: $0) }
            run.counts += try run.transaction { writer in
                var changed = 0
                for row in found where try writer.indicatorSnapshot(row.indicator, year: row.year, by: row.day)?.value != row.value {
                    try writer.save(row)
                    changed += 1
                }
                return JobCounts(lookedAt: found.count, changed: changed)
            }
            run.advance()
            day = day.adding(days: 1)
        }
    }
}
