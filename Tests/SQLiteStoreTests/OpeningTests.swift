import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

@Suite("Creating and opening a file")
struct OpeningTests {
    @Test("A store is one file again when it is closed, and holds what was written")
    func reopened() throws {
        let sample = try SampleStore()
        #expect(try sample.folder.names() == ["kho dữ liệu #1?.db"])
        try sample.withStore { (store) throws in
            let head = try store.read { try $0.verifyLog() }
            #expect(head == sample.head)
            let tasks = try store.read { try $0.tasks(TaskFilter()) }
            #expect(tasks.count == 5)
        }
        #expect(try sample.folder.names() == ["kho dữ liệu #1?.db"])
    }

    @Test("Only the owner can read the file and what lies beside it")
    func modes() throws {
        let folder = try TemporaryFolder()
        let store = try SQLiteStore.create(folder.file("a.db"))
        try store.write { _ = try $0.record(.sample()) }
        let names = try folder.names()
        #expect(names == ["a.db", "a.db-shm", "a.db-wal"])
        for name in names {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.file(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
        try store.close()
    }

    @Test("Commits are synced in full and the log is written ahead")
    func settings() throws {
        let sample = try SampleStore()
        #expect(try sample.file.value("PRAGMA journal_mode") == "wal")
        #expect(try sample.file.value("PRAGMA application_id") == "1852339829")
        #expect(try sample.file.value("PRAGMA integrity_check") == "ok")
        #expect(try sample.file.value("PRAGMA foreign_key_check") == nil)
    }

    @Test("A store that is no longer in WAL mode, such as a copy made by VACUUM INTO, is put back into it")
    func rollbackJournal() throws {
        let sample = try SampleStore()
        let copy = sample.folder.file("copy.db")
        try sample.file.run("VACUUM INTO '\(copy)'")
        let store = try SQLiteStore.open(copy)
        #expect(try store.read { try $0.verifyLog() } == sample.head)
        try store.close()
        #expect(try RawFile(path: copy).value("PRAGMA journal_mode") == "wal")
    }

    @Test("Nothing is created where something is, or where there is no folder")
    func notCreated() throws {
        let sample = try SampleStore()
        #expect(try SampleStore.code { _ = try SQLiteStore.create(sample.path) } == .exists)
        #expect(try SampleStore.code { _ = try SQLiteStore.create(sample.folder.path) } == .exists)
        #expect(try SampleStore.code { _ = try SQLiteStore.create(sample.folder.file("none/a.db")) } == .missing)
        try sample.withStore { (store) throws in
            let head = try store.read { try $0.head() }
            #expect(head == sample.head)
        }
    }

    @Test("What is not there or no store is refused, and left as it is", arguments: [false, true])
    func notAStore(readOnly: Bool) throws {
        let folder = try TemporaryFolder()
        let other = RawFile(path: folder.file("other.db"))
        let contents: [(String, Data)] = [
            ("empty.db", Data()), ("text.db", Data("Đây là một tệp văn bản, không phải kho dữ liệu.\n".utf8)),
            ("zero.db", Data(count: 10_000)), ("short.db", Data("SQLite format".utf8)), ("other.db", Data()),
        ]
        for (name, data) in contents { try data.write(to: URL(fileURLWithPath: folder.file(name))) }
        try other.run("CREATE TABLE t (a); PRAGMA user_version = 1")
        for (name, _) in contents {
            let before = try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))
            let code = try SampleStore.code { _ = try SQLiteStore.open(folder.file(name), readOnly: readOnly) }
            #expect(code == .notAStore, "\(name)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.file(name))) == before, "\(name)")
        }
        #expect(try SampleStore.code { _ = try SQLiteStore.open(folder.path, readOnly: readOnly) } == .notAStore)
        #expect(try SampleStore.code { _ = try SQLiteStore.open(folder.file("none.db"), readOnly: readOnly) } == .missing)
        #expect(try SampleStore.code { _ = try SQLiteStore.open(folder.file("text.db/a.db"), readOnly: readOnly) } == .missing)
        #expect(try folder.names() == contents.map(\.0).sorted())
    }

    @Test("Opened for reading, it refuses to be written, keeps every byte and leaves nothing beside it")
    func readOnly() throws {
        let sample = try SampleStore()
        let before = try Data(contentsOf: URL(fileURLWithPath: sample.path))
        try sample.withStore(readOnly: true) { (store) throws in
            let head = try store.read { try $0.verifyLog() }
            #expect(head == sample.head)
            #expect(try SampleStore.code { try store.write { _ = try $0.record(.sample()) } } == .readOnly)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: sample.path)) == before)
        #expect(try sample.folder.names() == ["kho dữ liệu #1?.db"])
    }
}
