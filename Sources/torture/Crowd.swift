import CanonicalJSON
import Dispatch
import Foundation
import SQLiteStore
import Store
import Synchronization

/// Ten writers and twenty readers on one store, all of them the real program, each starting again as soon as it has ended.
struct Crowd {
    private static let writers = 10
    private static let readers = 20

    private let workshop: Workshop
    private let seconds: Int

    init(_ workshop: Workshop, seconds: Int) {
        self.workshop = workshop
        self.seconds = seconds
    }

    func callAsFunction() throws -> (lines: [String], complaints: [String]) {
        let small = workshop.scenes()[0]
        let scene = Scene(name: "crowd", environment: small.environment, files: [:], before: Array(small.acts.prefix(6)), acts: [])
        let ground = try workshop.ground(scene, "crowd-ground")
        guard let before = try ground.head() else { throw Complaint("there is no store") }
        let record = CrowdRecord(writers: Self.writers)
        let end = ContinuousClock.now + .seconds(seconds)
        let group = DispatchGroup()
        for number in 0..<Self.writers + Self.readers {
            group.enter()
            // A thread for each: none waits for another's turn.
            Thread.detachNewThread {
                while ContinuousClock.now < end, !record.hasFaults {
                    do {
                        if number < Self.writers { try write(number, ground, record) } else { try read(number, ground, record) }
                    } catch {
                        record.complain("\(error)")
                    }
                }
                group.leave()
            }
        }
        group.wait()
        do { try expectAll(record.ended, on: ground, after: before) } catch { record.complain("\(error)") }
        return (record.ended.lines(seconds: seconds), record.ended.complaints)
    }

    private func write(_ writer: Int, _ ground: Ground, _ record: CrowdRecord) throws {
        let code = "W\(writer)-\(record.started(writer))"
        let words = ["org", "new", code, "--name", "Đơn vị \(code)", "--kind", "state-agency", "--format", "json"]
        let outcome = try run(words, "writer-\(writer)", ground)
        switch outcome.exit {
        case 0:
            guard let event = try JSONValue(parsing: outcome.output)["receipt"]?["last_event"]?.int else {
                throw Complaint("no receipt: \(outcome.output)")
            }
            record.acknowledged(code, event, by: writer, after: outcome.microseconds)
        case 75: record.toldToTryAgain()
        default: throw Complaint("\(words.joined(separator: " ")): \(outcome.exit ?? -1): \(outcome.output)\(outcome.error)")
        }
    }

    private func read(_ reader: Int, _ ground: Ground, _ record: CrowdRecord) throws {
        let words = [["status"], ["org", "list"], ["audit", "verify"], ["store", "verify"]][reader % 4]
        let outcome = try run(words, "reader-\(reader)", ground)
        guard outcome.exit == 0 else {
            throw Complaint("\(words.joined(separator: " ")): \(outcome.exit ?? -1): \(outcome.output)\(outcome.error)")
        }
        record.wasRead(after: outcome.microseconds)
    }

    private func run(_ words: [String], _ name: String, _ ground: Ground) throws -> Child.Outcome {
        try ground.program.run(words, in: ground.place, environment: ground.scene.variables(), files: "\(ground.root)/\(name)")
    }

    /// Every acknowledged act is in the log at its number, once, and nothing else is.
    private func expectAll(_ ended: CrowdRecord.Counts, on ground: Ground, after before: LogHead) throws {
        var inspection = Inspection(ground)
        guard let head = try inspection(known: before, asksProgram: true) else { throw Complaint("the store is gone") }
        guard head.size == before.size + Int64(ended.acknowledged.count) else {
            throw Complaint("\(ended.acknowledged.count) acts were acknowledged, \(head.size - before.size) are in the log")
        }
        let store = try SQLiteStore.open(ground.store, readOnly: true)
        defer { try? store.close() }
        try store.read { reader in
            for (code, number) in ended.acknowledged {
                guard try reader.event(number)?.subject.code == code else { throw Complaint("event \(number) is not that of \(code)") }
            }
        }
        guard let least = ended.done.min(), least > 0 || ended.acknowledged.count < Self.writers * 2 else {
            throw Complaint("a writer never had its turn: \(ended.done)")
        }
    }
}
