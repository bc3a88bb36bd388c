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
                "Ví dụ: nhiemvu budget spend NV-2025-014 --received 450.000.000 --item labour=140.000.000 --item energy:counterpart=30.000.000",
                "Example: nhiemvu budget spend NV-2025-014 --received 450.000.000 --item labour=140.000.000 --item energy:counterpart=30.000.000"
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @Option(help: ArgumentHelp(say("Kinh phí ngân sách thực nhận.", "State money received."), valueName: say("số-tiền", "amount")))
    var received: String = "0"
    @OptionGroup var lines: BudgetLineOptions
    @OptionGroup var year: BudgetYearOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let year = year.year(on: try act.occasion.day(in: context))
        let lines = try lines.item.map { try BudgetLine(argument: $0, year: year) }
        return try act.record(.spend(year: year, received: try Dong(argument: received, option: "--received"), lines), in: context)
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
