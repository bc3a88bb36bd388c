public import ArgumentParser
import LifecycleModel
import LumpSum
public import Rules
import Services
import Store
import Terminal

/// `nhiemvu budget plan TASK`
struct BudgetPlan: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: say("Lập dự toán theo nội dung chi, năm và nguồn.", "Record the estimate by item, year and source."),
            discussion: say(
                """
                Nội dung được phép khoán thì khoán, trừ khi có --outside; khoán đến sản phẩm cuối cùng thì khoán tất cả.
                Ví dụ: nhiemvu budget plan NV-2025-047 --item labour:2026=300.000.000 --item assets-bought:2026=80.000.000 \\
                  --item energy:2026:counterpart=40.000.000 --mode partial
                """,
                """
                What may be lump-summed is, but for --outside; a lump sum to the final product covers everything.
                Example: nhiemvu budget plan NV-2025-047 --item labour:2026=300.000.000 --item assets-bought:2026=80.000.000 \\
                  --item energy:2026:counterpart=40.000.000 --mode partial
                """
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var lines: BudgetLineOptions
    @Option(help: ArgumentHelp(say("Phương thức khoán đề xuất.", "The lump-sum mode proposed."), valueName: "partial|final-product"))
    var mode: LumpSumMode = .partial
    @Option(
        help: ArgumentHelp(
            say(
                "Nội dung được phép khoán nhưng đề nghị không khoán; dùng nhiều lần được.",
                "An item that may be lump-summed but is not to be; may be repeated."
            ),
            valueName: say("nội-dung", "item")
        )
    )
    var outside: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Tổng theo nguồn, để đối chiếu; dùng nhiều lần được.", "The total of a source, to be compared; may be repeated."),
            valueName: say("nguồn=số-tiền", "source=amount")
        )
    )
    var total: [String] = []
    @Option(
        help: ArgumentHelp(
            say(
                "Giải trình khi vượt mức được phép vượt; dùng nhiều lần được.",
                "Why a limit is exceeded, where that is allowed; may be repeated."
            ),
            valueName: say("mức=lý-do", "limit=reason")
        )
    )
    var reason: [String] = []
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let given = try lines.lines(on: try act.occasion.day(in: context))
        guard !given.isEmpty else { throw UseCaseFault.noLines }
        let law = try context.openStore(readOnly: true).read { try BudgetRecord(act.code, in: $0).budget.law }
        var estimate = Estimate(lines: given.lumpSummed(as: mode, outside: Set(outside), under: law), mode: mode)
        estimate.reasons = try FactArguments(reason, option: "--reason").facts
        for (name, amount) in try FactArguments(total, option: "--total").facts {
            estimate.stated[try WordPair("\(name)=\(name)", option: "--total", form: "source=amount").word(FundingSource.self)] =
                try Dong(argument: amount, option: "--total")
        }
        return try act.record(.plan(estimate), in: context)
    }
}

extension LumpSumMode: ExpressibleByArgument {}

extension [BudgetLine] {
    /// The lines with what is lump-summed said of each: all state money of a final product, else what may be and is not kept outside.
    func lumpSummed(as mode: LumpSumMode, outside: Set<String>, under law: BudgetLaw) -> [BudgetLine] {
        map { line in
            var line = line
            let may = law.rules.item(line.item)?.mayBeLumpSum ?? false
            line.isLumpSum = line.source == .state && (mode == .finalProduct || may && !outside.contains(line.item))
            return line
        }
    }
}
