import CanonicalJSON
import Engine
import Jobs
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Dates that go by")
struct DeadlinesJobTests {
    @Test("bring what the rules say, on the day after, once")
    func passed() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-05-10")
        #expect(try bureau.run(DeadlinesJob(), on: "2026-04-02").counts == JobCounts())
        // The first report was due on 2 April: the day after it falls overdue, and a flag stands.
        let first = try bureau.run(DeadlinesJob(), on: "2026-04-03")
        #expect(first.counts == JobCounts(lookedAt: 1, changed: 2))
        #expect(try bureau.moves(of: "N1").last == "2026-04-03 system report:1/fall-overdue")
        #expect(try bureau.run(DeadlinesJob(), on: "2026-04-03").counts == JobCounts())
        #expect(try bureau.told() == ["passed/N1/report:1/BC-1/2026-03-02/2026-04-02/CV01"])
        #expect(try bureau.faults() == [])
    }

    @Test("in order: flag at the due date, bar after the days of grace, an event after the last date")
    func threeDates() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-03-20")
        // 40 days, 10 days of grace, locked after 20.
        try bureau.run(DeadlinesJob(), on: "2026-04-12")
        #expect(try bureau.told() == ["passed/N1/task:0/KT-1/2026-03-02/2026-04-11/CT01"])
        try bureau.run(DeadlinesJob(), on: "2026-04-22")
        let notices = try bureau.store.read { try $0.waitingNotices(by: CivilDate(parsing: "2026-04-22")) }
        #expect(notices.map(\.isUrgent) == [false, true])
        #expect(notices.last?.text.vi.contains("tổ chức chủ trì không được nhận nhiệm vụ mới: Chưa kết thúc đúng hạn") == true)
        try bureau.run(DeadlinesJob(), on: "2026-05-02")
        #expect(try bureau.moves(of: "N1").last == "2026-05-02 system task/lapse")
        #expect(try bureau.faults() == [])
    }

    @Test("are told of bars that are lifted when the clock is stopped")
    func lifted() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-03-20")
        try bureau.run(DeadlinesJob(), on: "2026-04-25")
        try bureau.fire("N1", "finish", on: "2026-04-27")
        #expect(try bureau.run(DeadlinesJob(), on: "2026-04-28").counts.changed == 1)
        let lifted = try bureau.told().filter { $0.hasPrefix("lifted/") }
        #expect(lifted == ["lifted/N1/task:0/KT-1/2026-03-02/grace/2026-04-21/bar/host/CT01"])
        #expect(try bureau.run(DeadlinesJob(), on: "2026-04-28").counts == JobCounts())
    }

    @Test("bring nothing while the clock stands still, and come again when it runs on")
    func suspended() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-03-20")
        try bureau.fire("N1", "pause", on: "2026-04-01")
        #expect(try bureau.run(DeadlinesJob(), on: "2026-06-01").counts.changed == 0)
        try bureau.fire("N1", "resume", on: "2026-06-02")
        try bureau.run(DeadlinesJob(), on: "2026-07-31")
        #expect(try bureau.told().contains { $0.contains("KT-1/2026-03-02/2026-06-12") })
    }

    @Test("fire nothing that the rules refuse; it is tried again each day and told with its reason")
    func refused() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-04-20")
        try bureau.receive("N1", 1, on: "2026-03-30")
        let run = try bureau.run(DeadlinesJob(), on: "2026-05-03")
        #expect(run.counts.refused == 2)
        #expect(run.notes.contains { $0.vi.hasPrefix("N1, task/lapse: ") })
        #expect(try bureau.run(DeadlinesJob(), on: "2026-05-04").counts.refused == 1)
        // Nobody is told that it happened.
        let notices = try bureau.store.read { try $0.waitingNotices(by: CivilDate(parsing: "2026-12-31")) }
        #expect(!notices.contains { $0.text.vi.contains("Hết hiệu lực") })
    }

    @Test("come before what a person does later that day, whether a job ran or not")
    func beforePeople() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-05-10")
        try bureau.receive("N1", 1, on: "2026-04-06")
        #expect(
            try bureau.moves(of: "N1").suffix(2) == ["2026-04-03 system report:1/fall-overdue", "2026-04-06 CV01 report:1/receive"]
        )
        // The job finds the event done, and tells that the date went by.
        #expect(try bureau.run(DeadlinesJob(), on: "2026-04-07").counts == JobCounts(lookedAt: 1, changed: 1))
        #expect(try bureau.faults() == [])
    }

    @Test("leave to a person what the person does by hand")
    func byHand() throws {
        let bureau = try Bureau()
        try bureau.sign("N1", on: "2026-03-02", until: "2026-05-10")
        // An event that only the program may fire is refused to a person, and nothing else is written for it.
        let before = try bureau.store.read { try $0.head() }
        let answer = try bureau.attempt("N1", "fall-overdue", on: "2026-04-06", report: 1)
        #expect(answer.receipt == nil)
        #expect(try bureau.store.read { try $0.head() } == before)
    }

    /// The heart of it: however often and whenever jobs run, the record is the same.
    @Test("give the same events and messages daily, weekly, once, or after ten days of downtime", arguments: 1...6)
    func sameHowever(seed: UInt64) throws {
        let script = Script(seed: seed)
        let daily = try script.played(every: 1)
        for step in [3, 10, 400] {
            let other = try script.played(every: step)
            for task in script.tasks {
                #expect(try other.life(of: task).sorted() == daily.life(of: task).sorted(), "task \(task), every \(step) days")
            }
            let (more, less) = (Set(try other.told()).subtracting(try daily.told()), Set(try daily.told()).subtracting(try other.told()))
            #expect(more.isEmpty && less.isEmpty, "every \(step) days, more: \(more.sorted()), less: \(less.sorted())")
            #expect(try other.faults() == [])
        }
    }
}

