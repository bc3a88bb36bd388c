import ArgumentParser
import LifecycleModel
import LumpSum
import Services
import Terminal

/// `nhiemvu budget request TASK AMOUNT`
struct BudgetRequest: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "request",
            abstract: say(
                "Đề nghị tạm ứng, hoặc thanh toán lần cuối sau nghiệm thu.",
                "Ask for an advance, or after acceptance for the final payment."
            ),
            discussion: say(
                "Ví dụ: nhiemvu budget request NV-2025-014 450.000.000",
                "Example: nhiemvu budget request NV-2025-014 450.000.000"
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var sum: AmountArgument
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try act.record(.request(try sum.dong()), in: context)
    }
}

/// `nhiemvu budget advance TASK`
struct BudgetAdvance: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "advance",
            abstract: say("Chi tạm ứng đã đề nghị.", "Pay the advance that was asked for."),
            discussion: say(
                """
                Khi chưa có đề nghị mà người ghi có quyền đề nghị, thêm --amount để đề nghị và chi luôn.
                Ví dụ: nhiemvu budget advance NV-2025-014 --date 2026-02-12 --actor KT01
                """,
                """
                Where nothing is asked for yet and the actor may ask, add --amount to ask and pay at once.
                Example: nhiemvu budget advance NV-2025-014 --date 2026-02-12 --actor KT01
                """
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @Option(help: ArgumentHelp(say("Số tiền, đồng.", "Amount in đồng."), valueName: say("số-tiền", "amount"))) var amount: String?
    @OptionGroup var year: BudgetYearOptions
    @Flag(
        help: ArgumentHelp(
            say(
                "Xác nhận mua sắm thiết bị vướng thủ tục vì lý do khách quan (TTLT 27/2015, Điều 13.2a).",
                "Confirms that buying equipment is held up for an objective reason (TTLT 27/2015, Điều 13.2a)."
            )
        )
    )
    var equipmentException = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let amount = try amount.map { try Dong(argument: $0, option: "--amount") }
        return try act.record(.advance(amount, year: year.year, equipmentException: equipmentException), in: context)
    }
}

/// `nhiemvu budget report TASK AMOUNT`
struct BudgetReport: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "report",
            abstract: say("Tổ chức chủ trì báo cáo khối lượng đã làm để thanh toán.", "The host reports work done, to be cleared."),
            discussion: say(
                "Ví dụ: nhiemvu budget report NV-2025-014 200.000.000 --advance 1",
                "Example: nhiemvu budget report NV-2025-014 200.000.000 --advance 1"
            )
        )
    }
    @OptionGroup var part: AdvancePartOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer { try part.record(BudgetMovement.report, in: context) }
}

/// `nhiemvu budget clear TASK`
struct BudgetClear: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "clear",
            abstract: say("Xác nhận khối lượng, thanh toán tạm ứng theo nội dung chi.", "Confirm work and clear an advance item by item."),
            discussion: say(
                "Ví dụ: nhiemvu budget clear NV-2025-014 --item labour=150.000.000 --item materials=50.000.000 --actor KT01",
                "Example: nhiemvu budget clear NV-2025-014 --item labour=150.000.000 --item materials=50.000.000 --actor KT01"
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var lines: BudgetLineOptions
    @OptionGroup var which: AdvanceOption
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let lines = try lines.lines(on: try act.occasion.day(in: context))
        guard !lines.isEmpty else { throw UseCaseFault.noLines }
        return try act.record(.clear(advance: which.advance, lines), in: context)
    }
}

/// `nhiemvu budget return TASK AMOUNT`
struct BudgetReturn: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "return",
            abstract: say("Nộp trả tạm ứng không sử dụng.", "Give unused money of an advance back."),
            discussion: say(
                "Ví dụ: nhiemvu budget return NV-2025-014 12.500.000 --advance 2",
                "Example: nhiemvu budget return NV-2025-014 12.500.000 --advance 2"
            )
        )
    }
    @OptionGroup var part: AdvancePartOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer { try part.record(BudgetMovement.giveBack, in: context) }
}
