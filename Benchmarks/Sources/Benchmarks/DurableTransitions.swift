import Engine
import Foundation
import Importing
import LifecycleModel
import Rules
import SQLiteStore
import SamplePortfolio
import Services
import Store

/// Acts of people one by one, as the program does them: the task read from the store, decided, written, on disk before the next; beside
/// the very same SQLite statements with the same values, run by SQLite alone on a copy of the same file.
struct DurableTransitions {
    /// Many, since a machine that others use is now fast, now slow.
    private let rounds = 15
    private let count = 300

    func figures() throws -> [Figure] {
        try Places.withFolder { folder in
            let (start, entries) = try prepare(in: folder)
            let transactions = try statements(start, entries, in: folder)
            var (ours, bare): ([Spent], [Spent]) = ([], [])
            for round in 0..<rounds {
                ours.append(try timeOurs(copy(start, "\(folder)/ours-\(round).db"), entries))
                bare.append(try timeBare(copy(start, "\(folder)/bare-\(round).db"), transactions))
            }
            let acts = Double(entries.count)
            let (mine, limit) = (acts / Timing.median(ours.map(\.wall)), acts / Timing.median(bare.map(\.wall)))
            let (work, least) = (Timing.median(ours.map(\.processor)) / acts, Timing.median(bare.map(\.processor)) / acts)
            let each = Double(transactions.count) / Double(entries.count)
            return [
                Figure(
                    id: "durable-transitions",
                    name: "durable acts one by one, reloaded from the store (\(Int(each)) statements each); per second by the wall clock",
                    value: mine,
                    unit: "/s",
                    limit: Figure.Limit(name: "the same statements in SQLite alone", value: limit, ratio: mine / limit)
                ),
                Figure(
                    id: "durable-processor-time",
                    name: "processor time of one of them, which no disk changes",
                    value: work * 1e6,
                    unit: "µs",
                    limit: Figure.Limit(name: "the same statements in SQLite alone", value: least * 1e6, ratio: work / least)
                ),
            ]
        }
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

    private func copy(_ path: String, _ target: String) throws -> String {
        try FileManager.default.copyItem(atPath: path, toPath: target)
        return target
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
        let path = try copy(start, "\(folder)/traced.db")
        return try StatementTrace.recording { _ = try timeOurs(path, entries) }.writing
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
