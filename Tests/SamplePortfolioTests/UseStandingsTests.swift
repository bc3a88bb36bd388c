import Indicators
import LifecycleModel
import RuleLoading
import SamplePortfolio
import Services
import Store
import Testing

/// Figures from how things stand, against those from everything that ever moved.
@Suite("Use by standings")
struct UseStandingsTests {
    @Test("standings give the figures that all moves give, by every definition, year and group")
    func agree() throws {
        let loaded = try LoadedSample.shared.get()
        let library = try RuleLibrary(directory: Sample.rules).indicators()
        let day = SamplePortfolio.asOf
        try loaded.surroundings.store.read { reader in
            var counted = 0
            for indicator in library.definitions.values {
                for terms in [indicator.terms] + indicator.alternatives.values.map(\.terms) {
                    for year in 2021...2027 {
                        let whole = try UseHistory(of: year, under: terms, today: day, in: reader)
                        for grouping in ResultRecord.Grouping.allCases {
                            let lean = try UseTally(of: year, under: terms, by: grouping, knownOn: day, today: day, in: reader)
                            #expect(lean == UseTally(whole, of: year, under: terms, by: grouping, knownOn: day))
                            counted += lean.figure.denominator
                        }
                    }
                }
            }
            #expect(counted > 500)
        }
    }
}
