import ArgumentParser
import Foundation
import LifecycleModel
import Mutations
import RuleLoading
import Rules
import Scenarios
import Terminal
import WorkingCalendar

/// `make mutants`: how many small mistakes in the rule files are noticed; a tool for developers, never installed.
@main
struct Mutants: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mutants",
        abstract: "Make small mistakes in the rule files and count how many `rules check` and `rules test` notice.",
        discussion: "Example: swift run mutants --count 400 --seed 7\nEnds with 2 when too few are noticed."
    )

    @Option(help: "How many mistakes.") var count = 200
    @Option(help: "The same seed makes the same mistakes.") var seed: UInt64 = 2013
    @Option(help: "Percentage that must be noticed.") var least = 95
    @Option(help: "Only mistakes whose name contains this.") var only: String?
    @Option(help: "The rule directory.") var rules = "workflows"
    @Option(help: "Survivors with the reason why nobody can notice them.") var reasons = "Tests/MutationsTests/survivors.txt"

    func run() async throws {
        let library = try WorkflowLibrary.load(directory: rules)
        let regimes = library.regimes.mapValues(\.regime)
        let suites = try WorkflowLibrary.scenarios(directory: rules, regimes: Array(regimes.values))
        let calendar = WorkingCalendar(try HolidayTable(csv: String(contentsOfFile: library.holidayTable, encoding: .utf8)))
        let trial = MutantTrial(regimes: regimes, suites: suites, calendar: calendar)
        for regime in regimes.values {
            let outcome = trial.outcome(of: regime)
            guard outcome == .survived else {
                throw ValidationError("\(regime.id) has faults of its own (\(outcome)): see `rules check` and `rules test`")
            }
        }
        let all = regimes.values.sorted { $0.id < $1.id }.flatMap(\.mutants)
        let drawn = MutantDraw(seed: seed).draw(count, from: only.map { part in all.filter { $0.id.contains(part) } } ?? all)
        let results = await outcomes(of: drawn, trial)
        let reasons = try Reasons(text: String(contentsOfFile: reasons, encoding: .utf8))
        let view = MutantView(results: results, possible: all.count, seed: seed, reasons: reasons)
        print(view.text, terminator: "")
        if view.caught * 100 < least * results.count { throw ExitCode(2) }
    }

    /// What came of each mutant, in order; as many at a time as there are processors.
    private func outcomes(of mutants: [Mutant], _ trial: MutantTrial) async -> [MutantResult] {
        let clock = ContinuousClock()
        let start = clock.now
        var progress = ProgressBar(
            Phrase(vi: "Thử lỗi", en: "Trying mistakes"),
            total: mutants.count,
            on: Screen(language: .en),
            now: { clock.now - start },
            write: { FileHandle.standardError.write(Data($0.utf8)) }
        )
        var results: [Int: MutantResult] = [:]
        await withTaskGroup(of: (Int, MutantResult).self) { group in
            var next = 0
            func add() {
                guard mutants.indices.contains(next) else { return }
                let (place, mutant) = (next, mutants[next])
                next += 1
                group.addTask { (place, MutantResult(mutant: mutant, outcome: trial.outcome(of: mutant))) }
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { add() }
            for await (place, result) in group {
                results[place] = result
                progress.advance(to: results.count)
                add()
            }
        }
        progress.finish()
        return mutants.indices.compactMap { results[$0] }
    }
}

/// A mutant and what came of it.
struct MutantResult: Sendable {
    let mutant: Mutant
    let outcome: MutantTrial.Outcome
}
