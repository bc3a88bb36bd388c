import SQLiteStore
import Store
import TestSupport
import Testing

@Suite("What the schema itself forbids")
struct SchemaGuardTests {
    @Test(
        "The log cannot be changed by plain SQL",
        arguments: [
            "UPDATE events SET payload = '{}' WHERE number = 2", "UPDATE events SET number = 99 WHERE number = 5",
            "DELETE FROM events WHERE number = 5", "DELETE FROM events",
            "INSERT OR REPLACE INTO events SELECT * FROM events WHERE number = 2",
            "INSERT INTO events SELECT 7, subject_kind, subject_code, kind, payload, actor, happened_on, recorded_at, definition, leaf_hash "
                + "FROM events WHERE number = 5",
            "INSERT INTO events SELECT NULL, subject_kind, subject_code, kind, payload, actor, happened_on, recorded_at, definition, "
                + "leaf_hash FROM events WHERE number = 5",
            "UPDATE log_head SET size = 4", "DELETE FROM log_head", "UPDATE definitions SET canonical = x'00'", "DELETE FROM definitions",
            "INSERT OR REPLACE INTO definitions SELECT * FROM definitions",
            "INSERT OR REPLACE INTO definitions SELECT 5, hash, id, version, canonical FROM definitions",
        ]
    )
    func forbidden(sql: String) throws {
        let sample = try SampleStore()
        let failure = #expect(throws: RawFile.Failure.self) { try sample.file.run(sql) }
        #expect(failure?.code == 19, "\(failure?.message ?? "")")
        try sample.withStore { (store) throws in
            let head = try store.read { try $0.verifyLog() }
            #expect(head == sample.head)
        }
    }

    @Test(
        "Values that mean nothing are refused",
        arguments: [
            "UPDATE tasks SET last_happened_on = '15/03/2024'", "UPDATE tasks SET year = 24", "UPDATE tasks SET months = -1",
            "UPDATE tasks SET flags = 'late'", "UPDATE tasks SET counts_as = '{}'", "UPDATE tasks SET code = ''",
            "UPDATE tasks SET state_money = 'nhiều'", "UPDATE tasks SET definition = NULL", "UPDATE task_snapshots SET snapshot = x''",
            "PRAGMA foreign_keys = ON; UPDATE tasks SET last_event = 99", "PRAGMA foreign_keys = ON; DELETE FROM tasks",
            "INSERT INTO settings VALUES ('', x'00')", "INSERT INTO registered VALUES ('task', 'A', '{}', '')",
            "INSERT INTO registered VALUES ('person', 'A', '{', '')",
        ]
    )
    func meaningless(sql: String) throws {
        let sample = try SampleStore()
        let failure = #expect(throws: RawFile.Failure.self) { try sample.file.run(sql) }
        #expect(
            failure?.code == 19 || failure?.message.contains("cannot store") == true || failure?.message == "malformed JSON",
            "\(failure?.message ?? "")"
        )
    }
}
