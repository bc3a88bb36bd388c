import Foundation
import SQLiteStore
import Store
import Synchronization
import TestSupport
import Testing

/// `make torture` does the same with the real program, for a minute.
@Suite("A crowd")
struct CrowdTests {
    private final class Record: Sendable {
        let numbers = Mutex<[Int64]>([])
        let failures = Mutex<[String]>([])
        let writersLeft = Mutex(10)
    }

    @Test("of ten writers and twenty readers, each with a connection of its own: all get their turn, nothing is lost, the log has no gap")
    func crowd() throws {
        let sample = try SampleStore(tasks: 1)
        let path = sample.path
        let record = Record()
        let group = DispatchGroup()
        for number in 0..<30 {
            group.enter()
            Thread.detachNewThread {
                do { try number < 10 ? write(path, record) : read(path, record) } catch {
                    record.failures.withLock { $0.append("\(error)") }
                }
                if number < 10 { record.writersLeft.withLock { $0 -= 1 } }
                group.leave()
            }
        }
        group.wait()
        #expect(record.failures.withLock { $0 } == [])
        #expect(record.numbers.withLock { $0.sorted() } == Array(2...101))
        let store = try SQLiteStore.open(path)
        #expect(try store.read { try $0.setting("count") } == [100])
        #expect(try store.read { try $0.verifyLog() }.size == 101)
        try store.close()
    }

    private func write(_ path: String, _ record: Record) throws {
        let store = try SQLiteStore.open(path, patience: .seconds(60))
        defer { try? store.close() }
        for _ in 0..<10 {
            let number = try store.write { writer in
                let count = try writer.setting("count")?.first ?? 0
                try writer.set("count", to: [count + 1])
                return try writer.append([.sample("TH-2024-0")]).map(\.number)
            }
            record.numbers.withLock { $0 += number }
        }
    }

    private func read(_ path: String, _ record: Record) throws {
        var size: Int64 = 0
        repeat {
            let store = try SQLiteStore.open(path, readOnly: true, patience: .seconds(60))
            let found = try store.read { try $0.verifyLog() }.size
            try store.close()
            if found < size { record.failures.withLock { $0.append("the log shrank from \(size) to \(found)") } }
            size = found
        } while record.writersLeft.withLock { $0 } > 0
    }
}
