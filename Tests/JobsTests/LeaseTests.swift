import CanonicalJSON
import Engine
import Jobs
import LifecycleModel
import SQLiteStore
import Services
import Store
import Testing

@Suite("Runs of jobs")
struct LeaseTests {
    /// A job that does something in the middle of its run.
    private struct Meddling: Job {
        let name = JobName.deadlines
        let middle: (JobRun) throws -> Void
        func perform(_ run: JobRun) throws { try middle(run) }
    }

    private func code(_ work: () throws -> Void) -> String? {
        do { try work() } catch { return (error as? UseCaseFault)?.code ?? "\(error)" }
        return nil
    }

    @Test("take turns: while one machine runs a job another is told who does")
    func oneAtATime() throws {
        let bureau = try Bureau()
        var inner: String?
        try bureau.run(
            Meddling { _ in inner = code { try bureau.run(DeadlinesJob(), on: "2026-03-01", holder: "máy:2") } },
            on: "2026-03-01"
        )
        #expect(inner == "job-running")
        #expect(try bureau.run(DeadlinesJob(), on: "2026-03-01", holder: "máy:2").outcome == "done")
    }

    @Test("of a lost machine are taken over when its lease is over, and what it still tries is refused")
    func takenOver() throws {
        let bureau = try Bureau()
        let noon = try Moment(parsing: "2026-03-01T12:00:00+07:00")
        let later = Moment(milliseconds: noon.milliseconds + 601_000)
        var second: JobRunRow?
        let lost = code {
            try bureau.run(
                Meddling { run in
                    second = try bureau.run(DeadlinesJob(), on: "2026-03-01", holder: "máy:2", at: later)
                    try run.transaction { _ in }
                },
                on: "2026-03-01",
                at: noon
            )
        }
        #expect(second?.outcome == "done")
        #expect(lost == "lease-lost")
        let runs = try bureau.store.read { try $0.jobRuns(of: "deadlines", limit: 5) }
        #expect(runs.map(\.outcome) == ["done", "interrupted"])
    }

    @Test("do not go back to a day before the last, nor by a clock that was set back, nor beside a clock far ahead")
    func clocks() throws {
        let bureau = try Bureau()
        try bureau.run(DeadlinesJob(), on: "2026-03-10")
        #expect(
            code { try bureau.run(DeadlinesJob(), on: "2026-03-09", at: Moment(parsing: "2026-03-11T12:00:00+07:00")) }
                == "day-before-last-run"
        )
        let earlier = try Moment(parsing: "2026-03-10T11:00:00+07:00")
        #expect(code { try bureau.run(DeadlinesJob(), on: "2026-03-11", at: earlier) } == "clock-set-back")
        try bureau.store.write { writer in
            var row = try #require(try writer.job("deadlines"))
            row.holder = "máy:9"
            row.leasedUntil = try Moment(parsing: "2026-03-12T12:00:00+07:00")
            try writer.save(row)
        }
        #expect(code { try bureau.run(DeadlinesJob(), on: "2026-03-11") } == "clocks-differ")
        #expect(try bureau.store.read { try $0.job("deadlines") }?.doneFor == CivilDate(parsing: "2026-03-10"))
    }

    @Test("tell when the rule files were changed since the last one, and when they are for a day that has not come")
    func rulesChanged() throws {
        let bureau = try Bureau()
        func run(_ rules: String, on day: String) throws -> [String] {
            let noon = try Moment(parsing: "2026-03-02T12:00:00+07:00")
            let date = try CivilDate(parsing: day)
            let own = try bureau.at(date, as: "")
            return try JobRunner(own, holder: "máy:1", rules: rules, clock: { noon }).run(DeadlinesJob()).notes.map(\.vi)
        }
        #expect(try run("a", on: "2026-03-01") == [])
        #expect(try run("a", on: "2026-03-02") == [])
        #expect(try run("b", on: "2026-03-02") == ["Tệp quy tắc đã đổi so với lần chạy trước"])
        #expect(try run("b", on: "2026-03-09") == ["Chạy cho ngày 09/03/2026, sau ngày của đồng hồ máy"])
    }

    @Test("that fail say so, keep what they did, and go on next time")
    func failed() throws {
        let bureau = try Bureau()
        struct Trouble: Error {}
        #expect(throws: Trouble.self) { try bureau.run(Meddling { _ in throw Trouble() }, on: "2026-03-01") }
        let last = try bureau.store.read { try $0.jobRuns(of: nil, limit: 1) }.first
        #expect(last?.outcome == "failed")
        #expect(try bureau.store.read { try $0.job("deadlines") }?.doneFor == nil)
        #expect(try bureau.run(DeadlinesJob(), on: "2026-03-01").outcome == "done")
    }

    /// A machine goes down at every transaction there is, one after the other; the run after it ends where an undisturbed one would have.
    @Test("broken off after any transaction leave the same record in the end")
    func brokenOffAnywhere() throws {
        func prepared() throws -> Bureau {
            let bureau = try Bureau()
            for number in 1...3 { try bureau.sign("N\(number)", on: "2026-03-0\(number)", until: "2026-04-20") }
            return bureau
        }
        let undisturbed = try prepared()
        try undisturbed.runCalendar(on: CivilDate(parsing: "2026-05-20"))
        var breaks = 0
        for after in 0... {
            let bureau = try prepared()
            let brittle = BrittleStore(bureau.store, writes: after)
            var moment = try Moment(parsing: "2026-05-20T12:00:00+07:00")
            var wasBroken = false
            for job in [ObligationsJob(), DeadlinesJob(), RemindersJob()] as [any Job] {
                do { try bureau.run(job, on: "2026-05-20", at: moment, store: brittle) } catch {
                    wasBroken = true
                    brittle.mend()
                    // Its lease has to run out first.
                    moment = Moment(milliseconds: moment.milliseconds + 700_000)
                    try bureau.run(job, on: "2026-05-20", at: moment)
                }
            }
            for task in ["N1", "N2", "N3"] { #expect(try bureau.life(of: task) == undisturbed.life(of: task), "broken after \(after)") }
            #expect(try bureau.told() == undisturbed.told())
            #expect(try bureau.faults() == [])
            guard wasBroken else { break }
            breaks += 1
        }
        #expect(breaks > 8)
    }
}
