import Foundation
import Importing
import SQLiteStore
import SamplePortfolio
import Store

/// The bulk import of the sample portfolio, its history decided event by event, in one transaction: into an empty store, beside the very same
/// SQLite statements with the same values; and, under other codes, into stores that hold many tasks already.
struct BulkImport {
    let stores: [LargeStore]
    private let rounds = 3

    func figures() throws -> [Figure] {
        for store in stores { _ = try store.make() }
        let first = try Places.withFolder { folder in try intoEmpty(folder) }
        let others = try stores.map { store in
            let rate = try Places.withFolder { folder in try into(store, folder) }
            return Figure(
                id: "import-\(store.tasks)",
                name: "the same into a store of \(store.tasks) tasks; events per second",
                value: rate,
                unit: "/s",
                limit: Figure.Limit(name: "into an empty store", value: first.value, ratio: rate / first.value)
            )
        }
        return [first] + others
    }

    private func intoEmpty(_ folder: String) throws -> Figure {
        let portfolio = try SamplePortfolio.make().copy(Self.number)
        let start = "\(folder)/start.db"
        try SampleStore(creating: start).store.close()
        var (ours, bare): ([Double], [Double]) = ([], [])
        var events = 0.0
        let traced = try copy(start, "\(folder)/traced.db")
        let transactions = try StatementTrace.recording { events = try load(portfolio, traced).events }.writing
        for round in 0..<rounds {
            ours.append(try load(portfolio, copy(start, "\(folder)/ours-\(round).db")).seconds)
            let limit = try BareStatements(path: copy(start, "\(folder)/bare-\(round).db"))
            bare.append(try Timing.milliseconds { for (sql, values) in transactions { try limit.run(sql, values) } } / 1000)
        }
        let (rate, limit) = (events / Timing.median(ours), events / Timing.median(bare))
        return Figure(
            id: "import",
            name: "bulk import of \(portfolio.tasks.count) tasks with \(Int(events)) events into an empty store; events per second",
            value: rate,
            unit: "/s",
            limit: Figure.Limit(name: "the same statements in SQLite alone", value: limit, ratio: rate / limit)
        )
    }

    private func into(_ store: LargeStore, _ folder: String) throws -> Double {
        let portfolio = try SamplePortfolio.make().copy(Self.number)
        let rates = try (0..<rounds).map { round in
            let path = try copy(store.path, "\(folder)/\(round).db")
            defer { try? FileManager.default.removeItem(atPath: path) }
            let load = try load(portfolio, path)
            guard load.events > 0 else { throw Processes.Failure(message: "\(store.path) has this copy of the sample already; remove it") }
            return load.events / load.seconds
        }
        return Timing.median(rates)
    }

    /// No store has so many copies of the sample.
    private static let number = 100_000

    private func load(_ portfolio: Portfolio, _ path: String) throws -> (events: Double, seconds: Double) {
        let sample = try SampleStore(opening: path)
        let before = try sample.store.read { try $0.head().size }
        let seconds = try Timing.milliseconds { try sample.load(portfolio) } / 1000
        let events = Double(try sample.store.read { try $0.head().size } - before)
        try sample.store.close()
        return (events, seconds)
    }

    /// On disk before anything is timed, so that the import does not wait for the copy.
    private func copy(_ path: String, _ target: String) throws -> String {
        try FileManager.default.copyItem(atPath: path, toPath: target)
        let file = try FileHandle(forUpdating: URL(filePath: target))
        try file.synchronize()
        try file.close()
        return target
    }
}
