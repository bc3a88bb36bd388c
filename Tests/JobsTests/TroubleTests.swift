import CanonicalJSON
import Engine
import Jobs
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("One bad task")
struct TroubleTests {
    @Test("does not stop the others; it is set aside, tried again with growing distance, becomes an incident, and is forgotten when mended")
    func setAside() throws {
        let bureau = try Bureau()
        for number in 1...3 { try bureau.sign("N\(number)", on: "2026-03-02", until: "2026-04-20") }
        let row = try #require(try bureau.store.read { try $0.task("N2") })
        try bureau.store.write { writer in
            var bad = row
            bad.snapshot = [1, 2, 3]
            try writer.save(bad)
        }
        var moment = try Moment(parsing: "2026-04-03T06:00:00+07:00")
        let first = try bureau.run(DeadlinesJob(), on: "2026-04-03", at: moment)
        #expect(first.counts == JobCounts(lookedAt: 3, changed: 4, failed: 1))
        #expect(try bureau.moves(of: "N3").last == "2026-04-03 system report:1/fall-overdue")
        // Too early to try again.
        #expect(try bureau.run(DeadlinesJob(), on: "2026-04-03", at: moment).counts == JobCounts())
        for tries in 2...5 {
            moment = Moment(milliseconds: moment.milliseconds + 86_400_000)
            let day = moment.civilDate.description
            #expect(try bureau.run(DeadlinesJob(), on: day, at: moment).counts.failed == 1)
            let aside = try bureau.store.read { try $0.setAside(of: "deadlines") }
            #expect(aside.map(\.tries) == [tries])
            #expect(aside.map(\.isIncident) == [tries >= 5])
        }
        try bureau.store.write { try $0.save(row) }
        moment = Moment(milliseconds: moment.milliseconds + 86_400_000)
        let last = try bureau.run(DeadlinesJob(), on: moment.civilDate.description, at: moment)
        #expect(last.counts.failed == 0)
        #expect(try bureau.store.read { try $0.setAside(of: nil) } == [])
        // Dated by the day it concerns, days later.
        #expect(try bureau.moves(of: "N2").last == "2026-04-03 system report:1/fall-overdue")
        #expect(try bureau.faults() == [])
    }
}
