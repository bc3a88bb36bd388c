import CanonicalJSON
import Engine
import Jobs
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Obligations and reminders")
struct ObligationsAndRemindersTests {
    @Test("A contract that was extended owes the reports of its further months; nothing is opened twice")
    func extended() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-04-20")
        #expect(try bureau.run(ObligationsJob(), on: "2026-03-03").counts == JobCounts(lookedAt: 1))
        try bureau.fire("N1", "extend", on: "2026-03-10", ["contract.end_on": "2026-07-10"])
        #expect(try bureau.run(ObligationsJob(), on: "2026-03-11").counts == JobCounts(lookedAt: 1, changed: 3))
        let reports = try bureau.store.read { try $0.machines(of: "N1") }
        #expect(reports.map(\.number) == [1, 2, 3, 4])
        let due = try bureau.store.read { try $0.deadlines(of: "N1") }.filter { $0.id == "BC-1" }.map(\.due.description)
        #expect(due == ["2026-04-02", "2026-05-02", "2026-06-02", "2026-07-02"])
        #expect(try bureau.run(ObligationsJob(), on: "2026-03-12").counts.changed == 0)
        // Nothing was recorded since: nothing is looked at.
        #expect(try bureau.run(ObligationsJob(), on: "2026-03-13").counts == JobCounts())
        #expect(try bureau.faults() == [])
    }

    @Test("Ladders remind before, on and after the due date, each rung once, as long as the clock runs")
    func ladder() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-03-20")
        try bureau.runDaily(from: "2026-03-02", to: "2026-04-30")
        let rungs = try bureau.told().filter { $0.hasPrefix("reminder/") }
        #expect(
            rungs == ["04", "11", "14"].map { "reminder/N1/task:0/KT-1/2026-03-02/2026-04-11/2026-04-\($0)/CT01" }
        )
        try bureau.sign("N2", on: "2026-05-04", until: "2026-05-20")
        try bureau.fire("N2", "finish", on: "2026-06-08")
        try bureau.run(RemindersJob(), on: "2026-06-30")
        // 13 June is due; the reminder of 6 June came while it ran, those of the 13th and 16th did not.
        #expect(
            try bureau.told().filter { $0.hasPrefix("reminder/N2") } == ["reminder/N2/task:0/KT-1/2026-05-04/2026-06-13/2026-06-06/CT01"]
        )
    }

    @Test("Nobody outside the matter is reminded: another host hears nothing")
    func outsiders() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-03-20", host: "DHY")
        try bureau.runDaily(from: "2026-03-02", to: "2026-05-10", every: 7)
        let people = Set(try bureau.store.read { try $0.waitingNotices(by: CivilDate(parsing: "2026-12-31")) }.map(\.person))
        #expect(people == ["CT02"])
    }

    @Test("A role that nobody holds is named")
    func vacant() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-03-20", host: "SKHCN")
        let run = try bureau.run(DeadlinesJob(), on: "2026-04-12")
        #expect(run.notes.map(\.vi) == ["Không có ai giữ vai trò để báo: host"])
    }

    @Test("What the calendar alone will do is told without writing it")
    func future() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-04-20")
        let before = try bureau.store.read { try $0.head() }
        let surroundings = try bureau.at("2026-03-05", as: "")
        let future = try bureau.store.read { try TaskFuture("N1", until: CivilDate(parsing: "2026-05-10"), surroundings, in: $0) }
        let kinds = future.entries.map { entry -> String in
            switch entry.what {
            case .reminder: "\(entry.day) reminder"
            case .flag: "\(entry.day) flag"
            case .bar: "\(entry.day) bar"
            case .barEnds: "\(entry.day) bar-ends"
            case .event(let label, _, _): "\(entry.day) \(label.vi)"
            case .refused: "\(entry.day) refused"
            }
        }
        #expect(kinds.contains("2026-04-03 Ghi nhận quá hạn"))
        #expect(kinds.contains("2026-04-12 flag"))
        #expect(kinds.contains("2026-04-22 bar"))
        #expect(kinds.contains("2026-05-02 Hết hiệu lực"))
        #expect(future.then.position == "work/lapsed")
        #expect(try bureau.store.read { try $0.head() } == before)
        // What comes true is what was foretold.
        try bureau.runDaily(from: "2026-03-06", to: "2026-05-10")
        #expect(try bureau.store.read { try $0.task("N1") }?.position.description == "work/lapsed")
    }
}
