import ArgumentParser
import LifecycleModel
import LumpSum
import Services
import Terminal

/// `nhiemvu budget allot TASK AMOUNT`
struct BudgetAllot: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "allot",
            abstract: say("Giao dự toán năm cho nhiệm vụ.", "Allot money of a year to a task."),
            discussion: say(
                "Ví dụ: nhiemvu budget allot NV-2025-014 450.000.000 --year 2026 --doc QĐ-GDT:15/QĐ-SKHCN:2026-01-12 --actor KT01",
                "Example: nhiemvu budget allot NV-2025-014 450.000.000 --year 2026 --doc QĐ-GDT:15/QĐ-SKHCN:2026-01-12 --actor KT01"
            )
        )
    }
    @OptionGroup var share: YearShareOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer { try share.record(BudgetMovement.allot, in: context) }
}

/// `nhiemvu budget cut TASK AMOUNT`
struct BudgetCut: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cut",
            abstract: say("Giảm dự toán năm chưa tạm ứng.", "Take back allotted money that is not yet advanced."),
            discussion: say(
                "Ví dụ: nhiemvu budget cut NV-2025-014 50.000.000 --year 2026 --doc QĐ-GDT:88/QĐ-SKHCN:2026-09-10",
                "Example: nhiemvu budget cut NV-2025-014 50.000.000 --year 2026 --doc QĐ-GDT:88/QĐ-SKHCN:2026-09-10"
            )
        )
    }
    @OptionGroup var share: YearShareOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer { try share.record(BudgetMovement.cut, in: context) }
}

/// `nhiemvu budget roll-over TASK AMOUNT`
struct BudgetRollOver: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "roll-over",
            abstract: say("Chuyển nguồn dự toán chưa tạm ứng sang năm sau.", "Carry allotted money over to a later year."),
            discussion: say(
                "Ví dụ: nhiemvu budget roll-over NV-2025-014 30.000.000 --from 2025 --to 2026",
                "Example: nhiemvu budget roll-over NV-2025-014 30.000.000 --from 2025 --to 2026"
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var sum: AmountArgument
    @Option(help: ArgumentHelp(say("Từ năm.", "From the year."), valueName: say("năm", "year"))) var from: Int
    @Option(help: ArgumentHelp(say("Sang năm (mặc định năm kế tiếp).", "To the year (default the next)."), valueName: say("năm", "year")))
    var to: Int?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try act.record(.rollOver(from: from, to: to ?? from &+ 1, try sum.dong()), in: context)
    }
}
