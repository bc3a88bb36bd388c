import Scenarios
import Testing

/// What is counted as touched.
@Suite struct CoverageTests {
    private func coverage(_ steps: String) throws -> Coverage {
        let text = SmallRules.opened + "  - scenario: told\n    given: opened\n    steps:\n" + steps
        let result = try SmallRules(scenarios: text).played()
        #expect(result.failures.flatMap(\.mismatches) == [])
        return try #require(result.coverage)
    }

    @Test func nothingIsTouchedAtFirst() throws {
        let result = try SmallRules(scenarios: SmallRules.opened).played()
        let coverage = try #require(result.coverage)
        #expect(coverage.count(.transitions).seen == 0 && coverage.count(.transitions).total == 8)
        #expect(coverage.count(.started).missed == ["T-2", "report/R-1"])
        #expect(coverage.count(.ends).missed == ["work/done", "work/dropped", "report/received"])
    }

    @Test func bothWaysOfAnEventAreJudgedThoughOneIsTaken() throws {
        let coverage = try coverage(
            """
                  - {event: start, on: 2025-01-08, by: officer}
                  - {event: close, on: 2025-01-09, by: chief}

            """
        )
        #expect(coverage.count(.transitions).missed.contains("close → work/dropped"))
        #expect(!coverage.count(.transitions).missed.contains("close → work/done"))
        #expect(!coverage.count(.held).missed.contains("close → work/done: large"))
        #expect(!coverage.count(.refused).missed.contains("close → work/dropped: small"))
        #expect(coverage.count(.refused).missed.contains("close → work/done: large"))
    }

    @Test func rolesActAloneAndDocumentsAreMissed() throws {
        let coverage = try coverage(
            """
                  - {event: start, on: 2025-01-08, by: officer, expect: {needs: [A-1]}}
                  - {event: close, on: 2025-01-09, by: an}

            """
        )
        #expect(!coverage.count(.roles).missed.contains("start → work/running: officer"))
        #expect(coverage.count(.roles).missed.contains("report/receive → received: officer"))
        #expect(coverage.count(.documents).missed == ["report/receive → received: B-2"])
    }

    @Test func missingInformationCountsOnlyWhenExpectedByName() throws {
        let named = try coverage(
            """
                  - {event: start, on: 2025-01-08, by: officer, with: {plan.size: 10}, expect: {blocked: [noted]}}

            """
        )
        #expect(!named.count(.refused).missed.contains("start → work/running: noted"))
    }

    @Test func clocksAreStartedStoppedAndPassed() throws {
        let coverage = try coverage(
            """
                  - {day: 2025-01-17}
                  - {event: start, on: 2025-01-17, by: officer}
                  - {event: receive, target: report, on: 2025-01-20, by: officer}

            """
        )
        #expect(coverage.count(.started).missed == [])
        #expect(coverage.count(.stopped).missed == ["T-2"])
        #expect(coverage.count(.passed).missed == ["T-2", "report/R-1"])
        #expect(!coverage.count(.ends).missed.contains("report/received"))
    }
}
