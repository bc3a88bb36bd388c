import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import SQLiteStore
import Services
import Store
import Testing

@Suite("Taking a migration back")
struct UndoMigrationTests {
    private func undo(_ office: Office, _ decision: String = "12/QĐ-SKHCN", on day: String = "2022-03-10", dryRun: Bool = false) throws
        -> UndoMigration.Answer
    {
        try UndoMigration(try office.at("2022-03-12", as: "CV01"))(decision, on: try CivilDate(parsing: day), dryRun: dryRun)
    }

    /// What the store says of all tasks, without the number of events and the last of them.
    private func picture(_ office: Office) throws -> [String] {
        try office.store.read { reader in
            var picture: [String] = []
            try reader.eachTask(TaskFilter()) { row in
                var state = try #require(try TaskState(snapshot: row.snapshot).json.object)
                (state["event_count"], state["last_happened_on"]) = (nil, nil)
                let beside = try "\(reader.deadlines(of: row.code)) \(reader.machines(of: row.code))"
                picture.append("\(JSONValue.object(state).canonicalText) \(beside)")
            }
            return picture
        }
    }

    /// Changes that touch everything a migration can touch.
    private func rules() throws -> ChangedRules {
        try ChangedRules([
            ("paused", "on-hold"), ("expected", "awaited"), ("  NT-1:", "  NT-2:"), ("      RP-1:", "      RP-9:"),
            ("counts-as: [awarded, running]}", "counts-as: [awarded, running, accepted]}"),
        ])
    }

    private let map = MigrationMap(
        states: ["task": ["execution/paused": "execution/on-hold"], "report": ["expected": "awaited"]],
        deadlines: ["task": ["NT-1": "NT-2"], "report": ["RP-1": "none"]]
    )

    @Test("puts every task back exactly as it stood, and can be followed by the same migration again")
    func exact() throws {
        let office = try MigrateTasksTests.office()
        let before = try picture(office)
        _ = try MigrateTasksTests.migrate(office, try rules(), map: map)
        #expect(try picture(office) != before)
        let head = try office.head()
        #expect(try undo(office, dryRun: true).tasks.count == 3)
        #expect(try office.head() == head)
        let answer = try undo(office)
        #expect(answer.receipt?.events.map { $0.upperBound - $0.lowerBound } == 3)
        #expect(try picture(office) == before)
        try MigrateTasksTests.expectSound(office)
        #expect(Result { try undo(office) }.faultCode == "already-undone")
        _ = try MigrateTasksTests.migrate(office, try rules(), map: map)
        _ = try undo(office)
        #expect(try picture(office) == before)
        try MigrateTasksTests.expectSound(office)
    }

    @Test("is refused once something has happened, naming the tasks")
    func wentOn() throws {
        let office = try MigrateTasksTests.office()
        _ = try MigrateTasksTests.migrate(office, try ChangedRules([]))
        try office.fire("T-3", "review", on: "2022-03-11")
        let before = try office.head()
        let result = Result { try undo(office) }
        #expect(result.faultCode == "tasks-went-on")
        if case .failure(let fault as UseCaseFault) = result {
            #expect(fault.blockers.count == 1 && fault.blockers.first?.message.vi.hasPrefix("T-3: ") == true)
        }
        #expect(try office.head() == before)
    }

    @Test(
        "is refused for a decision nobody made, and on a wrong day",
        arguments: [
            ("99/QĐ-SKHCN", "2022-03-10", "unknown-decision"), ("12/QĐ-SKHCN", "2022-03-09", "wrong-day"),
            ("12/QĐ-SKHCN", "2022-03-13", "wrong-day"), ("", "2022-03-10", "decision-missing"),
        ]
    )
    func refusals(_ decision: String, _ day: String, _ code: String) throws {
        let office = try MigrateTasksTests.office()
        _ = try MigrateTasksTests.migrate(office, try ChangedRules([]))
        #expect(Result { try undo(office, decision, on: day) }.faultCode == code)
    }

    @Test("happens whole or not at all")
    func whole() throws {
        let office = try MigrateTasksTests.office()
        let before = try office.head()
        struct Stop: Error {}
        // A fault in the middle of the same transaction takes everything back.
        #expect(throws: Stop.self) {
            try office.store.write { writer in
                let row = try requireTask("T-1", in: writer)
                try writer.removeDeadlines(of: row.code)
                throw Stop()
            }
        }
        #expect(try office.head() == before)
        try MigrateTasksTests.expectSound(office)
    }
}
