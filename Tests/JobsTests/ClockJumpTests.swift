import Engine
import Jobs
import LifecycleModel
import SQLiteStore
import Services
import Store
import Testing

/// The machine's clock is set back, or jumps a year, between acts and between runs of jobs.
@Suite("A clock that jumps")
struct ClockJumpTests {
    private func code(_ work: () throws -> Void) -> String? {
        do { try work() } catch { return (error as? UseCaseFault)?.code ?? "\(error)" }
        return nil
    }

    @Test("changes no order: the log goes by its numbers, each moment is kept as the clock said it, and all of it verifies")
    func acts() throws {
        let bureau = try Bureau()
        let moments = ["2026-03-02T08:00:00+07:00", "2027-03-02T08:00:00+07:00", "2026-02-01T08:00:00+07:00", "2026-03-02T08:05:00+07:00"]
        for (number, moment) in moments.enumerated() {
            let calm = try bureau.at("2026-03-02", as: "CV01")
            let own = Surroundings(
                store: bureau.store,
                actor: "CV01",
                today: calm.today,
                now: try Moment(parsing: moment),
                calendar: calm.calendar
            )
            let facts = ["title": "Giống lúa \(number)", "level": "province", "kind": "topic", "field": "agriculture"]
            _ = try RegisterTask(own, library: bureau.library)(
                RegisterTask.Request(code: "N\(number)", regime: "law", facts: facts, day: calm.today)
            )
        }
        let recorded = try bureau.store.read { reader in
            try (0..<moments.count).map { try reader.events(of: EventRecord.Subject(.task, "N\($0)"))[0] }
        }
        #expect(recorded.map(\.recordedAt) == (try moments.map { try Moment(parsing: $0) }))
        #expect(recorded.map(\.number) == recorded.map(\.number).sorted())
        #expect(try bureau.faults() == [])
    }

    @Test("ahead leaves no job held for ever: once a person says that the clock is right, it is run, and as always after")
    func aheadAndBack() throws {
        let bureau = try Bureau()
        func run(_ moment: String, trustsClock: Bool = false) throws -> JobRunRow {
            let now = try Moment(parsing: moment)
            let own = try bureau.at(now.civilDate, as: "")
            return try JobRunner(own, holder: "máy:1", trustsClock: trustsClock, clock: { now }).run(DeadlinesJob())
        }
        #expect(try run("2027-03-02T08:00:00+07:00").outcome == "done")
        try bureau.store.write { writer in
            // It was killed in the middle of a further run.
            var row = try #require(try writer.job("deadlines"))
            row.holder = "máy:9"
            row.leasedUntil = try Moment(parsing: "2027-03-02T08:20:00+07:00")
            try writer.save(row)
        }
        #expect(code { _ = try run("2026-03-03T08:00:00+07:00") } == "clocks-differ")
        #expect(try run("2026-03-03T08:00:00+07:00", trustsClock: true).outcome == "done")
        #expect(try run("2026-03-04T08:00:00+07:00").outcome == "done")
        #expect(code { _ = try run("2026-02-04T08:00:00+07:00") } == "clock-set-back")
        #expect(try bureau.faults() == [])
    }

    @Test("puts no letter off for longer than anything does")
    func letters() throws {
        let bureau = try Bureau()
        let wrong = try Moment(parsing: "2027-03-02T08:00:00+07:00")
        let right = try Moment(parsing: "2026-03-02T08:00:00+07:00")
        var letter = LetterRow(
            key: "k",
            person: "CT01",
            address: "ct01@example.org",
            day: right.civilDate,
            isUrgent: false,
            subject: "Thư",
            body: "Thư",
            standing: .waiting,
            retryAt: wrong,
            writtenAt: wrong
        )
        try bureau.store.write { try $0.add(letter, telling: []) }
        #expect(try bureau.store.read { try $0.dueLetters(at: right, limit: 5) }.map(\.key) == ["k"])
        letter.retryAt = Moment(milliseconds: right.milliseconds + 43_200_000)
        try bureau.store.write { try $0.save(letter) }
        #expect(try bureau.store.read { try $0.dueLetters(at: right, limit: 5) }.isEmpty)
    }
}
