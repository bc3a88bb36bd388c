import ArgumentParser
import CanonicalJSON
import LifecycleModel
import LumpSum
import Services
import Store
import Terminal

/// `nhiemvu budget year YEAR AMOUNT`
struct BudgetYear: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "year",
            abstract: say(
                "Ghi ngân sách KH&CN của năm, cả tỉnh hoặc theo chương trình.",
                "Record the science budget of a year, in all or for a programme."
            ),
            discussion: say(
                "Ví dụ: nhiemvu budget year 2026 53.000.000.000 --decision 4567/QĐ-UBND --date 2025-12-10",
                "Example: nhiemvu budget year 2026 53.000.000.000 --decision 4567/QĐ-UBND --date 2025-12-10"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Năm.", "Year."), valueName: say("năm", "year"))) var year: Int
    @OptionGroup var sum: AmountArgument
    @Option(help: ArgumentHelp(say("Số quyết định.", "Number of the decision."), valueName: say("số", "number"))) var decision: String
    @Option(help: ArgumentHelp(say("Chỉ cho chương trình này.", "For this programme alone."), valueName: say("mã", "code")))
    var programme: String?
    @OptionGroup var occasion: OccasionOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let (answer, receipt) = try SetYearBudget(try context.surroundings())(
            year: year,
            programme: programme,
            amount: try sum.dong(),
            decision: try CheckedName(decision, of: Phrase(vi: "Số quyết định", en: "The number of the decision")).text,
            on: try occasion.day(in: context),
            dryRun: occasion.dryRun
        )
        let (budget, given) = (answer.budget, answer.given)
        var json = budget.json.object ?? JSONObject()
        json["year"] = JSONValue(year)
        json["superseded_by"] = JSONValue(answer.later?.number)
        json["dry_run"] = .bool(receipt == nil)
        json["receipt"] = receipt?.json ?? .null
        let pairs =
            [KeyValues.Pair(say("Cả tỉnh", "In all"), StyledText(budget.total?.formatted() ?? say("chưa ghi", "not on record")))]
            + budget.programmes.sorted { $0.key < $1.key }.map { KeyValues.Pair($0.key, StyledText($0.value.formatted())) }
        let note: any Block =
            receipt?.block ?? Paragraph(StyledText(say("Xem thử: chưa ghi gì.", "A trial: nothing was recorded."), .warning))
        let below: Paragraph? = budget.total.flatMap { $0 < given ? $0 : nil }.map { most in
            Paragraph(
                StyledText(
                    say(
                        "Đã giao \(given.formatted(.word)) (cả tỉnh), nhiều hơn \(most.formatted(.word)): cần giảm dự toán đã giao.",
                        "\(given.formatted()) is allotted (in all), more than \(most.formatted()): allotments have to be cut."
                    ),
                    .warning
                )
            )
        }
        let later: Paragraph? = answer.later.map { later in
            Paragraph(
                StyledText(
                    say(
                        "Quyết định \(later.number) ngày \(later.day.vietnamese) mới hơn: số tiền của quyết định đó vẫn áp dụng.",
                        "Decision \(later.number) of \(later.day) is later: its sum still stands."
                    ),
                    .warning
                )
            )
        }
        let heading = Heading(say("Ngân sách KH&CN năm \(year)", "Science budget of \(year)"))
        let blocks: [(any Block)?] = [heading, KeyValues(pairs), later, below, note]
        return Answer(Report(json: .object(json), blocks: blocks.compactMap(\.self)))
    }
}
