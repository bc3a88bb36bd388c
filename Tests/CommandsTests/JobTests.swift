import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// Batch jobs on a small portfolio in which a dossier falls overdue on 16 March 2022.
@Suite("Batch jobs")
struct JobTests {
    private func json(_ outcome: Program.Outcome) throws -> JSONValue { try JSONValue(parsing: outcome.output) }

    @Test("answer with their counts, again with nothing to do, and are listed with the day they were run for")
    func counted() throws {
        let desk = try Desk()
        let first = try desk.run(["job", "run", "deadlines", "--now", "2022-04-01", "--format", "json"])
        #expect(first.exit == 0, "\(first.error)")
        let counts = try json(first)
        #expect(counts["changed"]?.int ?? 0 > 0)
        for name in ["looked_at", "changed", "refused", "failed"] { #expect(counts[name]?.int != nil) }
        let second = try json(try desk.run(["job", "run", "deadlines", "--now", "2022-04-01", "--format", "json"]))
        #expect(second["looked_at"]?.int == 0)
        let list = try json(try desk.run(["job", "list", "--now", "2022-04-01", "--format", "json"]))
        let own = list["jobs"]?.array?.first { $0["job"]?.string == "deadlines" }
        #expect(own?["done_for"]?.string == "2022-04-01")
        #expect(own?["late"] == .bool(false))
        let history = try json(try desk.run(["job", "history", "deadlines", "--format", "json"]))
        #expect(history.array?.map { $0["outcome"]?.string } == ["done", "done"])
    }

    @Test("what is late makes the list end with 2")
    func late() throws {
        let desk = try Desk()
        // What never ran is late, too: a timer that nobody set up.
        #expect(try desk.run(["job", "list", "--now", "2022-04-01"]).exit == 2)
        #expect(try desk.run(["job", "run", "all", "--now", "2022-04-01"]).exit == 0)
        #expect(try desk.run(["job", "list", "--now", "2022-04-02"]).exit == 0)
        let late = try desk.run(["job", "list", "--now", "2022-04-05"])
        #expect(late.exit == 2)
        #expect(late.output.contains("trễ 4 ngày"))
    }

    @Test("a look at a day to come leaves store and folder as they are")
    func trial() throws {
        let desk = try Desk()
        let before = try desk.folder.names()
        let outcome = try desk.run(["job", "run", "all", "--now", "2023-01-15", "--dry-run", "--format", "json"])
        #expect(outcome.exit == 0, "\(outcome.error)")
        let all = try json(outcome)
        #expect(all["changed"]?.int ?? 0 > 0)
        #expect(all["jobs"]?.array?.count == 10)
        #expect(try desk.folder.names() == before)
        #expect(try json(try desk.run(["job", "history", "--format", "json"])).array?.isEmpty == true)
    }

    @Test("a day far ahead wants more than a slip of the finger, and a run for a day to come does not stop those until then")
    func ahead() throws {
        let desk = try Desk()
        let head = try desk.head()
        let far = try desk.run(["job", "run", "all", "--now", "2099-01-15"])
        #expect(far.exit == 64)
        #expect(try desk.head() == head)
        // The machine's own day in Vietnam, and one forty days on.
        let days = [0, 40].map { Date(timeIntervalSinceNow: Double($0) * 86_400 + 7 * 3600).ISO8601Format(.iso8601.year().month().day()) }
        #expect(try desk.run(["job", "run", "deadlines", "--now", days[1]]).exit == 0)
        let list = try desk.run(["job", "list", "--now", days[0]])
        #expect(list.exit == 2)
        #expect(list.output.contains("đã chạy cho một ngày chưa tới"))
        #expect(try desk.run(["job", "run", "deadlines", "--now", days[0]]).exit == 0)
    }

    @Test("missed days are lived one after the other by all jobs together")
    func missed() throws {
        let desk = try Desk()
        #expect(try desk.run(["job", "run", "all", "--now", "2022-03-10"]).exit == 0)
        let outcome = try desk.run(["job", "run", "all", "--now", "2022-03-20", "--format", "json"])
        #expect(outcome.exit == 0, "\(outcome.error)")
        #expect(try json(outcome)["jobs"]?.array?.count == 10)
        let runs = try json(try desk.run(["job", "history", "deadlines", "--format", "json"])).array ?? []
        #expect(runs.map { $0["day"]?.string } == (11...20).reversed().map { "2022-03-\($0)" } + ["2022-03-10"])
    }

    @Test("all of them run one after the other, a line each for system logs")
    func all() throws {
        let desk = try Desk()
        let outcome = try desk.run(["job", "run", "all", "--now", "2022-04-01", "--lines"])
        #expect(outcome.exit == 0, "\(outcome.error)")
        let names = outcome.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
        let jobs = [
            "obligations", "deadlines", "reminders", "indicators", "reports", "messages", "verify", "checkpoint", "backup", "housekeeping",
        ]
        #expect(names == jobs.map { "job=\($0)" })
        #expect(try desk.folder.names().filter { $0.hasPrefix("tinh.db.") }.contains("tinh.db.checkpoints"))
        #expect(try desk.run(["audit", "verify"]).exit == 0)
        #expect(try desk.run(["store", "verify"]).exit == 0)
    }

    @Test(
        "what cannot be run is refused with the way out, and nothing changes",
        arguments: [
            (["job", "run", "deadline"], 64, "unknown-job"),
            (["job", "run", "deadlines", "--now", "2022-03-01"], 64, "day-before-last-run"),
            (["job", "letters", "--key", "digest/X/2022-01-01"], 64, "unknown-letter"),
            (["job", "resend", "digest/X/2022-01-01"], 64, "unknown-letter"),
            (["task", "whatif", "TH-2022-001", "--until", "2022-01-01"], 65, "day-past"),
            (["task", "whatif", "TH-2022-999", "--until", "2022-06-01"], 64, "unknown-task"),
        ]
    )
    func refused(_ words: [String], _ exit: Int32, _ code: String) throws {
        let desk = try Desk()
        #expect(try desk.run(["job", "run", "deadlines", "--now", "2022-04-01"]).exit == 0)
        let head = try desk.head()
        let environment = words.contains("--now") ? [:] : ["NHIEMVU_NOW": "2022-04-01"]
        let outcome = try desk.run(words + ["--format", "json"], environment: environment)
        #expect(outcome.exit == exit)
        #expect(try JSONValue(parsing: outcome.error)["error"]?["code"]?.string == code)
        #expect(try desk.head() == head)
    }

    @Test("one that cannot run does not stop the others")
    func oneBroken() throws {
        let desk = try Desk()
        let words = ["job", "run", "all", "--now", "2022-04-01", "--format", "json"]
        let outcome = try desk.run(words, environment: ["NHIEMVU_LOG_KEY": "khong-co.key"])
        #expect(outcome.exit == 69, "\(outcome.error)")
        let jobs = try json(outcome)["jobs"]?.array ?? []
        let outcomes = jobs.map { "\($0["job"]?.string ?? "") \($0["outcome"]?.string ?? "")" }
        #expect(outcomes.contains("checkpoint failed"))
        #expect(outcomes.filter { $0.hasSuffix(" done") }.count == 9)
    }

    @Test("letters reach the folder, each once; a wrong setting is told")
    func letters() throws {
        let desk = try Desk()
        let mail = ["NHIEMVU_MAIL": "folder:\(desk.folder.file("thu"))?from=so@example.org", "NHIEMVU_ACTOR": "CV01"]
        for (person, address) in [("CN01", "cn01@example.org"), ("CV01", "cv01@example.org")] {
            #expect(try desk.run(["person", "update", person, "--email", address], environment: mail).exit == 0)
        }
        #expect(try desk.run(["job", "run", "deadlines", "--now", "2022-03-17"]).exit == 0)
        let sent = try desk.run(["job", "run", "messages", "--now", "2022-03-17"], environment: mail)
        #expect(sent.exit == 0, "\(sent.error)")
        let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.file("thu"))
        #expect(names.count == 1)
        #expect(try desk.run(["job", "run", "messages", "--now", "2022-03-17"], environment: mail).exit == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.file("thu")) == names)
        let wrong = try desk.run(["job", "run", "messages", "--now", "2022-03-17"], environment: ["NHIEMVU_MAIL": "smtps//mail"])
        #expect(wrong.exit == 65)
    }

    @Test("the future of a task is told without writing it")
    func whatif() throws {
        let desk = try Desk()
        let head = try desk.head()
        let outcome = try desk.run([
            "task", "whatif", "TH-2022-001", "--now", "2022-03-10", "--until", "2022-06-30", "--format", "json",
        ])
        #expect(outcome.exit == 0, "\(outcome.error)")
        let entries = try json(outcome)["entries"]?.array ?? []
        #expect(entries.contains { $0["kind"]?.string == "flag" })
        #expect(entries.contains { $0["kind"]?.string == "bar" })
        let days = entries.compactMap { $0["day"]?.string }
        #expect(days == days.sorted())
        #expect(try desk.head() == head)
    }
}
