import Engine
import LifecycleModel
import Rules
import SQLiteStore
import Services
import Store
import Testing
import WorkingCalendar

@Suite("Migrating tasks")
struct MigrateTasksTests {
    /// T-1 runs, T-2 is paused, T-3 is proposed, T-4 withdrawn; all under old-law 1.0.0.
    static func office() throws -> Office {
        let office = try Office()
        try office.award("T-1", on: "2022-03-01")
        try office.award("T-2", to: "DHY", on: "2022-03-01")
        try office.fire("T-2", "pause", on: "2022-03-03")
        try office.register("T-3", on: "2022-03-01")
        try office.register("T-4", on: "2022-03-01")
        try office.fire("T-4", "withdraw", on: "2022-03-02")
        return office
    }

    static func migrate(
        _ office: Office,
        _ rules: ChangedRules,
        from: String = "old-law",
        to: String = "old-law",
        map: MigrationMap = MigrationMap(),
        decision: String = "12/QĐ-SKHCN",
        on day: String = "2022-03-10",
        by actor: String = "CV01",
        leavesBlocked: Bool = false,
        dryRun: Bool = false
    ) throws -> MigrateTasks.Answer {
        let request = MigrateTasks.Request(
            from: from,
            to: to,
            map: { _, _ in map },
            decision: decision,
            day: try CivilDate(parsing: day),
            leavesBlocked: leavesBlocked,
            dryRun: dryRun
        )
        return try MigrateTasks(try office.at("2022-03-10", as: actor), library: rules.library)(request)
    }

    static func expectSound(_ office: Office) throws {
        #expect(try VerifyStore(office.store)(vault: office.vault).map(\.code) == [])
        let verified = try office.store.read { try $0.verifyLog() }
        #expect(try office.head() == verified)
    }

    @Test("on trial lists every live task and every obligation that changes, and records nothing")
    func trial() throws {
        let office = try Self.office()
        let before = try office.head()
        let answer = try Self.migrate(office, try ChangedRules([("term: 10 working-days", "term: 15 working-days")]), dryRun: true)
        #expect(answer.plans.map(\.before.code) == ["T-1", "T-2", "T-3"] && answer.blocked.isEmpty && answer.receipt == nil)
        let changes = answer.plans.map(\.obligations)
        #expect(changes.map(\.count) == [1, 1, 0])
        #expect(changes[0].first?.kind == .moved && changes[0].first?.before?.due.description == "2022-03-16")
        // Five working days more: 17, 18, 19 (a Saturday worked), 21, 22 March.
        #expect(changes[0].first?.after?.due.description == "2022-03-22")
        #expect(changes[0].first?.reason.vi == "độ dài 10 ngày làm việc → 15 ngày làm việc")
        #expect(try office.head() == before)
    }

    @Test("is one act for all, and every task replays; the old definition stays")
    func act() throws {
        let office = try Self.office()
        let old = try office.row("T-1").definition
        let rules = try ChangedRules([("term: 10 working-days", "term: 15 working-days")])
        let answer = try Self.migrate(office, rules)
        let receipt = try #require(answer.receipt)
        // The act and an event for each of three tasks.
        #expect(receipt.events.map { $0.upperBound - $0.lowerBound } == 3)
        #expect(try office.head() == receipt.head)
        let row = try office.row("T-1")
        #expect(row.definition == answer.to.hash && row.definition != old && row.nextDue?.description == "2022-03-22")
        #expect(try office.row("T-4").definition == old)
        let kept = try office.store.read { try $0.definitions() }
        #expect(Set(kept.map(\.hash)).isSuperset(of: [old, row.definition]))
        try Self.expectSound(office)
        // What happens next is decided by the new rules.
        try office.fire("T-2", "resume", on: "2022-03-11")
        #expect(try office.row("T-2").nextDue?.description == "2022-03-30")
        try Self.expectSound(office)
        #expect(try Self.migrate(office, rules, decision: "13/QĐ").plans.isEmpty)
    }

    /// An edit of the old law, the tasks it blocks and the codes of the reasons.
    static let obstacles: [(edits: [(String, String)], blocked: [String], codes: Set<String>)] = [
        ([("paused", "on-hold")], ["T-2"], ["state-missing"]),
        (
            [
                ("en: Paused}, counts-as: [awarded, running]}", "en: Paused}, end: terminated}"),
                ("from: execution/paused, to: execution/running", "from: execution/running, to: execution/running"),
                ("    suspended-in: [execution/paused]\n", ""),
            ], ["T-2"], ["state-ends"]
        ),
        ([("money: {type: dong,", "money: {type: int,")], ["T-1", "T-2"], ["fact-type"]),
        ([("  NT-1:", "  NT-2:")], ["T-1", "T-2"], ["deadline-missing"]),
        ([("      RP-1:", "      RP-9:")], ["T-1", "T-2"], ["deadline-missing"]),
        ([("expected", "awaited")], ["T-1", "T-2"], ["state-missing"]),
    ]

