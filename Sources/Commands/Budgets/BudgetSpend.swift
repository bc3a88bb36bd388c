import ArgumentParser
import LifecycleModel
import LumpSum
import Services
import Terminal

/// `nhiemvu budget spend TASK`
struct BudgetSpend: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "spend",
            abstract: say(
                "Ghi số thực nhận, thực chi trong năm, kể cả vốn đối ứng.",
                "Record what was received and spent in a year, counterpart money too."
            ),
            discussion: say(
                """
                Các báo cáo của một năm cộng lại; --restate thay tất cả bằng số mới.
                Ví dụ:
                  nhiemvu budget spend NV-2025-014 --received 450.000.000 --item labour=140.000.000 --item energy:counterpart=30.000.000
                  nhiemvu budget spend NV-2025-014 --year 2025 --restate "Ghi nhầm công lao động" --received 450.000.000 --item labour=14.000.000
                """,
                """
                Several reports of a year add up; --restate puts new figures in the place of all of them.
                Examples:
                  nhiemvu budget spend NV-2025-014 --received 450.000.000 --item labour=140.000.000 --item energy:counterpart=30.000.000
                  nhiemvu budget spend NV-2025-014 --year 2025 --restate "Labour was mistyped" --received 450.000.000 --item labour=14.000.000
                """
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @Option(help: ArgumentHelp(say("Kinh phí ngân sách thực nhận.", "State money received."), valueName: say("số-tiền", "amount")))
    var received: String = "0"
    @OptionGroup var lines: BudgetLineOptions
    @OptionGroup var year: BudgetYearOptions
    @Option(
        help: ArgumentHelp(
            say(
                "Thay mọi số đã báo cáo của năm bằng các số này, kèm lý do.",
                "Put these figures in the place of everything reported of the year, and say why."
            ),
            valueName: say("lý-do", "reason")
        )
    )
    var restate: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let year = year.year(on: try act.occasion.day(in: context))
        let lines = try lines.item.map { try BudgetLine(argument: $0, year: year) }
        let received = try Dong(argument: received, option: "--received")
        guard let restate else { return try act.record(.spend(year: year, received: received, lines), in: context) }
        let reason = try CheckedName(restate, of: Phrase(vi: "Lý do", en: "The reason")).text
        return try act.record(.spendAnew(year: year, received: received, lines, reason: reason), in: context)
    }
}

extension UseCaseFault {
    /// A command that needs money by item was given none.
    static var noLines: UseCaseFault {
        UseCaseFault(
            .usage,
            "no-lines",
            Phrase(vi: "Chưa nói số tiền của nội dung chi nào", en: "No item was given"),
            hint: Phrase(vi: "Ví dụ: --item labour=120.000.000", en: "Example: --item labour=120.000.000")
        )
    }
}
