import LifecycleModel
import Scenarios
import Testing

/// Every kind of expectation, once kept and once not.
@Suite struct ExpectationTests {
    /// What is looked at after the task was started on Wednesday 8 January 2025 by somebody else than the chief.
    static let afterStart: [(kept: String, broken: String, subject: String)] = [
        ("at: work/running", "at: work/proposed", "at"),
        ("regime: small", "end: completed", "end"),
        ("opens: {report: 1}", "opens: {report: 2}", "opens"),
        ("opens: {report: 1}", "opens: {}", "opens"),
        ("machines: {report:1: expected}", "machines: {report:1: received}", "report:1"),
        ("machines: {report: expected}", "machines: {report:2: expected}", "report:2"),
        ("machines: {report: 1}", "machines: {report: 0}", "report"),
        ("machines: {report: {expected: 1, received: 0}}", "machines: {report: {expected: 2}}", "report"),
        ("deadlines: {T-2: 2025-01-15}", "deadlines: {T-2: 2025-01-14}", "T-2"),
        ("deadlines: {T-2: {due: 2025-01-15, grace: 2025-01-17}}", "deadlines: {T-2: {grace: 2025-01-16}}", "T-2 grace"),
        ("deadlines: {T-2: {lock: 2025-02-15}}", "deadlines: {T-2: {lock: 2025-02-16}}", "T-2 lock"),
        ("deadlines: {T-1: met}", "deadlines: {T-1: 2025-01-16}", "T-1"),
        ("deadlines: {T-2: open}", "deadlines: {T-2: suspended}", "T-2"),
        ("deadlines: {report:1/R-1: 2025-01-28}", "deadlines: {report:1/R-1: passed}", "report:1/R-1"),
        ("deadlines: {report:2/R-1: none}", "deadlines: {report:2/R-1: open}", "report:2/R-1"),
        ("flags: [begun]", "flags: []", "flags"),
        ("flags: [begun]", "flags: [begun, start-late]", "flags"),
        ("bars: {}", "bars: {host: open}", "bars"),
        ("facts: {plan.double: 12}", "facts: {plan.double: 13}", "plan.double"),
        ("facts: {plan.note: ~}", "facts: {plan.size: ~}", "plan.size"),
        ("facts: {plan.on: same-day}", "facts: {plan.on: 2025-01-09}", "plan.on"),
        ("facts: {report:1/note: ~}", "facts: {report:1/note: Đủ}", "report:1/note"),
        ("needs: [A-1]", "needs: []", "needs"),
        ("needs: [A-1]", "needs: [A-1, B-2]", "needs"),
        ("asks: [plan.size, plan.on, 'plan.note?']", "asks: [plan.size, plan.on, plan.note]", "asks"),
        ("asks: ['plan.note?', plan.on, plan.size]", "asks: [plan.size, 'plan.note?']", "asks"),
        ("next: [close, close, expire, pause]", "next: [close, expire, pause]", "next task"),
        ("next: {task: [pause, close, close, expire]}", "next: {report:1: []}", "next report:1"),
        ("publishes: [plans]", "publishes: []", "publishes"),
        ("at: work/running", "blocked: [not-too-big]", "sự kiện"),
    ]

    private func mismatches(_ expected: String) throws -> [Mismatch] {
        try story("- {event: start, on: 2025-01-08, by: officer, expect: {\(expected)}}")
    }

    private func story(_ rows: String...) throws -> [Mismatch] {
        let steps = rows.map { "\n      \($0)" }.joined()
        let text = SmallRules.opened + "  - scenario: told\n    given: opened\n    steps:" + steps + "\n"
        let result = try SmallRules(scenarios: text).played()
        return try #require(result.results.last).mismatches
    }

    @Test(arguments: afterStart) func isKeptOrBroken(kept: String, broken: String, subject: String) throws {
        #expect(try mismatches(kept) == [])
        let found = try mismatches(broken)
        #expect(found.map(\.subject.vi) == [subject])
        #expect(found.allSatisfy { $0.expected != $0.found && $0.place.line > 1 && $0.place.file == "small/scenarios/told.yaml" })
    }

