import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// Stories beside rule files, played by `rules test`.
@Suite("Scenarios")
struct ScenarioTests {
    /// A life under the small older law, kept by its rules.
    private static let sound = """
        scenarios:
          - background: awarded
            label: {vi: Đã phê duyệt, en: Awarded}
            registered: {on: 2022-01-05, with: {task.title: Giống lúa, task.host: VNN}}
            facts: {award.on: same-day, award.money: 900.000.000, task.host: VNN}
            steps:
              - {event: review, on: 2022-01-10, by: officer}
              - {event: award, on: 2022-02-01, by: chair, expect: {at: execution/running, opens: {report: 2}}}
          - scenario: accepted-after-a-report
            label: {vi: Nghiệm thu sau khi đã báo cáo, en: Accepted after a report}
            given: awarded
            steps:
              - {event: accept, on: 2022-02-10, by: officer, with: {acceptance.on: 2022-02-10}, expect: {blocked: [reported]}}
              - {event: receive-report, target: report:1, on: 2022-02-10, by: officer, with: {this.received_on: same-day}}
              - {event: accept, on: 2022-02-11, by: officer, with: {acceptance.on: 2022-02-11}, expect: {at: acceptance/accepted}}

        """

    private func played(_ name: String, _ scenarios: String, _ more: [String] = []) throws -> Program.Outcome {
        let desk = try Desk()
        let rules = desk.folder.file("rules")
        try FileManager.default.copyItem(atPath: URL(fileURLWithPath: Program.smallRules).resolvingSymlinksInPath().path, toPath: rules)
        try FileManager.default.createDirectory(atPath: "\(rules)/old-law/scenarios", withIntermediateDirectories: true)
        try Data(scenarios.utf8).write(to: URL(fileURLWithPath: "\(rules)/old-law/scenarios/life.yaml"))
        let arguments = ["rules", "test", "old-law", "--rules", "rules"] + more
        let outcome = try desk.run(arguments)
        try Golden.expect(name, arguments, outcome, on: desk)
        return outcome
    }

    @Test("that come out as expected end with 0 and say what they touch") func sound() throws {
        #expect(try played("rules-test", Self.sound, ["--coverage"]).exit == 0)
    }

    @Test("that do not end with 2, every difference with its line") func broken() throws {
        let text = Self.sound.replacing("opens: {report: 2}", with: "opens: {report: 3}, deadlines: {NT-1: 2022-02-16}")
            .replacing("by: chair", with: "by: chair, note: sai").replacing("{at: acceptance/accepted}", with: "{at: acceptance/applied}")
        #expect(try played("rules-test-broken", text).exit == 2)
        let answer = try JSONValue(parsing: Array(try played("rules-test-broken-json", text, ["--format", "json"]).output.utf8))
        let failures = answer.array?.first?["failures"]?.array ?? []
        #expect(failures.compactMap { $0["scenario"]?.string } == ["awarded", "accepted-after-a-report"])
        #expect(failures.first?["mismatches"]?.array?.compactMap { $0["line"]?.int } == [8, 8])
    }

    @Test("whose beginning breaks off are named in one line") func lost() throws {
        #expect(try played("rules-test-lost", Self.sound.replacing("by: chair", with: "by: officer"), ["--lang", "en"]).exit == 2)
    }

    @Test("that name what the rules do not know end with 65") func faults() throws {
        let text = Self.sound.replacing("event: award", with: "event: awrd").replacing("given: awarded", with: "given: awarde")
        #expect(try played("rules-test-faults", text).exit == 65)
    }

    @Test("that nobody wrote are said to be missing; an unknown name is a usage error") func words() throws {
        #expect(try played("rules-test-only", Self.sound, ["--only", "accepted"]).exit == 64)
        #expect(try played("rules-test-none", "scenarios: []\n").exit == 69)
    }
}
