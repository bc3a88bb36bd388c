import GRDB
import Store

/// One step of the schema. A released step is never edited: a later one changes what it made.
struct Migration: Sendable {
    /// Statements that lead from the version before.
    let sql: String
    /// Puts into new tables what follows from what there is, where no statement can; it tells how much of how much is done.
    var fill: @Sendable (Database, Progress) throws -> Void = { _, _ in }

    typealias Progress = (_ done: Int, _ total: Int) -> Void

    /// All steps, oldest first; the number of steps applied is the schema version, kept in `PRAGMA user_version`.
    static let all = [first, councils, budgets, use, indicators, goals, jobs, personal, parties, logTiles]
}

extension Database {
    /// Marks a SQLite file as a store of ours (`PRAGMA application_id`): `nhvu` in ASCII.
    static let applicationID: Int64 = 0x6E68_7675

    func storeVersion() throws -> Int {
        Int(try first("PRAGMA user_version") { try $0.int(0) } ?? 0)
    }

    /// Brings the schema up to date in one transaction.
    func migrate(_ migrations: [Migration], progress: Migration.Progress = { _, _ in }) throws {
        try inTransaction(.immediate) {
            // Asked again under the lock: another process may have been first.
            let version = try storeVersion()
            for migration in migrations.dropFirst(version) {
                try execute(sql: migration.sql)
                try migration.fill(self, progress)
            }
            if version < migrations.count { try execute(sql: "PRAGMA user_version = \(migrations.count)") }
            return .commit
        }
    }
}
