import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// Goals of programmes, by the program itself: who serves them, what is refused, what is counted.
@Suite("Goals of programmes")
struct GoalTests {
    private static let task = FollowUpDesk.task
    private static let promise = "--kind kind-1 --quantity 2 --unit giống --quality y --for z"

    /// Two results delivered long ago name a goal each; a third is promised for one of them.
    private static let story = [
        "task do TASK name-goal --on result:1 --set this.goal=farm-models", "task do TASK name-goal --on result:2 --set this.goal=books",
        "task do TASK name-goal --on result:2 --set this.goal=technical-advances",
        "followup result TASK --name Mô-hình-mới \(promise) --goal farm-models",
    ]

    private static func words(_ text: String) -> [String] {
        text.replacingOccurrences(of: "TASK", with: task).split(separator: " ").map(String.init)
    }

    private static func run(_ name: String, _ words: String, exit: Int32 = 0, columns: String = "110") -> Run {
        Run(name, words.replacingOccurrences(of: "TASK", with: task), exit: exit, environment: ["COLUMNS": columns])
    }

    /// A desk after the story; its second line is refused.
    private static func desk() throws -> FollowUpDesk {
        let desk = try FollowUpDesk()
        for (place, text) in story.enumerated() {
            let outcome = try desk.run(words(text))
            #expect(outcome.exit == (place == 1 ? 65 : 0), "\(text): \(outcome.error)")
        }
        return desk
    }

    @Test(
        "answers and refusals, as recorded",
        arguments: [
            run("help-indicator-goals", "help indicator goals"), run("help-followup-result-en", "--lang en followup result --help"),
            run("goals", "indicator goals"), run("goals-narrow", "indicator goals", columns: "80"),
            run("goals-en", "--lang en indicator goals --programme CT2-2021-2025"),
            run("goals-json", "indicator goals --programme CT2-2021-2025 --format json"),
            run("goals-csv", "indicator goals --format csv"),
            run("goals-then", "indicator goals --programme CT2-2021-2025 --as-known-on 2024-02-29"),
            run("goals-ahead", "indicator goals --as-known-on 2024-03-02", exit: 65),
            run("goals-unknown-programme", "indicator goals --programme CT2-2021-2026", exit: 64),
            run("goal-unknown", "followup result TASK --name x \(promise) --goal crop-varietees", exit: 65),
            run("goal-other-programme", "followup result TASK --name x \(promise) --goal books", exit: 65),
            run("goal-share", "followup result TASK --name x \(promise) --goal accepted-applied", exit: 65),
            run("goal-by-hand-en", "--lang en task do TASK name-goal --on result:1 --set this.goal=books", exit: 65),
        ]
    )
    func recorded(_ run: Run) throws {
        let desk = try Self.desk()
        let before = try desk.head()
        let outcome = try desk.run(run.arguments, environment: run.environment)
        #expect(outcome.exit == run.exit, "\(outcome.error)")
        try Golden.expect(run.name, run.arguments, outcome)
        #expect(try desk.head() == before)
    }

    @Test("a result that cannot serve the goal is not promised either, and a trial writes nothing")
    func together() throws {
        let desk = try FollowUpDesk()
        let before = try desk.head()
        #expect(try desk.run(Self.words("followup result TASK --name x \(Self.promise) --goal books")).exit == 65)
        #expect(try desk.run(Self.words("followup result TASK --name x \(Self.promise) --goal farm-models --dry-run")).exit == 0)
        #expect(try desk.head() == before)
    }

    @Test("the figures come out of the tables, which replay gives again; so do files and a new store")
    func verified() throws {
        let desk = try Self.desk()
        let told = try desk.json(["indicator", "goals"])
        let models = (told["goals"]?.array ?? []).first { $0["goal"]?.string == "farm-models" }
        #expect(models?["promised"]?.int == 6 && models?["delivered"]?.int == 4 && models?["in_use"]?.int == 4)
        #expect(models?["gap"]?.int == 1 && models?["reached"]?.bool == true)
        #expect(models?["results"]?.array?.compactMap { $0["result"]?.int } == [1, 3])
        let shown = try desk.json(["followup", "show", Self.task])
        #expect(shown["results"]?.array?.compactMap { $0["goal"]?.string } == ["farm-models", "technical-advances", "farm-models"])
        let verified = try desk.run(["store", "verify"])
        #expect(verified.exit == 0, "\(verified.output)")

        #expect(try desk.run(["export", "--output", "het"]).exit == 0)
        let other = ["NHIEMVU_STORE": "khac.db"]
        for words in [["init", "--now", "2020-01-04"], ["import", "het"]] {
            let outcome = try desk.run(words, environment: other)
            #expect(outcome.exit == 0, "\(outcome.error)")
        }
        let again = try desk.run(["indicator", "goals", "--format", "json"], environment: other)
        #expect(try JSONValue(parsing: again.output)["goals"] == told["goals"])
    }

    @Test("imported history that names a goal of another programme is refused at its row")
    func imported() throws {
        let desk = try Self.desk()
        #expect(try desk.run(["export", "--output", "het"]).exit == 0)
        let path = desk.folder.file("het/history.csv")
        let history = try String(contentsOfFile: path, encoding: .utf8)
        try history.replacing("this.goal=technical-advances", with: "this.goal=books").write(
            toFile: path,
            atomically: true,
            encoding: .utf8
        )
        let other = ["NHIEMVU_STORE": "khac.db"]
        #expect(try desk.run(["init", "--now", "2020-01-04"], environment: other).exit == 0)
        let outcome = try desk.run(["import", "het"], environment: other)
        #expect(outcome.exit != 0)
        #expect(outcome.error.contains("«books»") && outcome.error.contains("history.csv"))
    }

    @Test("where the rule files have no goals there is nothing to tell")
    func withoutGoals() throws {
        let desk = try FollowUpDesk()
        let rules = desk.folder.file("rules")
        try FileManager.default.copyItem(atPath: Program.shippedRules, toPath: rules)
        try FileManager.default.removeItem(atPath: rules + "/indicators/programmes.yaml")
        let outcome = try desk.run(["indicator", "goals"], environment: ["NHIEMVU_RULES": rules])
        #expect(outcome.exit == 69)
        let named = try desk.run(
            Self.words("task do TASK name-goal --on result:1 --set this.goal=farm-models"),
            environment: ["NHIEMVU_RULES": rules]
        )
        #expect(named.exit == 65)
    }
}
