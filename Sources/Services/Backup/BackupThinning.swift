import LifecycleModel

/// Which backups to keep when they grow many: the newest of each of the last days, weeks, months and years that have one.
///
/// Periods without a backup do not count, so that a machine that stood still loses nothing by it.
public struct BackupThinning: Sendable, Hashable {
    /// How many days, weeks and months.
    public var daily, weekly, monthly: Int
    /// How many years; nil for all.
    public var yearly: Int?

    /// Seven days, five weeks, twelve months, all years.
    public static let standard = BackupThinning()

    /// Creates a policy.
    public init(keepDaily: Int = 7, weekly: Int = 5, monthly: Int = 12, yearly: Int? = nil) {
        daily = keepDaily
        self.weekly = weekly
        self.monthly = monthly
        self.yearly = yearly
    }

    /// The names that may go, oldest first; never the newest, never one that is not a backup of this store.
    public func removable(_ names: some Sequence<String>, of storePath: String) -> [String] {
        let newestFirst = names.compactMap { BackupName(parsing: $0, of: storePath) }.sorted { $0.day > $1.day }
        var kept = Set(newestFirst.prefix(1))
        func keep(_ limit: Int?, _ period: (CivilDate) -> Int) {
            var periods: Set<Int> = []
            for name in newestFirst where periods.count < limit ?? .max && periods.insert(period(name.day)).inserted { kept.insert(name) }
        }
        keep(daily) { Int($0.daysSinceEpoch) }
        // The epoch was a Thursday; weeks begin on Monday.
        keep(weekly) { (Int($0.daysSinceEpoch) + 3 + 7 * 10_000) / 7 }
        keep(monthly) { $0.year * 12 + $0.month }
        keep(yearly) { $0.year }
        return newestFirst.reversed().filter { !kept.contains($0) }.map(\.text)
    }
}