/// A made-up half year: contracts, reports early and late, pauses.
private struct Script {
    let acts: [(day: CivilDate, run: (Bureau) throws -> Void)]
    let tasks: [String]

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var acts: [(day: CivilDate, run: (Bureau) throws -> Void)] = []
        tasks = (1...4).map { "N\($0)" }
        for task in tasks {
            guard let start = CivilDate(year: 2026, month: 3, day: Int.random(in: 1...28, using: &random)) else { continue }
            let end = start.adding(days: Int.random(in: 20...80, using: &random))
            acts.append((start, { try $0.sign(task, on: start.description, until: end.description) }))
            var day = start
            for number in 1...Int64(2) {
                day = max(day, start.adding(months: Int(number))).adding(days: Int.random(in: -9...12, using: &random))
                let date = day
                // What the rules refuse by then they refuse under every timetable.
                acts.append(
                    (
                        date,
                        {
                            _ = try $0.attempt(
                                task,
                                "receive",
                                on: date.description,
                                report: number,
                                ["this.received_on": date.description]
                            )
                        }
                    )
                )
            }
            let pause = start.adding(days: Int.random(in: 5...45, using: &random))
            let resume = pause.adding(days: Int.random(in: 1...20, using: &random))
            if Bool.random(using: &random) {
                acts.append((pause, { try $0.attempt(task, "pause", on: pause.description) }))
                acts.append((resume, { try $0.attempt(task, "resume", on: resume.description) }))
            }
            let finish = start.adding(days: Int.random(in: 30...75, using: &random))
            acts.append((finish, { try $0.attempt(task, "finish", on: finish.description) }))
        }
        self.acts = acts.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }

    /// Plays it with the jobs run each so many days, before people come to work, and on the last day.
    func played(every step: Int) throws -> Bureau {
        let bureau = try Bureau()
        let first = try CivilDate(parsing: "2026-03-01")
        let last = try CivilDate(parsing: "2026-08-31")
        var day = first
        while day <= last {
            if day == last || day == first || first.days(to: day) % step == 0 { try bureau.runCalendar(on: day) }
            for act in acts where act.day == day { try act.run(bureau) }
            day = day.adding(days: 1)
        }
        return bureau
    }
}
