import ArgumentParser
import LifecycleModel
import RuleLoading
import Rules
import Scenarios
import Services
import Terminal
import WorkingCalendar

/// `nhiemvu rules test [REGIME]`
struct RulesTest: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "test",
            abstract: say("Diễn các kịch bản đặt cạnh tệp quy tắc.", "Play the scenarios that stand beside the rule files."),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu rules test law-2013 --coverage
                  nhiemvu rules test --only second-call --rules quy-tac-cua-toi
                """,
                """
                Examples:
                  nhiemvu rules test law-2013 --coverage
                  nhiemvu rules test --only second-call --rules my-rules
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Chế độ; bỏ trống là tất cả.", "Regime; all when left out."), valueName: say("chế-độ", "regime")))
    var regime: String?
    @Option(
        help: ArgumentHelp(
            say("Chỉ kịch bản này; dùng nhiều lần được.", "Only this scenario; may be repeated."),
            valueName: say("mã", "id")
        )
    )
    var only: [String] = []
    @Flag(
        help: ArgumentHelp(
            say(
                "Liệt kê cả bước, điều kiện, thời hạn chưa kịch bản nào chạm tới.",
                "List the transitions, requirements and deadlines that no scenario touches, too."
            )
        )
    )
    var coverage = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library()
        let regimes = try library.all().regimes
        let suites = try WorkflowLibrary.scenarios(directory: library.directory, regimes: regimes.values.map(\.regime))
        let chosen = try chosen(suites, regimes: regimes.keys.sorted())
        let calendar = WorkingCalendar(try HolidayTable(csv: library.holidays()))
        let results = chosen.compactMap { suite in
            regimes[suite.regime].map { Scenarios.run(suite, on: $0, calendar: calendar, measuring: only.isEmpty || coverage) }
        }
        let view = SuiteView(results: results, listsMissed: coverage)
        return Answer(view.report, exit: results.allSatisfy(\.passed) ? .done : .faultsFound)
    }

    /// The suites that are asked for; words that name nothing are refused.
    private func chosen(_ suites: [ScenarioSuite], regimes: [String]) throws -> [ScenarioSuite] {
        if let regime, !regimes.contains(regime) {
            throw UseCaseFault(
                .usage,
                "unknown-regime",
                Phrase(vi: "không có chế độ ‘\(regime)’", en: "there is no regime ‘\(regime)’"),
                hint: Suggestion.hint(for: regime, in: regimes)
            )
        }
        let asked = suites.filter { regime == nil || $0.regime == regime }
        let known = asked.flatMap(\.scenarios).map(\.id)
        for id in only where !known.contains(id) {
            throw UseCaseFault(
                .usage,
                "unknown-scenario",
                Phrase(vi: "không có kịch bản ‘\(id)’", en: "there is no scenario ‘\(id)’"),
                hint: Suggestion.hint(for: id, in: known)
            )
        }
        guard !known.isEmpty else {
            throw UseCaseFault(
                .unavailable,
                "no-scenarios",
                Phrase(vi: "chưa có kịch bản nào để diễn", en: "there are no scenarios to play"),
                hint: Phrase(
                    vi: "đặt chúng trong \(regime ?? regimes.first ?? "…")/scenarios/*.yaml của thư mục quy tắc",
                    en: "put them in \(regime ?? regimes.first ?? "…")/scenarios/*.yaml of the rule directory"
                )
            )
        }
        guard !only.isEmpty else { return asked }
        return asked.map { $0.keeping(Set(only)) }.filter { !$0.scenarios.isEmpty }
    }
}
