import Engine
import Foundation
import Importing
import LifecycleModel
import Rules
import SQLiteStore
import SamplePortfolio
import Services
import SlowDisk
import Store

/// Acts of people one by one, as the program does them: the task read from the store, decided, written, on disk before the next; beside
/// the very same SQLite statements with the same values, run by SQLite alone on a copy of the same file.
struct DurableTransitions {
    /// Many, since a machine that others use is now fast, now slow.
    private let rounds = 15
    private let count = 300

    /// How much longer a disk may take to confirm, in microseconds: a solid-state disk of an office computer, which keeps no power for what
    /// it holds in memory, takes about a millisecond (https://smalldatum.blogspot.com/2026/01/ssds-power-loss-protection-and-fsync.html).
    private let officeDisk: UInt32 = 1000

    func figures() throws -> [Figure] {
        try Places.withFolder { folder in
            let (start, entries) = try prepare(in: folder)
            let transactions = try statements(start, entries, in: folder)
            let statements = transactions.count / entries.count
            func measure() throws -> Pair { try compare(start, entries, transactions, in: folder) }
            let asItIs = try measure()
            slow_disk_set_delay(officeDisk)
            defer { slow_disk_set_delay(0) }
            let slower = try measure()
            guard slow_disk_syncs() > 0 else {
                throw BareStatements.Failure(message: "SQLite does not sync through this program: no disk can be slowed here")
            }
            return [
                Figure(
                    id: "durable-transitions",
                    name: "durable acts one by one, reloaded from the store (\(statements) statements each); per second by the wall clock",
                    value: 1 / asItIs.ours.wall,
                    unit: "/s",
                    limit: asItIs.limit { 1 / $0.wall }
                ),
                Figure(
                    id: "durable-transitions-office-disk",
                    name: "the same where the disk takes \(Table.short(Double(officeDisk) / 1000)) ms longer to confirm",
                    value: 1 / slower.ours.wall,
                    unit: "/s",
                    limit: slower.limit { 1 / $0.wall }
                ),
                Figure(
                    id: "durable-processor-time",
                    name: "processor time of one of them, which no disk changes",
                    value: asItIs.ours.processor * 1e6,
                    unit: "µs",
                    limit: asItIs.limit { $0.processor * 1e6 }
                ),
            ]
        }
    }

    /// What an act takes, and its statements alone.
    private struct Pair {
        let ours, bare: Spent

        func limit(_ measure: (Spent) -> Double) -> Figure.Limit {
            Figure.Limit(name: "the same statements in SQLite alone", value: measure(bare), ratio: measure(ours) / measure(bare))
        }
    }

    /// Both in turn, round by round; the median of each.
    private func compare(
        _ start: String,
        _ entries: [HistoryEntry],
        _ transactions: [(String, [StatementTrace.Run.Value])],
        in folder: String
    ) throws -> Pair {
        var (ours, bare): ([Spent], [Spent]) = ([], [])
        for _ in 0..<rounds {
            try withCopy(start, "\(folder)/ours.db") { ours.append(try timeOurs($0, entries)) }
            try withCopy(start, "\(folder)/bare.db") { bare.append(try timeBare($0, transactions)) }
        }
        return Pair(ours: .median(of: ours, each: entries.count), bare: .median(of: bare, each: entries.count))
    }

    /// A store in the middle of the sample's story, and the acts that come next.
    private func prepare(in folder: String) throws -> (store: String, entries: [HistoryEntry]) {
        var portfolio = SamplePortfolio.make()
        let history = portfolio.history.sorted { $0.value.happenedOn < $1.value.happenedOn }.map(\.value)
        let rest = history.suffix(count)
        guard let first = rest.first else { return ("", []) }
        portfolio.history = portfolio.history.filter { $0.value.happenedOn < first.happenedOn }
        // Without its journals: what they keep is recorded by `budget`, not by an act on the task.
        portfolio.money = []
        let path = "\(folder)/start.db"
        let sample = try SampleStore(creating: path)
        try sample.load(portfolio)
        try sample.store.close()
        let known = Set(portfolio.tasks.filter { $0.value.proposedOn < first.happenedOn }.map(\.value.code))
        let later = portfolio.history.isEmpty ? [] : SamplePortfolio.make().history.map(\.value)
        return (
            path, later.filter { $0.happenedOn >= first.happenedOn && known.contains($0.task) }.sorted { $0.happenedOn < $1.happenedOn }
        )
    }