    @Test func refusalsAreNamedExactly() throws {
        let blocked: [(row: String, names: String)] = [
            ("by: officer, with: {plan.size: 11}", "not-too-big"),
            ("by: chief, with: {plan.size: 11}", "not-too-big, role"),
            ("by: officer, attach: []", "A-1"),
            ("by: officer, attach: {A-1: 2025-01-09}", "document-from-later"),
            ("by: officer, recorded: 2025-02-08", "recorded-too-late"),
            ("by: officer, recorded: 2025-01-07", "future-date"),
            ("by: officer, with: {plan.double: 2}", "unexpected-fact"),
            ("by: officer, with: {plan.size: 10}", "noted"),
            ("by: officer, parties: {host: {bars: [Chậm]}}", "host-free"),
        ]
        for (row, names) in blocked {
            let event = "{event: start, on: 2025-01-08, \(row), expect: "
            #expect(try story("- \(event){blocked: [\(names)], at: work/proposed}}") == [], "\(row)")
            let wrong = try story("- \(event){blocked: [before-previous]}}")
            #expect(wrong.map(\.subject.vi) == ["sự kiện"])
            #expect(wrong.first?.blockers.isEmpty == false)
        }
    }

    @Test func whoElseCouldDoItMustGetTheSameAnswer() throws {
        #expect(
            try story(
                "- {event: start, on: 2025-01-08, by: [officer, an]}",
                "- {event: close, on: 2025-01-10, by: [chief, an], expect: {at: work/done}}"
            ) == []
        )
        let found = try story("- {event: start, on: 2025-01-08, by: [officer, chief], expect: {at: work/running}}")
        #expect(found.map(\.subject.en) == ["the event by ‘chief’"])
        let refused = try story("- {event: start, on: 2025-01-08, by: [chief, officer], expect: {blocked: [role]}}")
        #expect(refused.map(\.found.en) == ["happens"])
    }

    @Test func clocksAreSpokenOfInWords() throws {
        #expect(
            try story(
                "- {day: 2025-01-17, expect: {flags: [start-late], deadlines: {T-1: passed}}}",
                "- {event: start, on: 2025-01-17, by: officer, expect: {flags: [begun], deadlines: {T-1: late, T-2: 2025-01-24}}}",
                "- {event: pause, on: 2025-01-20, by: officer, expect: {deadlines: {T-2: suspended}}}",
                "- {day: 2025-01-29, expect: {bars: {}, deadlines: {T-2: suspended}}}",
                "- {event: resume, on: 2025-01-29, by: officer, expect: {deadlines: {T-2: 2025-02-04}}}",
                "- {day: 2025-02-05, expect: {bars: {host: open}, deadlines: {T-2: open}}}",
                "- {day: 2025-02-07, expect: {fires: [report:1/fall-overdue], deadlines: {T-2: passed}}}",
                "- {event: close, on: 2025-02-10, by: chief, expect: {bars: {}, deadlines: {T-2: late, report:1/R-1: ended}}}"
            ) == []
        )
    }

    @Test func endsAndBarsOfAnEffect() throws {
        #expect(
            try story(
                "- {event: start, on: 2025-01-08, by: officer}",
                "- {event: close, on: 2025-01-10, by: chief, expect: {at: work/done, end: completed, bars: {}, deadlines: {T-2: met}}}"
            ) == []
        )
        let withHost = """
            scenarios:
              - scenario: told
                registered: {on: 2025-01-06, with: {task.title: Mẫu, task.host: VIEN}}
                facts: {plan.size: 6, plan.on: same-day}
                steps:
                  - {event: start, on: 2025-01-08, by: officer}
                  - {event: close, on: 2025-01-10, by: chief, expect: {bars: {host: 2026-01-10}, deadlines: {report:1/R-1: ended}}}
                  - {day: 2026-01-11, expect: {bars: {}}}

            """
        #expect(try SmallRules(scenarios: withHost).played().failures.flatMap(\.mismatches) == [])
    }
}
