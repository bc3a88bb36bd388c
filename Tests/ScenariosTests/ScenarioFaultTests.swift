import LifecycleModel
import RuleLoading
import Rules
import Scenarios
import Testing

/// Faults of scenario files, each at its place.
@Suite struct ScenarioFaultTests {
    /// The faults of a file, as `line:column code`; each has words in both languages.
    private func faults(_ text: String) throws -> [String] {
        do {
            _ = try SmallRules(scenarios: text).suite()
            return []
        } catch let faults as RuleFileFaults {
            #expect(faults.subject == .scenarios)
            #expect(faults.diagnostics.allSatisfy { !$0.message.vi.isEmpty && !$0.message.en.isEmpty })
            return faults.diagnostics.map { "\($0.line):\($0.column) \($0.code)" }
        }
    }

    @Test(arguments: [
        ("event: begin, on: 2025-01-08, by: officer", "10:17 unknown-event"),
        ("event: receive, on: 2025-01-08, by: officer", "10:17 unknown-event"),
        ("event: start, on: 2025-01-08, by: oficer", "10:44 unknown-role"),
        ("event: start, on: 2025-13-08, by: officer", "10:28 wrong-type"),
        ("event: start, by: officer", "10:9 missing-key"),
        ("event: start, on: 2025-01-08, by: officer, with: {plan.sice: 3}", "10:60 unknown-fact"),
        ("event: start, on: 2025-01-08, by: officer, with: {plan.size: drei}", "10:71 wrong-type"),
        ("event: start, on: 2025-01-08, by: officer, attach: [A-2]", "10:62 unknown-form"),
        ("event: start, on: 2025-01-08, by: officer, target: raport", "10:61 unknown-machine"),
        ("event: receive, target: report:x, on: 2025-01-08, by: officer", "10:34 wrong-machine"),
        ("event: start, on: 2025-01-08, by: officer, expect: {blocked: [too-big]}", "10:72 unknown-requirement"),
        ("event: start, on: 2025-01-08, by: officer, expect: {blocked: []}", "10:71 empty-list"),
        ("event: start, on: 2025-01-08, by: officer, expect: {at: work/runing}", "10:66 unknown-state"),
        ("event: start, on: 2025-01-08, by: officer, expect: {end: finished}", "10:67 unknown-value"),
        ("event: start, on: 2025-01-08, by: officer, expect: {end: {report:1: done}}", "10:78 unknown-value"),
        ("event: start, on: 2025-01-08, by: officer, expect: {asks: [plan.double]}", "10:69 unknown-fact"),
        ("event: start, on: 2025-01-08, by: officer, expect: {next: [begin]}", "10:69 unknown-event"),
        ("event: start, on: 2025-01-08, by: officer, expect: {next: {rport:1: []}}", "10:69 unknown-machine"),
        ("event: start, on: 2025-01-08, by: officer, expect: {opens: {rport: 1}}", "10:70 unknown-machine"),
        ("event: start, on: 2025-01-08, by: officer, expect: {machines: {report:1: gone}}", "10:83 unknown-state"),
        ("event: start, on: 2025-01-08, by: officer, expect: {deadlines: {T-3: met}}", "10:74 unknown-deadline"),
        ("event: start, on: 2025-01-08, by: officer, expect: {deadlines: {T-2: soon}}", "10:79 unknown-value"),
        ("event: start, on: 2025-01-08, by: officer, expect: {flags: [late]}", "10:70 unknown-flag"),
        ("event: start, on: 2025-01-08, by: officer, expect: {bars: {guest: open}}", "10:69 unknown-party"),
        ("event: start, on: 2025-01-08, by: officer, expect: {publishes: [pages]}", "10:74 unknown-page"),
        ("event: start, on: 2025-01-08, by: officer, expect: {regime: large}", "10:70 unknown-regime"),
        ("event: start, on: 2025-01-08, by: officer, expect: {facts: {report:1/nota: Đủ}}", "10:70 unknown-fact"),
        ("day: 2025-01-08, by: officer", "10:31 unexpected-key"),
        ("day: 2025-01-08, expect: {blocked: [role]}", "10:45 unexpected-key"),
        ("day: 2025-01-08, expect: {fires: [report:1/fall-down]}", "10:44 unknown-event"),
        ("evnt: start", "10:10 unknown-key"),
    ])
    func ofARow(row: String, fault: String) throws {
        let found = try faults(SmallRules.opened + "  - scenario: told\n    given: opened\n    steps:\n      - {\(row)}\n")
        #expect(found.contains(fault), "\(found)")
    }

    @Test func ofStoriesAndFiles() throws {
        let text = """
            people:
              officer: [chief]
              lan: [boss]
            scenarios:
              - scenario: lost
                given: nowhere
              - scenario: lost
                given: lost
              - scenario: circle
                given: round
              - scenario: round
                given: circle
              - scenario: both
                given: lost
                registered: {on: 2025-01-06, at: work/gone, with: {task.titel: Mẫu}}
              - scenario: neither
              - scenario: defaults
                given: lost
                facts: {plan.size: six, raport/note: Đủ, report/nota: Đủ}
              - scenario: Wrong Name
                background: other
                given: lost
            stories: []

            """
        let found = try faults(text)
        #expect(
            found == [
                "2:3 reserved-name", "3:9 unknown-role", "6:12 unknown-scenario", "7:15 duplicate-name", "10:12 circle", "12:12 circle",
                "13:5 unexpected-key", "15:38 unknown-state", "15:56 unknown-fact", "16:5 missing-key", "19:24 wrong-type",
                "19:29 unknown-machine", "19:46 unknown-fact", "20:15 unexpected-key", "23:1 unknown-key",
            ]
        )
    }

    @Test func aSoundFileHasNone() throws {
        #expect(try faults(SmallRules.opened) == [])
    }

    @Test func aNearNameIsSuggested() throws {
        let text = SmallRules.opened + "  - scenario: told\n    given: opend\n"
        #expect(throws: RuleFileFaults.self) {
            do { _ = try SmallRules(scenarios: text).suite() } catch let faults as RuleFileFaults {
                #expect(faults.diagnostics.first?.hint?.en == "did you mean ‘opened’?")
                #expect(faults.phrase.vi.contains("small/scenarios/told.yaml:8:12"))
                throw faults
            }
        }
    }
}
