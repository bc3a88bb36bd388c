import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// What a program that was killed leaves beside the store: its write-ahead log, and shared memory that means nothing any more.
@Suite("A write-ahead log left behind")
struct LeftBehindTests {
    /// What became of the shared memory.
    enum SharedMemory: CaseIterable { case gone, asItWas, rubbish }

    /// Copies a store as it stands in the middle of its life, as if whoever writes were killed now.
    private func leave(_ place: TemporaryFolder, _ shared: SharedMemory) throws -> (before: LogHead, after: LogHead) {
        let sample = try SampleStore(name: "a.db")
        return try sample.withStore { store in
            let before = try store.write { writer in
                _ = try writer.record(.sample("trước"))
                return try writer.head()
            }
            let after = try store.write { writer in
                for number in 0..<20 { _ = try writer.record(.sample("N-\(number)")) }
                return try writer.head()
            }
            for name in ["a.db", "a.db-wal"] + (shared == .asItWas ? ["a.db-shm"] : []) {
                try FileManager.default.copyItem(atPath: sample.folder.file(name), toPath: place.file(name))
            }
            if shared == .rubbish { try Data(repeating: 0xA5, count: 32_768).write(to: URL(fileURLWithPath: place.file("a.db-shm"))) }
            return (before, after)
        }
    }

    @Test("is taken up by the next reader and the next writer", arguments: SharedMemory.allCases, [true, false])
    func takenUp(_ shared: SharedMemory, readOnly: Bool) throws {
        let place = try TemporaryFolder()
        let (_, head) = try leave(place, shared)
        let store = try SQLiteStore.open(place.file("a.db"), readOnly: readOnly)
        #expect(try store.read { try $0.verifyLog() } == head)
        if !readOnly {
            let next = try store.write { try $0.append([.sample()]) }
            #expect(next.map(\.number) == [head.size + 1])
        }
        try store.close()
        #expect(try place.names() == ["a.db"])
        let again = try SQLiteStore.open(place.file("a.db"), readOnly: true)
        #expect(try again.read { try $0.verifyLog() }.size == head.size + (readOnly ? 0 : 1))
        try again.close()
    }

    @Test("whose last commit is torn gives everything before it and nothing of it", arguments: [1, 24, 512, 4096, 4120, 9000])
    func torn(_ bytes: Int) throws {
        let place = try TemporaryFolder()
        let (before, _) = try leave(place, .gone)
        let log = URL(fileURLWithPath: place.file("a.db-wal"))
        let content = try Data(contentsOf: log)
        try content.dropLast(bytes).write(to: log)
        let store = try SQLiteStore.open(place.file("a.db"))
        #expect(try store.read { try $0.verifyLog() } == before)
        let next = try store.write { try $0.append([.sample()]) }
        #expect(next.map(\.number) == [before.size + 1])
        try store.close()
    }
}
