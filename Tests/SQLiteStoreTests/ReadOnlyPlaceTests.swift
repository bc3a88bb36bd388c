import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// Root may write to any file whatever its mode, so these use a mount that nobody can write to.
@Suite("A place that cannot be written", .enabled(if: Mounting.isAllowed, "a read-only mount needs root"))
struct ReadOnlyPlaceTests {
    @Test("A store there is read, not written")
    func read() throws {
        let sample = try SampleStore()
        try Mounting.withReadOnly(sample.folder.path) {
            #expect(try SampleStore.code { _ = try SQLiteStore.open(sample.path) } == .readOnly)
            try sample.withStore(readOnly: true) { (store) throws in
                let head = try store.read { try $0.verifyLog() }
                #expect(head == sample.head)
                let (outer, inner) = try store.read { (try $0.head(), try store.read { try $0.head() }) }
                #expect(outer == inner)
                #expect(try SampleStore.code { try store.write { _ = try $0.record(.sample()) } } == .readOnly)
            }
            #expect(try sample.folder.names() == ["kho dữ liệu #1?.db"])
        }
    }

    @Test("No store is made there")
    func create() throws {
        let folder = try TemporaryFolder()
        try Mounting.withReadOnly(folder.path) {
            let code = try SampleStore.code { _ = try SQLiteStore.create(folder.file("a.db")) }
            #expect(code == .readOnly)
            let names = try folder.names()
            #expect(names == [])
        }
    }

    @Test("A store left behind with a write-ahead log is read with it, or refused, but never without it")
    func withLog() throws {
        let sample = try SampleStore()
        let copy = try TemporaryFolder()
        let head = try sample.withStore { store in
            let head = try store.write { writer in
                _ = try writer.record(.sample("trong nhật ký"))
                return try writer.head()
            }
            for suffix in ["", "-wal", "-shm"] {
                try FileManager.default.copyItem(atPath: sample.path + suffix, toPath: copy.file("a.db" + suffix))
            }
            return head
        }
        try Mounting.withReadOnly(copy.path) {
            do {
                let store = try SQLiteStore.open(copy.file("a.db"), readOnly: true)
                #expect(try store.read { try $0.head() } == head)
            } catch let error as StoreError {
                #expect(error.code == .readOnly)
            }
        }
    }
}