    @Test("keeps back what has no counterpart, with the reason", arguments: obstacles.indices)
    func keepsBack(_ index: Int) throws {
        let (edits, blocked, codes) = Self.obstacles[index]
        let office = try Self.office()
        let rules = try ChangedRules(edits)
        let before = try office.head()
        let answer = try Self.migrate(office, rules, dryRun: true)
        #expect(answer.blocked.map(\.before.code) == blocked)
        #expect(Set(answer.blocked.flatMap(\.blockers).map(\.code)) == codes)
        let result = Result { try Self.migrate(office, rules) }
        #expect(result.faultCode == "tasks-blocked")
        #expect(try office.head() == before)
        let rest = try Self.migrate(office, rules, leavesBlocked: true)
        #expect(rest.passing.map(\.before.code) == ["T-1", "T-2", "T-3"].filter { !blocked.contains($0) })
        #expect(try office.row("T-2").definition != rest.to.hash)
        try Self.expectSound(office)
    }

    @Test("follows a map of new names")
    func map() throws {
        let office = try Self.office()
        let rules = try ChangedRules([
            ("paused", "on-hold"), ("expected", "awaited"), ("  NT-1:", "  NT-2:"), ("      RP-1:", "      RP-9:"),
        ])
        let map = MigrationMap(
            states: ["task": ["execution/paused": "execution/on-hold"], "report": ["expected": "awaited"]],
            deadlines: ["task": ["NT-1": "NT-2"], "report": ["RP-1": "none"]]
        )
        let answer = try Self.migrate(office, rules, map: map)
        #expect(answer.blocked.isEmpty && answer.receipt != nil)
        #expect(try office.row("T-2").position.description == "execution/on-hold")
        let (clocks, machines) = try office.store.read { (try $0.deadlines(of: "T-2"), try $0.machines(of: "T-2")) }
        #expect(clocks.filter { $0.standing != "stopped" }.map(\.id) == ["RP-9", "RP-9", "NT-2"])
        #expect(Set(machines.map(\.state)) == ["awaited"])
        try Self.expectSound(office)
    }

    @Test("starts what only the new rules have, where its start has happened and its end has not")
    func started() throws {
        let office = try Self.office()
        try office.fire("T-3", "review", on: "2022-03-02")
        let deadline = """
              RV-1:
                label: {vi: Phê duyệt sau rà soát, en: Award after the review}
                starts: [{on: review}]
                stops: [award]
                term: 20 calendar-days
                owner: officer
                passing: [{at: due, flag: award-late, label: {vi: Chậm phê duyệt, en: Award late}}]
                basis: TT 1/2020, Điều 5
                standing: model

            """
        let answer = try Self.migrate(office, try ChangedRules([("deadlines:\n  NT-1:", "deadlines:\n\(deadline)  NT-1:")]))
        let started = answer.plans.flatMap { plan in plan.obligations.map { (plan.before.code, $0) } }
        #expect(started.map(\.0) == ["T-3"] && started.first?.1.kind == .started)
        #expect(started.first?.1.after?.due.description == "2022-03-22")
        #expect(try office.row("T-3").nextDue?.description == "2022-03-22")
        try Self.expectSound(office)
    }

    @Test("lets a clock stand still or run again as the new rules have it")
    func suspension() throws {
        let office = try Self.office()
        let answer = try Self.migrate(office, try ChangedRules([("suspended-in: [execution/paused]", "suspended-in: [execution/running]")]))
        #expect(answer.plans.map { $0.obligations.map(\.kind) } == [[.suspended], [.resumed], []])
        // Seven days of standing still, five of them working days.
        #expect(answer.plans[1].obligations.first?.after?.due.description == "2022-03-22")
        try Self.expectSound(office)
    }

    @Test("is refused when it is asked wrongly")
    func refusals() throws {
        let office = try Self.office()
        let rules = try ChangedRules([])
        let before = try office.head()
        #expect(Result { try Self.migrate(office, rules, from: "old-lav") }.faultCode == "unknown-definition")
        #expect(Result { try Self.migrate(office, rules, to: "old-lav") }.faultCode == "unknown-definition")
        #expect(Result { try Self.migrate(office, rules, decision: " ") }.faultCode == "decision-missing")
        #expect(Result { try Self.migrate(office, rules, on: "2022-03-11") }.faultCode == "future-date")
        #expect(Result { try Self.migrate(office, rules, by: "NOBODY") }.faultCode == "unknown-actor")
        #expect(Result { try Self.migrate(office, rules, on: "2022-03-02") }.faultCode == "tasks-blocked")
        #expect(try office.head() == before)
        _ = try Self.migrate(office, rules)
        #expect(
            Result { try Self.migrate(office, try ChangedRules([("record-within: 30", "record-within: 31")])) }.faultCode == "decision-used"
        )
    }

    @Test("names a definition by its version or by the first digits of its hash")
    func names() throws {
        let office = try Self.office()
        let hash = try office.row("T-1").definition
        for name in ["old-law/1.0.0", String(hash.prefix(8)), hash] {
            #expect(try Self.migrate(office, try ChangedRules([]), from: name, dryRun: true).plans.count == 3)
        }
        #expect(try Self.migrate(office, try ChangedRules([]), to: hash, dryRun: true).plans.isEmpty)
    }
}
