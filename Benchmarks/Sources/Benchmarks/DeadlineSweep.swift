import Foundation
import GRDBSQLite
import Jobs
import LifecycleModel
import SQLiteStore
import SamplePortfolio
import Services
import Store

/// A sweep over a million open deadlines, ten thousand of which went by: the batch job as it is, beside the very rows it writes, written by SQLite
/// alone in as many transactions; and the sweep after it, which has nothing to do.
struct DeadlineSweep {
    private static let open = 1_000_000
    private static let due = 10_000
    private static let rounds = 3
    private var path: String { "\(Places.stores)/sweep-\(Self.open).db" }
    private var day: CivilDate { SamplePortfolio.asOf.adding(days: 1) }

    func figures() throws -> [Figure] {
        try make()
        return try Places.withFolder { folder in
            let traced = try copy("\(folder)/traced.db")
            let runs = try StatementTrace.recording { _ = try sweep(traced, expecting: Self.due) }
            let statements = writes(among: runs).compactMap { run in run.values.map { (run.sql, $0) } }
            var (ours, bare, empty): ([Double], [Double], [Double]) = ([], [], [])
            for round in 0..<Self.rounds {
                let own = try copy("\(folder)/ours-\(round).db")
                ours.append(try sweep(own, expecting: Self.due))
                empty.append(try sweep(own, expecting: 0))
                try FileManager.default.removeItem(atPath: own)
                let other = try copy("\(folder)/bare-\(round).db")
                bare.append(try Timing.milliseconds { try run(statements, on: other) })
                try FileManager.default.removeItem(atPath: other)
            }
            let (mine, limit) = (Timing.median(ours), Timing.median(bare))
            return [
                Figure(
                    id: "deadline-sweep",
                    name:
                        "sweep over \(Self.open) open deadlines, \(Self.due) due (\(statements.count) statements); median of \(Self.rounds)",
                    value: mine,
                    unit: "ms",
                    limit: Figure.Limit(name: "the same rows written by SQLite alone", value: limit, ratio: mine / limit)
                ),
                Figure(
                    id: "empty-sweep",
                    name: "the sweep after it, which has nothing to do",
                    value: Timing.median(empty),
                    unit: "ms"
                ),
            ]
        }
    }

    /// Runs the job on a store of its own process's opening; answers with the milliseconds it took.
    private func sweep(_ path: String, expecting count: Int) throws -> Double {
        let sample = try SampleStore(opening: path)
        let own = sample.surroundings()
        let surroundings = Surroundings(store: own.store, actor: "", today: day, now: own.now, calendar: own.calendar)
        // The moment goes on by the machine's clock: runs of one job follow each other.
        let runner = JobRunner(
            surroundings,
            holder: "benchmark",
            clock: { Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
        )
        var changed = 0
        let taken = try Timing.milliseconds { changed = try runner.run(DeadlinesJob()).counts.changed }
        try sample.store.close()
        guard changed == count else { throw BareStatements.Failure(message: "\(changed) dates went by, \(count) expected") }
        return taken
    }

    /// What changes rows, in its transactions.
    private func writes(among runs: [StatementTrace.Run]) -> [StatementTrace.Run] {
        var isWriting = false
        return runs.filter { run in
            if run.sql.hasPrefix("BEGIN IMMEDIATE") {
                isWriting = true
                return true
            }
            guard isWriting else { return false }
            if run.sql.hasPrefix("COMMIT") { isWriting = false }
            return !run.sql.hasPrefix("SELECT")
        }
    }

    private func run(_ statements: [(String, [StatementTrace.Run.Value])], on path: String) throws {
        let bare = try BareStatements(path: path)
        for (sql, values) in statements { try bare.run(sql, values) }
    }

    private func copy(_ target: String) throws -> String {
        try FileManager.default.copyItem(atPath: path, toPath: target)
        return target
    }

    // MARK: The store

    /// The sample with its own past swept, and a million notices of visits to come laid over it; made once.
    private func make() throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.createDirectory(atPath: Places.stores, withIntermediateDirectories: true)
        let making = path + ".making"
        try? FileManager.default.removeItem(atPath: making)
        let sample = try SampleStore(creating: making)
        try sample.load(SamplePortfolio.make())
        let own = sample.surroundings()
        let surroundings = Surroundings(store: own.store, actor: "", today: SamplePortfolio.asOf, now: own.now, calendar: own.calendar)
        _ = try JobRunner(surroundings, holder: "benchmark", clock: { Moment(startOf: SamplePortfolio.asOf) }).run(DeadlinesJob())
        try sample.store.close()
        try layOver(making)
        try FileManager.default.moveItem(atPath: making, toPath: path)
    }

    /// Spread over the tasks that run; those due are among the others.
    private func layOver(_ path: String) throws {
        try BareQueries(path: path).run(
            """
            CREATE TEMP TABLE running AS SELECT row_number() OVER (ORDER BY code) - 1 AS place, code FROM tasks
                WHERE ended IS NULL AND regime = 'law-2013' AND stage = 'execution';
            WITH RECURSIVE count (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n + 1 < \(Self.open))
            INSERT INTO deadlines (task, machine, number, id, start, due, standing, owner, basis, inputs, acts, wakes_on)
            SELECT code, 'inspection', 1000 + n, 'TH-3', '\(SamplePortfolio.asOf)', due, 'open', 'department-finance', 'TT 04/2015', x'7b7d',
                'due/flag/notice-late', date(due, '+1 day')
            FROM (
                SELECT n, iif(n % \(Self.open / Self.due) = 0, '\(SamplePortfolio.asOf)', date('\(SamplePortfolio.asOf)', '+' || (2 + n % 3000) || ' days')) AS due
                FROM count
            ) JOIN running ON place = n % (SELECT count(*) FROM running);
            """
        )
    }
}
