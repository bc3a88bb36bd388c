import Engine
import Indicators
import LifecycleModel
import RuleLoading
import SamplePortfolio
import Services
import Store
import Testing

/// The goals that results of the sample name tell something: some are reached, some fall short, some nobody serves.
@Suite struct GoalTests {
    private static func figures() throws -> GoalFigures {
        let loaded = try LoadedSample.shared.get()
        let library = try RuleLibrary(directory: Sample.rules).indicators()
        let day = SamplePortfolio.asOf
        let all = try loaded.surroundings.store.read { try GoalFigures.all(by: library, knownOn: day, today: day, in: $0) }
        return try #require(all.first)
    }

    @Test func goalsDiffer() throws {
        let lines = try Self.figures().report.lines
        #expect(lines.contains { $0.isReached && $0.gapInUse.map { $0 >= .zero } ?? false })
        #expect(lines.contains { $0.isReached && $0.inUse < $0.delivered })
        #expect(lines.contains { !$0.isReached && $0.delivered > 0 })
        #expect(lines.contains { $0.promised == 0 })
        #expect(lines.contains { $0.promised > $0.delivered })
    }

    @Test func everyResultServesItsOwnProgramme() throws {
        let loaded = try LoadedSample.shared.get()
        let lines = try Self.figures().report.lines
        #expect(lines.contains { !$0.items.isEmpty })
        try loaded.surroundings.store.read { reader in
            for line in lines {
                for item in line.items {
                    let task = try reader.task(item.result.task)
                    #expect(task?.programme == line.goal.programme)
                }
            }
        }
    }

    /// The share counts what the rows say, task by task: accepted in these years, a checked or verified proof of a kind that counts.
    @Test func shareByHand() throws {
        let loaded = try LoadedSample.shared.get()
        let figures = try Self.figures()
        let share = try #require(figures.shares.first)
        try loaded.surroundings.store.read { reader in
            let rows = try reader.uses(UseFilter())
            let accepted = Set(rows.tasks.filter { (2021...2025).contains($0.acceptedOn.year) }.map(\.code))
            let live = Set(rows.results.filter { ["delivered", "followed"].contains($0.state) }.map { "\($0.task) \($0.number)" })
            let applied = Set(
                rows.evidence.filter { proof in
                    ["checked", "verified"].contains(proof.state) && figures.terms.kinds.contains(proof.kind ?? "")
                        && live.contains("\(proof.task) \(proof.result)")
                }
                .map(\.task)
            )
            #expect(share.figure.denominator == accepted.count)
            #expect(share.figure.numerator == accepted.intersection(applied).count)
            #expect(share.figure.numerator > 0 && share.figure.numerator < share.figure.denominator)
        }
    }

    @Test func outsideOfProgrammesNoGoalFits() throws {
        let loaded = try LoadedSample.shared.get().surroundings
        let task = try loaded.store.read { reader in
            let promised = Set(try reader.uses(UseFilter()).results.filter { $0.state == "delivered" }.map(\.task))
            return try reader.tasks(TaskFilter()).first { $0.programme == nil && promised.contains($0.code) }
        }
        let surroundings = Surroundings(
            store: loaded.store,
            actor: "MAU-CB-05",
            today: loaded.today,
            now: loaded.now,
            calendar: loaded.calendar,
            rules: RuleLibrary(directory: Sample.rules)
        )
        let request = FireEvent.Request(
            task: try #require(task).code,
            machine: UseMachine.result.reference(1),
            event: "name-goal",
            facts: ["this.goal": "farm-models"],
            day: loaded.today,
            dryRun: true
        )
        let fault = #expect(throws: UseCaseFault.self) { try FireEvent(surroundings)(request) }
        #expect(fault?.kind == .badData && fault?.code == "goal-of-another-programme")
        #expect(fault?.hint?[.en].contains("belongs to no programme") ?? false)
    }
}
