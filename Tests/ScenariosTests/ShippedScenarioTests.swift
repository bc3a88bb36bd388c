import LifecycleModel
import Scenarios
import Testing

/// The scenarios beside the rule files that come along.
@Suite struct ShippedScenarioTests {
    @Test(arguments: ["law-2013": 60]) func allComeOutAsExpected(regime: String, atLeast: Int) throws {
        let result = try #require(Shipped.results[regime])
        #expect(result.results.filter { !$0.scenario.isBackground }.count >= atLeast)
        for failure in result.failures { Issue.record("\(failure.scenario.id): \(failure.mismatches)") }
    }

    @Test(arguments: [Coverage.Aspect.transitions, .held, .started, .stopped, .passed, .ends])
    func law2013IsTouchedAltogether(aspect: Coverage.Aspect) throws {
        let coverage = try #require(Shipped.results["law-2013"]?.coverage)
        #expect(coverage.count(aspect).missed == [])
        #expect(coverage.count(aspect).total > 0)
    }

    /// Requirements of the law of 2013 that no road leads to with a refusal: the steps before them ask for the same.
    private static let neverRefused: Set<String> = [
        "lodge-acceptance → acceptance/lodged: self-evaluated", "lodge-registration → closing/registration-lodged: completed",
        "recognise → closing/recognised: file", "request-final-payment: minutes-of-a-pass", "request-final-payment: passed",
        "liquidate → closing/liquidated: passed", "liquidate → closing/liquidated: certificate",
        "complete → follow-up/completed: five-reports", "complete → follow-up/completed-unused: five-reports",
    ]

    @Test func everyRequirementOfLaw2013IsSeenToRefuse() throws {
        let coverage = try #require(Shipped.results["law-2013"]?.coverage)
        #expect(Set(coverage.count(.refused).missed) == Self.neverRefused)
    }

    @Test func labelsSpeakBothLanguages() {
        for result in Shipped.results.values.flatMap(\.results) {
            #expect(!result.scenario.label.vi.isEmpty && !result.scenario.label.en.isEmpty, "\(result.scenario.id)")
        }
    }
}
