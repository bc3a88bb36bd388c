import CanonicalJSON
import Engine
import Importing
import Indicators
import LifecycleModel
import RuleLoading
import Rules
import SamplePortfolio
import Services
import Store
import Testing

/// The whole history goes through the rules without a single exception.
@Suite struct ReplayTests {
    @Test func everythingIsAccepted() throws {
        let summary = try LoadedSample.shared.get().summary
        #expect(summary.tasks == Sample.portfolio.tasks.count)
        #expect(summary.replayed == Sample.portfolio.history.count)
        #expect((summary.known, summary.exceptions) == (0, 0))
    }

    @Test func secondTimeChangesNothing() throws {
        let loaded = try LoadedSample.shared.get()
        let again = try loaded.again()
        #expect(again.receipt.events == nil)
        #expect(again.receipt.head == loaded.summary.receipt.head)
        #expect((again.tasks, again.replayed, again.known) == (0, 0, Sample.portfolio.history.count))
    }

    /// Every position of the 2013 law is stood at by some task at some time.
    @Test func everyStateIsVisited() throws {
        let loaded = try LoadedSample.shared.get()
        var visited: Set<String> = []
        var rules: CompiledRegime?
        try loaded.surroundings.store.read { reader in
            for row in try reader.tasks(TaskFilter()) where row.regime == "law-2013" {
                if rules == nil { rules = try Definitions().regime(row.definition, in: reader) }
                for event in try reader.events(of: EventRecord.Subject(.task, row.code)) {
                    switch try Happening(kind: event.kind, payload: event.payload) {
                    case .registered(let registered): visited.insert(registered.position)
                    case .transitioned(let move) where move.machine == .task: visited.insert(move.to)
                    default: break
                    }
                }
            }
        }
        let states = Set(try #require(rules).regime.task.states.keys)
        let never: Set<String> = []
        #expect(states.subtracting(visited) == never)
    }

    /// Every stage and every side end has tasks on the last day.
    @Test func everyStageIsPopulated() throws {
        let rows = try LoadedSample.shared.get().tasks().filter { $0.regime == "law-2013" }
        let stages = Set(rows.map(\.position.stage))
        #expect(stages == ["ordering", "selection", "appraisal", "execution", "acceptance", "closing", "follow-up", "early-end", "ended"])
        let ends = Set(rows.compactMap(\.end))
        #expect(ends == ["completed", "not-selected", "withdrawn", "cancelled", "terminated", "failed"])
    }

    @Test func runningMoneyAndUse() throws {
        let loaded = try LoadedSample.shared.get()
        let rows = try loaded.tasks()
        let running = rows.count { $0.countsAs.contains("running") && $0.level == "province" }
        #expect((40...47).contains(running), "\(running) running")

        let years = Dictionary(Sample.portfolio.tasks.map { ($0.value.code.text, $0.value.year ?? 0) }) { $1 }
        for year in 2020...2024 {
            let money = rows.filter { years[$0.code] == year && $0.awardedOn != nil && $0.level == "province" }.compactMap {
                $0.stateMoney?.amount
            }
            .reduce(0, +)
            #expect((50_000_000_000...57_000_000_000).contains(money), "\(year): \(money)")
        }

        let library = try RuleLibrary(directory: Sample.rules).indicators()
        let use = try loaded.surroundings.store.read { try UseByYear(by: library, knownOn: SamplePortfolio.asOf, in: $0) }
        let figures = (use?.years ?? []).filter { (2023...2025).contains($0.year) }.map(\.figure)
        let (used, counted) = (figures.map(\.numerator).reduce(0, +), figures.map(\.denominator).reduce(0, +))
        #expect((45...55).contains(used * 100 / max(counted, 1)), "\(used) of \(counted)")
        for figure in figures { #expect((38...62).contains(figure.numerator * 100 / max(figure.denominator, 1)), "\(figure)") }

    }

    /// The overview counts the years without what stands behind each result, also as of a day in the middle of the story or long after it.
    @Test(arguments: ["2021-06-30", "2023-07-15", "2025-12-31", "2031-01-01"]) func figuresOfTheOverview(text: String) throws {
        let day = try CivilDate(parsing: text)
        let library = try RuleLibrary(directory: Sample.rules).indicators()
        let store = try LoadedSample.shared.get().surroundings.store
        let whole = try store.read { try UseByYear(by: library, knownOn: day, in: $0) }
        let short = try store.read { try UseFigures(by: library, today: day, in: $0) }
        #expect(whole?.years.isEmpty == false)
        #expect(short?.years.map(\.year) == whole?.years.map(\.year))
        #expect(short?.years.map(\.figure) == whole?.years.map(\.figure))
    }
}
