import Foundation
import Mutations
import RuleLoading
import Rules
import Scenarios
import Testing
import WorkingCalendar

/// Mistakes made on purpose in the rule files that come along.
@Suite struct MutantTests {
    private static let directory = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("workflows").path

    private static let library = Result { try WorkflowLibrary.load(directory: directory) }

    private func regimes() throws -> [String: Regime] { try Self.library.get().regimes.mapValues(\.regime) }

    private func mutants() throws -> [Mutant] { try regimes().values.sorted { $0.id < $1.id }.flatMap(\.mutants) }

    @Test func aDrawIsEvenOverTheKinds() throws {
        let drawn = MutantDraw(seed: 2013).draw(200, from: try mutants())
        let counts = Dictionary(grouping: drawn, by: \.kind).mapValues(\.count)
        #expect(drawn.count == 200 && Set(drawn.map(\.id)).count == 200)
        for kind in MutationOperator.allCases { #expect((7...8).contains(counts[kind] ?? 0), "\(kind.rawValue)") }
    }

    @Test func theSeedAloneDecides() throws {
        let all = try mutants()
        let names = MutantDraw(seed: 1).draw(60, from: all).map(\.id)
        #expect(MutantDraw(seed: 1).draw(60, from: all.reversed()).map(\.id) == names)
        #expect(MutantDraw(seed: 2).draw(60, from: all).map(\.id) != names)
    }

    @Test func everyMistakeChangesTheRegime() throws {
        let regimes = try regimes()
        let canonical = regimes.mapValues(\.canonicalBytes)
        for mutant in MutantDraw(seed: 5).draw(300, from: try mutants()) {
            let original = try #require(regimes[mutant.regime])
            #expect(mutant.made(in: original).canonicalBytes != canonical[mutant.regime], "\(mutant.id)")
        }
    }

    @Test func namesTellMistakesApart() throws {
        let names = try mutants().map(\.id)
        #expect(Set(names).count == names.count)
    }

    /// One mistake for each who can notice it, and one that nobody can.
    @Test(arguments: [
        ("law-2013: change a term: NT-1: 30 calendar days → 31 calendar days", "test"),
        ("law-2013: rename a role: host: host-renamed", "check"),
        ("law-2013: drop a consequence: NT-6: no flag conclusions-late at due", "check"),
        ("base-level: change a parameter: param.quantity_share: 3/4 → 4/4", "survived"),
    ]) func isNoticed(name: String, by noticer: String) throws {
        let library = try Self.library.get()
        let regimes = try regimes()
        let suites = try WorkflowLibrary.scenarios(directory: Self.directory, regimes: Array(regimes.values))
        let calendar = WorkingCalendar(try HolidayTable(csv: String(contentsOfFile: library.holidayTable, encoding: .utf8)))
        let mutant = try #require(try mutants().first { $0.id == name })
        let outcome = MutantTrial(regimes: regimes, suites: suites, calendar: calendar).outcome(of: mutant)
        #expect("\(outcome)".hasPrefix(noticer), "\(outcome)")
    }
}
