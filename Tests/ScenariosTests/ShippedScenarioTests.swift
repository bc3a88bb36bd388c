import LifecycleModel
import Scenarios
import Testing

/// The scenarios beside the rule files that come along.
@Suite struct ShippedScenarioTests {
    @Test(arguments: [("law-2013", 60), ("law-2025", 25), ("base-level", 12)])
    func allComeOutAsExpected(regime: String, atLeast: Int) throws {
        let result = try #require(Shipped.results[regime])
        #expect(result.results.filter { !$0.scenario.isBackground }.count >= atLeast)
        for failure in result.failures { Issue.record("\(failure.scenario.id): \(failure.mismatches)") }
    }

    @Test(arguments: Shipped.regimes, [Coverage.Aspect.transitions, .held, .roles, .documents, .started, .stopped, .passed, .ends])
    func everythingIsTouched(regime: String, aspect: Coverage.Aspect) throws {
        let coverage = try #require(Shipped.results[regime]?.coverage)
        #expect(coverage.count(aspect).missed == [])
        #expect(coverage.count(aspect).total > 0)
    }

    /// Requirements that no road leads to with a refusal: the steps before them ask for the same already.
    private static let neverRefused: [String: Set<String>] = [
        "law-2013": [
            "lodge-acceptance → acceptance/lodged: self-evaluated", "lodge-registration → closing/registration-lodged: completed",
            "recognise → closing/recognised: file", "request-final-payment: minutes-of-a-pass", "request-final-payment: passed",
            "liquidate → closing/liquidated: passed", "liquidate → closing/liquidated: certificate",
            "complete → follow-up/completed: five-reports", "complete → follow-up/completed-unused: five-reports",
        ],
        "law-2025": [
            "award → contract/drafting: council-recommends", "recognise → closing/liquidating: registered",
            "liquidate → closing/settling: registered", "start-commercialising: host-may",
            "complete → follow-up/completed: enough-reports", "complete → follow-up/completed-unused: enough-reports",
        ],
        "base-level": [
            "settle → follow-up/watching: registered", "settle → follow-up/applied: registered",
            "settle → follow-up/not-applied: registered", "complete → follow-up/completed: enough-reports",
            "complete → follow-up/completed-unused: enough-reports",
        ],
    ]

    @Test(arguments: Shipped.regimes) func everyOtherRequirementIsSeenToRefuse(regime: String) throws {
        let coverage = try #require(Shipped.results[regime]?.coverage)
        #expect(Set(coverage.count(.refused).missed) == Self.neverRefused[regime])
    }

    @Test func labelsSpeakBothLanguages() {
        for result in Shipped.results.values.flatMap(\.results) {
            #expect(!result.scenario.label.vi.isEmpty && !result.scenario.label.en.isEmpty, "\(result.scenario.id)")
        }
    }
}