    /// Hands the body a copy of the store, which is gone afterwards.
    private func withCopy<Result>(_ store: String, _ path: String, _ body: (String) throws -> Result) throws -> Result {
        let files = FileManager.default
        try files.copyItem(atPath: store, toPath: path)
        defer { for ending in ["", "-wal", "-shm"] { try? files.removeItem(atPath: path + ending) } }
        return try body(path)
    }

    /// What a loop took, in seconds: by the clock, and of the processor's time.
    private struct Spent {
        let wall, processor: Double

        init(_ loop: () throws -> Void) rethrows {
            let (wall, processor) = (Timing.wallSeconds, Timing.processorSeconds)
            try loop()
            self.wall = Timing.wallSeconds - wall
            self.processor = Timing.processorSeconds - processor
        }

        private init(wall: Double, processor: Double) {
            self.wall = wall
            self.processor = processor
        }

        /// One act of the middle loop.
        static func median(of loops: [Spent], each acts: Int) -> Spent {
            Spent(wall: Timing.median(loops.map(\.wall)) / Double(acts), processor: Timing.median(loops.map(\.processor)) / Double(acts))
        }
    }

    /// Fires the acts; answers with what they took.
    private func timeOurs(_ path: String, _ entries: [HistoryEntry]) throws -> Spent {
        let sample = try SampleStore(opening: path)
        let definitions = Definitions()
        let requests = entries.map { entry in
            (FireEvent(sample.surroundings(actor: entry.actor), definitions: definitions), FireEvent.Request(entry))
        }
        // The definitions are read, and their expressions compiled, once a process; that is not what is measured here.
        try sample.store.read { reader in
            for row in try reader.definitions() { _ = try definitions.regime(row.hash, in: reader).faults }
        }
        let spent = try Spent { for (fire, request) in requests { try expectAccepted(fire(request), request) } }
        try sample.store.close()
        return spent
    }

    private func expectAccepted(_ answer: FireEvent.Answer, _ request: FireEvent.Request) throws {
        guard answer.receipt != nil else {
            throw BareStatements.Failure(message: "\(request.task) \(request.event): \(answer.decision.blockers.map(\.message.vi))")
        }
    }

    /// The statements that firing the acts runs, with their values.
    private func statements(_ start: String, _ entries: [HistoryEntry], in folder: String) throws -> [(String, [StatementTrace.Run.Value])]
    {
        try withCopy(start, "\(folder)/traced.db") { path in
            try StatementTrace.recording { _ = try timeOurs(path, entries) }.writing
        }
    }

    private func timeBare(_ path: String, _ statements: [(String, [StatementTrace.Run.Value])]) throws -> Spent {
        let bare = try BareStatements(path: path)
        return try Spent { for (sql, values) in statements { try bare.run(sql, values) } }
    }
}

extension FireEvent.Request {
    /// What a row of history asks for.
    fileprivate init(_ entry: HistoryEntry) {
        self.init(
            task: entry.task.text,
            machine: entry.machine.flatMap { MachineReference(parsing: $0) } ?? .task,
            event: entry.event,
            facts: Dictionary(entry.facts.map { ($0.path, $0.text) }) { $1 },
            documents: entry.documents.map { AttachedDocument(form: $0.form, number: $0.number, date: $0.date) },
            day: entry.happenedOn
        )
    }
}
