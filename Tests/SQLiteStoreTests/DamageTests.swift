import AuditTrail
import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

@Suite("Damaged files")
struct DamageTests {
    /// Opens, reads everything, writes; nil when nothing was noticed.
    private func firstError(_ sample: SampleStore) throws -> StoreError.Code? {
        try SampleStore.code {
            let store = try SQLiteStore.open(sample.path)
            defer { try? store.close() }
            do {
                _ = try store.read { reader in
                    for task in try reader.tasks(TaskFilter()) {
                        _ = try reader.task(task.code)
                        _ = try reader.events(of: EventRecord.Subject(.task, task.code))
                    }
                    return try reader.verifyLog()
                }
                try store.write { _ = try $0.record(.sample("mới")) }
            } catch let fault as LogFault {
                throw StoreError(.damaged, subject: "", cause: fault.description)
            }
        }
    }

    @Test("A truncated file is damaged, wherever it was cut", arguments: [100, 500, 4096, 8192, 40_000, 100_000])
    func truncated(size: Int) throws {
        let sample = try SampleStore(tasks: 200)
        try sample.file.edit { $0 = $0.prefix(size) }
        #expect(try firstError(sample) == .damaged)
    }

    @Test("A file cut before its header ends is no store", arguments: [1, 15, 16, 99])
    func stump(size: Int) throws {
        let sample = try SampleStore()
        try sample.file.edit { $0 = $0.prefix(size) }
        #expect([.notAStore, .damaged].contains(try firstError(sample)))
    }

    @Test("A header overwritten by noise is refused", arguments: 1...20 as ClosedRange<UInt64>)
    func header(seed: UInt64) throws {
        var noise = SeededRandom(seed: seed)
        let sample = try SampleStore()
        let start = Int.random(in: 0..<60, using: &noise)
        try sample.file.edit { data in
            for place in start..<start + 40 { data[place] = .random(in: 0...255, using: &noise) }
        }
        let code = try firstError(sample)
        #expect(code == .damaged || code == .notAStore || code == .newerVersion, "\(code?.rawValue ?? "unnoticed") from \(start)")
    }

    @Test(
        "Noise over a page is noticed by the full check and never crashes it",
        arguments: ["\"approve\"", "\"code\":", "law-2013"],
        1...8
    )
    func middle(content: String, seed: Int) throws {
        var noise = SeededRandom(seed: UInt64(seed))
        let sample = try SampleStore(tasks: 200)
        try sample.file.edit { data in
            // A page of events, of snapshots, of tasks: the last but so many that hold such content.
            var pages: [Int] = []
            for page in stride(from: 4096, to: data.count, by: 4096) where data[page..<page + 4096].range(of: Data(content.utf8)) != nil {
                pages.append(page)
            }
            let page = try #require(pages.randomElement(using: &noise))
            for place in page..<page + 4096 { data[place] = .random(in: 0...255, using: &noise) }
        }
        #expect(try firstError(sample) == .damaged)
    }

    @Test(
        "A head that contradicts itself stops the next write",
        arguments: ["size = size + 1", "root = zeroblob(32)", "frontier = zeroblob(8)"]
    )
    func head(change: String) throws {
        let sample = try SampleStore()
        try sample.file.tamper("UPDATE log_head SET \(change)")
        try sample.withStore { (store) throws in
            #expect(try SampleStore.code { try store.write { _ = try $0.append([.sample()]) } } == .damaged)
            let fault = #expect(throws: LogFault.self) { try store.read { try $0.verifyLog() } }
            #expect(fault?.number == nil)
        }
    }

    @Test(
        "So does one that was changed behind the back of a program that wrote it",
        arguments: ["size = size + 1", "root = zeroblob(32)", "frontier = zeroblob(8)"]
    )
    func headOfAnOpenStore(change: String) throws {
        let sample = try SampleStore()
        try sample.withStore { (store) throws in
            try store.write { _ = try $0.append([.sample()]) }
            try sample.file.tamper("UPDATE log_head SET \(change)")
            #expect(try SampleStore.code { try store.write { _ = try $0.append([.sample()]) } } == .damaged)
            #expect(try SampleStore.code { _ = try store.read { try $0.head() } } == .damaged)
        }
    }

    @Test("Two who write in turn, or whose writing fails, go on from what is there")
    func headsInTurn() throws {
        let sample = try SampleStore()
        let before = sample.head.size
        try sample.withStore { (one) throws in
            try sample.withStore { (other) throws in
                for turn in 0..<6 {
                    let heads = try [one, other].map { store in
                        // Appended, and undone.
                        #expect(throws: Undone.self) {
                            try store.write { writer in
                                _ = try writer.append([.sample()])
                                throw Undone()
                            }
                        }
                        return try store.write { writer in
                            _ = try writer.append([.sample()])
                            return try writer.head()
                        }
                    }
                    #expect(heads.map(\.size) == [before + Int64(turn) * 2 + 1, before + Int64(turn) * 2 + 2])
                    let (mine, theirs) = (try one.read { try $0.head() }, try other.read { try $0.verifyLog() })
                    #expect(mine == heads[1] && theirs == heads[1])
                }
            }
        }
    }

    private struct Undone: Error {}
}
