import Foundation
import GRDBSQLite
import Importing
import Indicators
import LifecycleModel
import RuleLoading
import SQLiteStore
import SamplePortfolio
import Services
import Store

/// Indicator 20 over a hundred thousand tasks: by the program's own use case and as a whole process, beside an aggregate written by hand
/// in SQL on the same file, which must count the same.
struct UseAtScale {
    private static let tasks = 100_000
    private static let year = 2024
    private static let runs = 9
    private var path: String { "\(Places.stores)/use-\(Self.tasks).db" }

    func figures() throws -> [Figure] {
        try make()
        let store = try SQLiteStore.open(path, readOnly: true)
        let library = try RuleLibrary(directory: Places.workflows).indicators()
        guard let indicator = library.definitions.values.first(where: { $0.number == 20 }) else {
            throw BareStatements.Failure(message: "no definition of indicator 20")
        }
        var (ours, hand): ([Double], [Double]) = ([], [])
        for _ in 0..<Self.runs {
            var counted = UseFigure(numerator: 0, denominator: 0, open: 0)
            ours.append(
                try Timing.milliseconds {
                    counted = try store.read { reader in
                        try UseTally(
                            of: Self.year,
                            under: indicator.terms,
                            knownOn: SamplePortfolio.asOf,
                            today: SamplePortfolio.asOf,
                            in: reader
                        ).figure
                    }
                }
            )
            var byHand = (used: Int64(0), counted: Int64(0))
            hand.append(try Timing.milliseconds { byHand = try aggregate(indicator.terms) })
            guard byHand == (Int64(counted.numerator), Int64(counted.denominator)) else {
                throw BareStatements.Failure(message: "SQL counts \(byHand), the program \(counted)")
            }
        }
        try store.close()
        let whole = try (0..<Self.runs).map { _ in
            let arguments = ["indicator", "show", "20", "--year", String(Self.year), "--now", "\(SamplePortfolio.asOf)"]
            return try Processes.run(Places.program, arguments + ["--store", path, "--rules", Places.workflows]).seconds * 1000
        }
        let (mine, limit) = (Timing.median(ours), Timing.median(hand))
        return [
            Figure(
                id: "use-figure",
                name: "indicator 20 of a year out of \(Self.tasks) tasks; median of \(Self.runs)",
                value: mine,
                unit: "ms",
                limit: Figure.Limit(name: "an aggregate written by hand in SQL", value: limit, ratio: mine / limit)
            ),
            Figure(
                id: "process-indicator-show",
                name: "nhiemvu indicator show 20, store of \(Self.tasks) tasks; median of \(Self.runs)",
                value: Timing.median(whole),
                unit: "ms"
            ),
        ]
    }

    /// The same question in one statement: proofs that stand firmly enough today and show use by the same day so many months later.
    private func aggregate(_ terms: UseIndicator.Terms) throws -> (used: Int64, counted: Int64) {
        let kinds = terms.kinds.map { "'\($0)'" }.joined(separator: ", ")
        let standings = EvidenceRecord.Standing.allCases.filter { $0 >= terms.standing }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        // The 29th of February is the only day without a counterpart a whole number of years later.
        let sql = """
            WITH cohort AS (
                SELECT code, CASE strftime('%m-%d', accepted_on) WHEN '02-29' THEN date(accepted_on, '-1 day', '+\(terms.months) months')
                    ELSE date(accepted_on, '+\(terms.months) months') END AS last_day
                FROM tasks WHERE accepted_on BETWEEN '\(Self.year - 2)' AND '\(Self.year + 1)')
            SELECT count(*) FILTER (WHERE EXISTS (
                    SELECT 1 FROM evidence AS e WHERE e.task = r.task AND e.result = r.number AND e.kind IN (\(kinds))
                        AND e.state IN (\(standings)) AND e.used_on <= last_day)),
                count(*)
            FROM cohort JOIN results AS r ON r.task = code
            WHERE last_day BETWEEN '\(Self.year)-01-01' AND '\(Self.year)-12-31' AND last_day <= '\(SamplePortfolio.asOf)'
                AND r.state NOT IN ('promised', 'withdrawn')
            """
        let database = try BareQueries(path: path)
        let row = try database.integers(sql)
        guard row.count == 2 else { throw BareStatements.Failure(message: "the aggregate answered \(row)") }
        return (row[0], row[1])
    }

    /// Makes the store once: the sample portfolio, and its rows over and over under other codes.
    private func make() throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        try FileManager.default.createDirectory(atPath: Places.stores, withIntermediateDirectories: true)
        let partial = path + ".partial"
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: partial + suffix) }
        let sample = try SampleStore(creating: partial)
        let portfolio = SamplePortfolio.make()
        try sample.load(portfolio)
        try sample.store.close()
        try multiply(partial, by: Self.tasks / portfolio.tasks.count)
        try FileManager.default.moveItem(atPath: partial, toPath: path)
    }

    private func multiply(_ path: String, by copies: Int) throws {
        let database = try BareQueries(path: path)
        try database.run(
            """
            BEGIN;
            CREATE TEMP TABLE copies AS
                WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < \(copies)) SELECT n FROM c
            """
        )
        for table in ["tasks", "results", "evidence", "use_moves"] {
            let code = table == "tasks" ? "code" : "task"
            let columns = try database.texts("SELECT name FROM pragma_table_info('\(table)') WHERE name <> 'id'")
            let values = columns.map { $0 == code ? "\($0) || '-' || n" : $0 }
            let (names, copied) = (columns.joined(separator: ", "), values.joined(separator: ", "))
            try database.run("INSERT INTO \(table) (\(names)) SELECT \(copied) FROM \(table), copies ORDER BY 1")
        }
        try database.run("COMMIT; PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
