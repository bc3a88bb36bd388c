import Engine
import Foundation
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Verifying a store")
struct VerifyStoreTests {
    /// An office with a task that has everything: clocks, machines, a document with a file.
    private func office() throws -> Office {
        let office = try Office()
        let file = office.folder.file("qd.txt")
        try Data("Quyết định".utf8).write(to: URL(fileURLWithPath: file))
        let kept = try office.vault.keep(file)
        let document = AttachedDocument(
            form: "QĐ-1",
            number: "1",
            date: try CivilDate(parsing: "2022-03-01"),
            sha256: kept.sha256,
            fileName: kept.fileName,
            size: kept.size
        )
        try office.award("T-1", on: "2022-03-01", file: document)
        try office.register("T-2", on: "2022-03-02")
        return office
    }

    @Test("finds nothing in one that is whole, also while clocks stand still and after they end")
    func whole() throws {
        let office = try office()
        #expect(try VerifyStore(office.store)(vault: office.vault).isEmpty)
        try office.fire("T-1", "pause", on: "2022-03-05")
        #expect(try VerifyStore(office.store)(vault: office.vault).isEmpty)
        try office.fire("T-1", "resume", on: "2022-03-08")
        try office.accept("T-1", on: "2022-03-10")
        try office.fire("T-1", "apply", on: "2022-04-10", ["followup.on": "2022-04-01"])
        var told: [Int] = []
        #expect(try VerifyStore(office.store)(vault: office.vault) { done, all in told.append(done * 10 + all) }.isEmpty)
        #expect(told == [12, 22])
    }

    @Test(
        "finds each kind of damage done behind its back",
        arguments: [
            ("UPDATE tasks SET title = 'khác' WHERE code = 'T-1'", "task-row", "T-1"),
            ("UPDATE tasks SET state_money = 1 WHERE code = 'T-1'", "task-row", "T-1"),
            ("UPDATE tasks SET next_due = NULL WHERE code = 'T-1'", "task-row", "T-1"),
            ("UPDATE tasks SET stage = 'acceptance', state = 'accepted' WHERE code = 'T-2'", "task-row", "T-2"),
            ("UPDATE deadlines SET due = '2030-01-01' WHERE id = 'NT-1'", "deadline-rows", "T-1"),
            ("DELETE FROM deadlines WHERE id = 'NT-1'", "deadline-rows", "T-1"),
            ("UPDATE machines SET state = 'received', is_closed = 1 WHERE number = 1", "machine-rows", "T-1"),
            ("DELETE FROM documents", "document-rows", "T-1"),
            ("UPDATE documents SET sha256 = '\(String(repeating: "a", count: 64))'", "attachment", "T-1"),
            (
                "UPDATE task_snapshots SET snapshot = CAST(replace(CAST(snapshot AS TEXT), 'VNN', 'DHY') AS BLOB)", "snapshot", "T-1"
            ),
            ("UPDATE events SET payload = replace(payload, '\"VNN\"', '\"DHY\"') WHERE subject_kind = 'task'", "snapshot", "T-1"),
            ("UPDATE documents SET number = '2'", "document-rows", "T-1"),
            ("UPDATE registered SET value = replace(value, 'Đại học Y', 'Đại học khác')", "register", "DHY"),
            ("DELETE FROM registered WHERE code = 'CT01'", "register", "CT01"),
            ("UPDATE settings SET value = CAST(replace(CAST(value AS TEXT), '2022-03-15', '2022-03-16') AS BLOB)", "calendar", "holidays"),
            ("UPDATE events SET kind = 'nonsense' WHERE number = (SELECT max(number) FROM events)", "replay-failed", "T-2"),
            ("DELETE FROM task_snapshots WHERE task = 2; DELETE FROM tasks WHERE code = 'T-2'", "task-without-row", "T-2"),
        ]
    )
    func damage(_ statements: String, _ code: String, _ task: String) throws {
        let office = try office()
        try office.store.close()
        try RawFile(path: office.path).tamper(statements)
        let store = try reopened(office)
        let findings = try VerifyStore(store)(vault: office.vault)
        #expect(findings.contains { $0.code == code && $0.subject == task }, "\(findings)")
        // An altered event does not fit its hash either.
        #expect(findings.allSatisfy { $0.subject == task || $0.code == "log" }, "\(findings)")
    }

    @Test("finds a task that the log does not know, as well as the one it lacks")
    func phantom() throws {
        let office = try office()
        try office.store.close()
        try RawFile(path: office.path).tamper("UPDATE tasks SET code = 'T-9' WHERE code = 'T-2'")
        let findings = try VerifyStore(try reopened(office))(vault: office.vault)
        #expect(Set(findings.map { "\($0.code) \($0.subject)" }) == ["task-without-events T-9", "task-without-row T-2"])
    }

    @Test("finds a definition that was altered, and nothing is decided by it")
    func alteredDefinition() throws {
        let office = try office()
        let hash = try #require(try office.store.read { try $0.task("T-1") }).definition
        try office.store.close()
        try RawFile(path: office.path).tamper(
            "UPDATE definitions SET canonical = CAST(replace(CAST(canonical AS TEXT), 'old-law', "
                + "'odd-law') AS BLOB) WHERE hash = '\(hash)'"
        )
        let store = try reopened(office)
        #expect(try VerifyStore(store)(vault: office.vault).map(\.code) == ["definition-altered"])
        #expect(try store.read { try Definitions.altered(in: $0) }.map(\.hash) == [hash])
        #expect(Result { try store.read { try Definitions().regime(hash, in: $0) } }.faultCode == "definition-altered")
    }

    @Test("finds a file that is gone or altered", arguments: [nil, "khác"])
    func files(_ content: String?) throws {
        let office = try office()
        let hash = try #require(try office.store.read { try $0.documents(of: "T-1") }.first?.sha256)
        let path = office.vault.path(of: hash)
        try FileManager.default.removeItem(atPath: path)
        if let content { try Data(content.utf8).write(to: URL(fileURLWithPath: path)) }
        RawFile(path: office.path).markTampered()
        let expected = ["attachment"] + (content == nil ? [] : ["attachment-size"])
        #expect(try VerifyStore(office.store)(vault: office.vault).map(\.code) == expected)
    }

    private func reopened(_ office: Office) throws -> any Store { try Office.open(office.path) }
}

extension Office {
    /// Opens a store for reading.
    static func open(_ path: String) throws -> any Store { try SQLiteStore.open(path, readOnly: true) }
}
