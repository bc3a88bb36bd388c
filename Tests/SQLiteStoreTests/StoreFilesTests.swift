import Foundation
import SQLiteStore
import Store
import Synchronization
import TestSupport
import Testing

@Suite("Copying a store")
struct StoreFilesTests {
    private let files = SQLiteStoreFiles()

    @Test("gives a store with the same log that only its owner can read, with nothing beside it")
    func copy() throws {
        let sample = try SampleStore()
        let target = sample.folder.file("copy.db")
        var steps: [Int] = []
        let head = try files.copy(sample.path, to: target) { done, total in steps.append(total - done) }
        #expect(head == sample.head)
        #expect(steps.last == 0)
        #expect(try sample.folder.names() == ["copy.db", "kho dữ liệu #1?.db"])
        #expect(try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions] as? Int == 0o600)
        let copy = try files.open(target, readOnly: true)
        let found = try copy.read { try $0.verifyLog(known: [sample.head]) }
        #expect(found == sample.head)
        try copy.close()
    }

    @Test("can be made sure of: folded, everything recorded is in the file itself, unless somebody else uses the log")
    func fold() throws {
        let folder = try TemporaryFolder()
        let store = try files.create(folder.file("a.db"))
        let head = try store.write { writer in
            _ = try writer.record(.sample())
            return try writer.head()
        }
        let other = try SQLiteStore.open(folder.file("a.db"))
        try other.read { reader in
            _ = try reader.head()
            _ = try store.write { _ = try $0.append([.sample()]) }
            let impatient = try SQLiteStoreFiles(patience: .zero).open(folder.file("a.db"), readOnly: false)
            #expect(try SampleStore.code { try impatient.fold() } == .busy)
            try impatient.close()
        }
        try other.close()
        try store.fold()
        // Without what lies beside it.
        try FileManager.default.copyItem(atPath: folder.file("a.db"), toPath: folder.file("moved.db"))
        try store.close()
        let moved = try files.open(folder.file("moved.db"), readOnly: true)
        #expect(try moved.read { try $0.verifyLog(known: [head]) }.size == head.size + 1)
        try moved.close()
    }

    @Test("takes the store as it was at one moment, though somebody writes between the steps, also what is still in the write-ahead log")
    func whileWriting() throws {
        let sample = try SampleStore(tasks: 300)
        let writer = try SQLiteStore.open(sample.path)
        let before = try writer.write { writer in
            _ = try writer.append([.sample("TH-2024-0")])
            return try writer.head()
        }
        let target = sample.folder.file("copy.db")
        let written = Mutex(0)
        let head = try files.copy(sample.path, to: target) { _, _ in
            // Writing goes on at once: it would be busy if the copy kept it waiting.
            let isDone = (try? writer.write { _ = try $0.append([.sample("TH-2024-1")]) }) != nil
            if isDone { written.withLock { $0 += 1 } }
        }
        #expect(written.withLock { $0 } > 0)
        #expect(head == before)
        let copy = try files.open(target, readOnly: true)
        let found = try copy.read { try $0.verifyLog() }
        #expect(found == before)
        try copy.close()
        let now = try writer.read { try $0.verifyLog(known: [before]) }
        #expect(now.size == before.size + Int64(written.withLock { $0 }))
        try writer.close()
    }

    @Test("refuses a place that is taken, a foreign file and none at all, and leaves nothing")
    func refusals() throws {
        let sample = try SampleStore()
        let (foreign, taken) = (sample.folder.file("foreign.db"), sample.folder.file("taken.db"))
        try Data("no store".utf8).write(to: URL(fileURLWithPath: foreign))
        try Data("taken".utf8).write(to: URL(fileURLWithPath: taken))
        let names = try sample.folder.names()
        let target = sample.folder.file("copy.db")
        func code(_ source: String, _ target: String) throws -> StoreError.Code? {
            try SampleStore.code { _ = try files.copy(source, to: target) { _, _ in } }
        }
        #expect(try code(sample.path, taken) == .exists)
        #expect(try code(foreign, target) == .notAStore)
        #expect(try code(sample.folder.file("none.db"), target) == .missing)
        #expect(try code(sample.path, sample.folder.file("none/copy.db")) == .missing)
        #expect(try sample.folder.names() == names)
        #expect(try Data(contentsOf: URL(fileURLWithPath: taken)) == Data("taken".utf8))
    }

    @Test("onto a full disk says so and leaves nothing", .enabled(if: Mounting.isAllowed, "mounting a small file system needs root"))
    func fullDisk() throws {
        let sample = try SampleStore(tasks: 300)
        let place = try TemporaryFolder()
        try Mounting.withMount(["-t", "tmpfs", "-o", "size=64k", "tmpfs"], at: place.path) {
            let code = try SampleStore.code { _ = try files.copy(sample.path, to: place.file("copy.db")) { _, _ in } }
            #expect(code == .full)
            #expect(try place.names().isEmpty)
        }
    }
}
