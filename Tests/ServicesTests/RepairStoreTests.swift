import Engine
import Foundation
import LifecycleModel
import SQLiteStore
import Store
import TestSupport
import Testing

@testable import Services

@Suite("Repairing a store")
struct RepairStoreTests {
    private static let tables = [
        "tasks", "task_snapshots", "deadlines", "machines", "documents", "bars", "results", "evidence", "use_moves", "registered",
        "settings",
        "events", "definitions", "log_head", "personal",
    ]

    /// Every row of every table, as text; numbers that only count rows of a table left out.
    private func dump(_ path: String) throws -> [String: [String]] {
        let file = RawFile(path: path)
        return try Dictionary(
            uniqueKeysWithValues: Self.tables.map { table in
                let own = ["documents", "bars", "tasks"].contains(table) ? "id" : ""
                let task = table == "task_snapshots" ? "(SELECT code FROM tasks WHERE id = task)" : nil
                let columns = try file.values("SELECT name FROM pragma_table_info('\(table)')").filter { $0 != own }
                let shown = columns.map { "quote(\($0 == "task" ? task ?? $0 : $0))" }.joined(separator: " || ' ' || ")
                return (table, try file.values("SELECT \(shown) FROM \(table) ORDER BY 1"))
            }
        )
    }

    /// An office with a task that has everything, of which one was withdrawn, and a council.
    private func office() throws -> CouncilOffice {
        let office = try CouncilOffice()
        try office.twoDossiers()
        return office
    }

    @Test(
        "makes every table for reading anew as it was, whatever was done to it",
        arguments: [
            "DELETE FROM deadlines", "DELETE FROM machines", "DELETE FROM documents", "DELETE FROM registered",
            "DELETE FROM settings", "DELETE FROM task_snapshots; DELETE FROM tasks",
            "UPDATE tasks SET title = 'khác', state_money = 1, search_text = ''", "UPDATE deadlines SET due = '2030-01-01'",
            "UPDATE task_snapshots SET snapshot = CAST(replace(CAST(snapshot AS TEXT), 'VIEN-A', 'VIEN-B') AS BLOB)",
            "UPDATE registered SET value = replace(value, 'Người', 'Kẻ')", "UPDATE registered SET search_text = 'x'",
            "INSERT INTO registered VALUES ('person', 'MA', '{\"code\":\"MA\",\"name\":\"Ma\",\"roles\":[]}', 'ma')",
            "INSERT INTO machines VALUES ('NV-1', 'report', 77, 'x', '2024-01-01', 0)",
            "INSERT INTO bars (party, code, task, reason_vi, reason_en, starts_on) VALUES ('person', 'N1', 'NV-1', 'x', 'x', '2024-01-01')",
            "INSERT INTO documents (task, event, form, number, date) VALUES ('NV-1', 1, 'x', '1', '2024-01-01')",
            "UPDATE tasks SET code = 'MA-1'",
        ]
    )
    func tables(_ statement: String) throws {
        let office = try office()
        try office.store.close()
        let path = office.store.path
        let before = try dump(path)
        try RawFile(path: path).tamper(statement)
        #expect(try dump(path) != before)
        let store = try SQLiteStore.open(path)
        let vault = AttachmentVault(besides: path)
        #expect(try !VerifyStore(store)(vault: vault).isEmpty)
        let answer = try RepairStore(store, vault: vault)()
        #expect(answer.after.isEmpty && !answer.before.isEmpty, "\(answer.after)")
        try store.close()
        let after = try dump(path)
        for table in Self.tables { #expect(after[table] == before[table], "\(table)") }
    }

    @Test("a stored state with one changed bit is told of by whoever reads the task, and nothing is decided on it")
    func damagedState() throws {
        let office = try office()
        try office.store.close()
        let path = office.store.path
        try RawFile(path: path).tamper(
            "UPDATE task_snapshots SET snapshot = CAST(substr(snapshot, 1, 300) || x'07' || substr(snapshot, 302) AS BLOB)"
        )
        let store = try SQLiteStore.open(path)
        let size = try store.read { try $0.head().size }
        let code = try #require(try store.read { try $0.recordedCodes(.task) }.first)
        let day = try CivilDate(parsing: "2024-03-01")
        let use = FireEvent(try store.surroundings(on: "2024-03-01", as: CouncilOffice.officer))
        #expect(refusal { _ = try use(FireEvent.Request(task: code, event: "withdraw", day: day)) } == ["snapshot-damaged"])
        #expect(try store.read { try $0.head().size } == size)
        let findings = try VerifyStore(store)(vault: AttachmentVault(besides: path))
        #expect(!findings.isEmpty && findings.allSatisfy { $0.code == "snapshot" })
        #expect(VerifyStore.cure(of: findings).vi.contains("--repair"))
        #expect(!VerifyStore.cure(of: findings).vi.contains("restore"))
        #expect(try RepairStore(store, vault: AttachmentVault(besides: path))().after.isEmpty)
        try store.close()
    }

    @Test("of one that is whole changes nothing")
    func whole() throws {
        let office = try office()
        let answer = try RepairStore(office.store, vault: AttachmentVault(besides: office.store.path))()
        #expect(answer.before.isEmpty && answer.after.isEmpty && answer.tasks.isEmpty && answer.entries.isEmpty)
    }

    @Test(
        "is refused when the log, a definition or the schema is not whole, and changes nothing",
        arguments: [
            "UPDATE events SET actor = 'P1' WHERE number = 20", "UPDATE definitions SET canonical = CAST('{}' AS BLOB)",
            "DROP INDEX deadlines_open",
        ]
    )
    func refused(_ statement: String) throws {
        let office = try office()
        try office.store.close()
        let path = office.store.path
        try RawFile(path: path).tamper(statement + "; UPDATE tasks SET title = 'khác'")
        let before = try dump(path)
        let store = try SQLiteStore.open(path)
        #expect(refusal { _ = try RepairStore(store, vault: AttachmentVault(besides: path))() } == ["not-repairable"])
        try store.close()
        #expect(try dump(path) == before)
    }

    @Test("every invariant has a code of its own and words in both languages; there are at least forty")
    func catalogue() {
        let codes = Invariant.all.map(\.code)
        #expect(Set(codes).count == codes.count && codes.count >= 40)
        #expect(Invariant.all.allSatisfy { !$0.phrase.vi.isEmpty && $0.phrase.vi != $0.phrase[.en] })
        #expect(Set(Invariant.all.map(\.area)) == Set(Invariant.Area.allCases))
    }

    @Test("what is told to be mendable, and what bars mending, are codes of invariants")
    func cures() {
        let codes = Set(Invariant.all.map(\.code))
        #expect(VerifyStore.rebuilt.isSubset(of: codes))
        #expect(RepairStore.barriers.isSubset(of: codes))
        #expect(VerifyStore.rebuilt.isDisjoint(with: RepairStore.barriers))
    }
}
