import Dispatch
import SQLiteStore
import Store
import Synchronization
import TestSupport
import Testing

@Suite("Several at once")
struct ConcurrencyTests {
    /// Runs the body on so many threads at once; the first error is thrown.
    private func atOnce(_ count: Int, _ body: @Sendable @escaping (Int) throws -> Void) throws {
        let failures = Mutex<[any Error]>([])
        DispatchQueue.concurrentPerform(iterations: count) { index in
            do { try body(index) } catch { failures.withLock { $0.append(error) } }
        }
        if let first = failures.withLock({ $0.first }) { throw first }
    }

    @Test("Writers lose no update and leave one unbroken log", arguments: [true, false])
    func writers(ownConnections: Bool) throws {
        let sample = try SampleStore(tasks: 1)
        let shared = try SQLiteStore.open(sample.path)
        let path = sample.path
        try atOnce(4) { _ in
            let store = ownConnections ? try SQLiteStore.open(path, patience: .seconds(60)) : shared
            for _ in 0..<25 {
                try store.write { writer in
                    // Read, then write what was read plus one: lost if two do it on the same value.
                    let count = try writer.setting("count")?.first ?? 0
                    try writer.set("count", to: [count + 1])
                    _ = try writer.append([.sample("TH-2024-0")])
                }
            }
            if ownConnections { try store.close() }
        }
        let (count, head) = try shared.read { (try $0.setting("count"), try $0.verifyLog()) }
        #expect(count == [100])
        #expect(head.size == 101)
        try shared.close()
    }

    @Test("A writer who waited in vain is told to try again, and can")
    func busy() throws {
        let sample = try SampleStore()
        let first = try SQLiteStore.open(sample.path)
        let second = try SQLiteStore.open(sample.path, patience: .milliseconds(20))
        try first.write { writer in
            _ = try writer.append([.sample()])
            #expect(try SampleStore.code { try second.write { _ = try $0.append([.sample()]) } } == .busy)
            // A reader is not kept waiting.
            let seen = try second.read { try $0.head() }
            #expect(seen == sample.head)
        }
        let records = try second.write { try $0.append([.sample()]) }
        #expect(records.map(\.number) == [7])
        try second.close()
        try first.close()
    }

    @Test("A reader keeps the state it began with while others write")
    func snapshot() throws {
        let sample = try SampleStore()
        let reading = try SQLiteStore.open(sample.path)
        let writing = try SQLiteStore.open(sample.path)
        try reading.read { reader in
            let before = try reader.head()
            _ = try writing.write { try $0.append([.sample()]) }
            let again = try reader.head()
            #expect(again == before)
            let last = try reader.event(6)
            #expect(last == nil)
        }
        let after = try reading.read { try $0.head() }
        #expect(after.size == 6)
        try writing.close()
        try reading.close()
    }

    @Test("Readers of the same store in many threads read on while one writes")
    func readers() throws {
        let sample = try SampleStore()
        let store = try SQLiteStore.open(sample.path)
        try atOnce(4) { index in
            for round in 0..<50 {
                if index == 0 {
                    try store.write { _ = try $0.append([.sample("T-\(round)")]) }
                } else {
                    let verified = try store.read { try $0.verifyLog() }
                    guard verified.size >= 5 else { throw LogFaultlessButShort() }
                }
            }
        }
        let head = try store.read { try $0.head() }
        #expect(head.size == 55)
        try store.close()
    }

    private struct LogFaultlessButShort: Error {}
}
