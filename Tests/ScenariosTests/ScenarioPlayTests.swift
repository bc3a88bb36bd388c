import LifecycleModel
import Rules
import Scenarios
import Testing

/// How stories are played: beginnings, what rows leave out, days, changed regimes.
@Suite struct ScenarioPlayTests {
    private func play(_ stories: String) throws -> SuiteResult {
        try SmallRules(scenarios: SmallRules.opened + stories).played()
    }

    private func result(_ id: String, of suite: SuiteResult) throws -> ScenarioResult {
        try #require(suite.results.first { $0.scenario.id == id })
    }

    @Test func aRefusedRowEndsTheStoryAndThoseThatGoOnFromIt() throws {
        let suite = try play(
            """
              - scenario: first
                given: opened
                steps:
                  - {event: start, on: 2025-01-08, by: chief}
                  - {event: pause, on: 2025-01-09, by: officer}
                  - {event: resume, on: 2025-01-10, by: officer}
              - scenario: second
                given: first
                steps:
                  - {event: close, on: 2025-01-13, by: chief}

            """
        )
        let first = try result("first", of: suite)
        #expect(first.mismatches.count == 1 && first.unplayed == 2)
        #expect(first.mismatches.first?.found.en == "refused for role")
        #expect(first.mismatches.first?.blockers.map(\.code) == ["role"])
        let second = try result("second", of: suite)
        #expect(second.mismatches == [] && second.unplayed == 1 && second.lostBeginning == "first")
        #expect(!suite.passed && suite.failures.count == 2)
    }

    @Test func aBrokenExpectationDoesNotEndTheStory() throws {
        let suite = try play(
            """
              - scenario: first
                given: opened
                steps:
                  - {event: start, on: 2025-01-08, by: officer, expect: {at: work/paused, flags: []}}
                  - {event: pause, on: 2025-01-09, by: officer, expect: {at: work/running}}
              - scenario: second
                given: first
                steps:
                  - {event: resume, on: 2025-01-10, by: officer}

            """
        )
        #expect(try result("first", of: suite).mismatches.map(\.row) == ["start", "start", "pause"])
        #expect(try result("second", of: suite).passed)
    }

    @Test func rowsLeaveOutWhatTheirStoryAndItsBeginningGive() throws {
        let suite = try play(
            """
              - background: started
                given: opened
                steps:
                  - {event: start, on: 2025-01-08, by: officer, expect: {facts: {plan.size: 6, plan.on: 2025-01-08, plan.note: ~}}}
              - scenario: own-default
                given: opened
                facts: {plan.size: 3}
                steps:
                  - {event: start, on: 2025-01-08, by: officer, expect: {facts: {plan.size: 3}}}
              - scenario: row-wins
                given: opened
                facts: {plan.size: 3}
                steps:
                  - {event: start, on: 2025-01-08, by: officer, with: {plan.size: 4, plan.note: Gấp}, expect: {facts: {plan.size: 4, plan.note: Gấp}}}
              - scenario: of-a-machine
                given: started
                steps:
                  - {event: receive, target: report, on: 2025-01-09, by: officer, expect: {facts: {report:1/note: Đủ}}}
              - scenario: without
                registered: {on: 2025-01-06, with: {task.title: Mẫu}}
                steps:
                  - {event: start, on: 2025-01-08, by: officer, expect: {blocked: [plan.size, plan.on, not-too-big, noted, information-missing]}}

            """
        )
        #expect(try result("without", of: suite).mismatches.map(\.expected) != [])
        #expect(suite.failures.map(\.scenario.id) == ["without"])
    }

    @Test func peopleHoldSeveralRolesAndStayThemselves() throws {
        let suite = try play(
            """
              - scenario: same-person
                given: opened
                steps:
                  - {event: start, on: 2025-01-08, by: an}
                  - {event: close, on: 2025-01-09, by: an, expect: {blocked: [somebody-else]}}
                  - {event: close, on: 2025-01-09, by: chief}

            """
        )
        #expect(suite.passed)
    }

    @Test func daysFireWhatDeadlinesFireEachOnItsOwnDay() throws {
        let suite = try play(
            """
              - scenario: lapsed
                given: opened
                steps:
                  - {event: start, on: 2025-01-08, by: officer, with: {plan.size: 4}}
                  - {day: 2025-01-28, expect: {fires: [], machines: {report:1: expected}}}
                  - {day: 2025-01-29, expect: {fires: [report:1/fall-overdue], machines: {report:1: overdue}}}
                  - {day: 2025-02-15, expect: {fires: []}}
                  - {day: 2025-03-31, expect: {fires: [expire], at: work/dropped, end: withdrawn, deadlines: {T-2: late}}}
              - scenario: at-once
                given: opened
                steps:
                  - {event: start, on: 2025-01-08, by: officer}
                  - {day: 2025-03-31, expect: {fires: [expire, report:1/fall-overdue]}}
              - scenario: backwards
                given: opened
                steps:
                  - {event: start, on: 2025-01-08, by: officer}
                  - {day: 2025-01-07}
                  - {event: pause, on: 2025-01-09, by: officer}

            """
        )
        #expect(suite.failures.map(\.scenario.id) == ["backwards"])
        let backwards = try result("backwards", of: suite)
        #expect(backwards.mismatches.map(\.expected.en) == ["2025-01-08 or later"] && backwards.unplayed == 1)
    }

    @Test func aChangedRegimeIsCaught() throws {
        let small = try SmallRules(
            scenarios: SmallRules.opened + """
                  - scenario: life
                    given: opened
                    steps:
                      - {event: start, on: 2025-01-08, by: officer, expect: {deadlines: {T-2: 2025-01-15}}}
                      - {event: close, on: 2025-01-10, by: chief, expect: {at: work/done}}

                """
        )
        #expect(try small.played().passed)
        let sound = try small.rules().regime
        var changes: [Regime] = []
        for index in [0, 3] {
            var regime = sound
            regime.task.transitions.remove(at: index)
            changes.append(regime)
        }
        var swapped = sound
        swapped.task.transitions[3].to = "work/dropped"
        var timeless = sound
        timeless.task.deadlines["T-2"] = nil
        var renamed = sound
        renamed.task.transitions[0].by = ["chief"]
        for regime in changes + [swapped, timeless, renamed] {
            #expect(try !small.played(on: CompiledRegime(regime)).passed)
        }
    }

    @Test func keepsOnlyWhatIsAskedForAndItsBeginnings() throws {
        let suite = try SmallRules(
            scenarios: SmallRules.opened + """
                  - scenario: a
                    given: opened
                  - scenario: b
                    given: a
                  - scenario: c
                    given: opened

                """
        ).suite()
        #expect(suite.keeping(["b"]).scenarios.map(\.id) == ["opened", "a", "b"])
        #expect(suite.keeping(["nobody"]).scenarios.isEmpty)
    }
}
