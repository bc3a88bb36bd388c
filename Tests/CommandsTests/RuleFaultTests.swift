import CanonicalJSON
import Foundation
import TestSupport
import Testing

/// Rule files that somebody spoilt: every fault with file, line and column, and no run by such rules.
@Suite("Spoilt rule files")
struct RuleFaultTests {
    /// One way to spoil `old-law/regime.yaml`.
    struct Spoiling: Sendable, CustomTestStringConvertible {
        let name: String
        let from: String
        let to: String
        let code: String
        var testDescription: String { name }
    }

    static let spoilings = [
        Spoiling(name: "rules-type-error", from: "'\"review\" in fired'", to: "'award.money + \"x\" > 1'", code: "no-matching-overload"),
        Spoiling(name: "rules-syntax-error", from: "'\"review\" in fired'", to: "'award.money >'", code: "unexpected-token"),
        Spoiling(name: "rules-unknown-name", from: "'\"review\" in fired'", to: "'award.mony > 1'", code: "unknown-field"),
        Spoiling(name: "rules-tab", from: "    states:\n      proposed:", to: "    states:\n\tproposed:", code: "tab"),
        Spoiling(name: "rules-duplicate-key", from: "version: 1.0.0", to: "version: 1.0.0\nversion: 2.0.0", code: "duplicate-key"),
        Spoiling(name: "rules-wrong-type", from: "by: [chair]", to: "by: {chair: 1}", code: "wrong-type"),
        Spoiling(
            name: "rules-unknown-state",
            from: "to: execution/running\n    by: [chair]",
            to: "to: execution/runing\n    by: [chair]",
            code: "unknown-state"
        ),
        Spoiling(name: "rules-unknown-role", from: "by: [chair]", to: "by: [chiar]", code: "unknown-role"),
        Spoiling(name: "rules-unknown-key", from: "record-within: 30", to: "record-withn: 30", code: "unknown-key"),
    ]

    @Test("are reported with their places and exit 2; a task cannot be registered by them and nothing is recorded", arguments: spoilings)
    func spoilt(_ spoiling: Spoiling) throws {
        let desk = try Desk()
        let rules = desk.folder.file("rules")
        try FileManager.default.copyItem(atPath: URL(fileURLWithPath: Program.smallRules).resolvingSymlinksInPath().path, toPath: rules)
        let file = URL(fileURLWithPath: "\(rules)/old-law/regime.yaml")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(text.contains(spoiling.from))
        try Data(text.replacing(spoiling.from, with: spoiling.to, maxReplacements: 1).utf8).write(to: file)

        let check = ["rules", "check", "old-law", "--rules", "rules"]
        let outcome = try desk.run(check)
        try Golden.expect(spoiling.name, check, outcome, on: desk)
        #expect(outcome.exit == 2)
        let findings = try JSONValue(parsing: Array(try desk.run(check + ["--format", "json"]).output.utf8))
        let errors = try #require(findings["errors"]?.array)
        let finding = try #require(errors.first { $0["code"]?.string == spoiling.code })
        #expect(finding["file"]?.string == "old-law/regime.yaml")
        #expect((finding["line"]?.int ?? 0) > 1)

        let before = try desk.head()
        let register = try desk.run(["task", "new", "--title", "X", "--set", "level=province", "--actor", "CV01", "--rules", "rules"])
        #expect(register.exit == 65)
        #expect(register.output.isEmpty && register.error.contains("old-law/regime.yaml"))
        #expect(try desk.head() == before)
        // A task goes by the definition it is pinned to, whatever lies in the folder today.
        #expect(try desk.run(["task", "do", "TH-2022-002", "review", "--actor", "CV01", "--rules", "rules"]).exit == 0)
    }
}
