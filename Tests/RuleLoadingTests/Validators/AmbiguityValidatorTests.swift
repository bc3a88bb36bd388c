import LifecycleModel
import RuleLoading
import Rules
import Testing

/// Twin of the validator that looks for two ways of one event.
@Suite struct AmbiguityValidatorTests {
    private func pair(_ first: String, _ second: String, mark: String = "") -> String {
        """
        transitions:
          - {event: go, label: Đi, from: ordering/proposed, to: closed/done, by: [officer], requires: [\(first)]}
          - {event: go, label: Đi, from: ordering/*, to: closed/dropped, by: [officer], requires: [\(second)]}\(mark)
        """
    }

    private static func clause(_ text: String, _ id: String = "a") -> String {
        "{id: \(id), that: '\(text.replacing("'", with: "''"))', else: Không}"
    }

    @Test(arguments: [
        ("score.good", "!score.good"),
        ("score.good", "!(score.good)"),
        ("score.mean >= param.pass_mark", "score.mean < param.pass_mark"),
        ("param.pass_mark <= score.mean", "score.mean < param.pass_mark"),
        ("task.route == 'direct'", "task.route == 'selection'"),
        ("task.route == 'direct'", "task.route != 'direct'"),
        ("task.route in ['direct']", "task.route == 'selection'"),
        ("task.route in ['direct']", "!(task.route == 'direct')"),
        ("has(score.mean) && score.good", "score.mean > 1 && !has(score.mean)"),
        ("score.good || score.mean > 2", "!score.good && score.mean <= 2"),
        ("!(score.good || score.mean > 2)", "score.good"),
        ("deadlines.T_1.met", "deadlines.T_1.passed"),
    ])
    func exclusive(first: String, second: String) throws {
        let text = pair(Self.clause(first), Self.clause(second))
        let diagnostics = try RuleFolder(SoundRules.files(["marked.yaml": text])).check("sample")
        #expect(!diagnostics.contains { $0.code == "maybe-ambiguous" }, "\(diagnostics.map { $0.text(in: .en) })")
    }

    @Test(arguments: [
        ("score.good", "score.mean > 1"),
        ("score.mean >= 1", "score.mean <= 1"),
        ("task.route in ['direct', 'selection']", "task.route != 'direct'"),
        ("task.route == 'direct'", "task.kind == 'topic'"),
    ])
    func notShown(first: String, second: String) throws {
        try expectMarked(pair(Self.clause(first), Self.clause(second), mark: "  # <- maybe-ambiguous"))
    }

    @Test(arguments: [
        ("score.good", "score.good"),
        ("score.good && task.months > 2", "task.months > 2"),
    ])
    func together(first: String, second: String) throws {
        try expectMarked(pair(Self.clause(first), Self.clause(second), mark: "  # <- ambiguous-event"))
    }

    @Test func withoutGuards() throws {
        try expectMarked(pair("", "", mark: "  # <- ambiguous-event"))
        try expectMarked(pair(Self.clause("score.good"), "", mark: "  # <- ambiguous-event"))
    }

    @Test func words() throws {
        let marked = pair("{id: a, deadline-met: T-1}", "{id: a, deadline-passed: T-1}")
        let diagnostics = try RuleFolder(SoundRules.files(["marked.yaml": marked])).check("sample")
        #expect(!diagnostics.contains { $0.code.contains("ambiguous") })
        try expectMarked(pair("{id: a, deadline-met: T-1}", "{id: a, deadline-passed: T-2}", mark: "  # <- maybe-ambiguous"))
    }
}
