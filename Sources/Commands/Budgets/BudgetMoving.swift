import ArgumentParser
import LifecycleModel
import LumpSum
import Services
import Terminal

/// An amount in đồng.
struct AmountArgument: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Số tiền, đồng.", "Amount in đồng."), valueName: say("số-tiền", "amount"))) var amount: String

    func dong() throws -> Dong { try Dong(argument: amount, option: say("số tiền", "amount")) }
}

/// Which advance.
struct AdvanceOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Đợt tạm ứng (mặc định đợt duy nhất còn mở).", "Which advance (default the only open one)."),
            valueName: say("số", "number")
        )
    )
    var advance: Int64?
}

/// `nhiemvu budget allot TASK AMOUNT`
struct BudgetAllot: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "allot",
            abstract: say("Giao dự toán năm cho nhiệm vụ.", "Allot money of a year to a task."),
            discussion: say(
                "Ví dụ: nhiemvu budget allot NV-2025-047 450.000.000 --year 2026 --doc QĐ-GDT:15/QĐ-SKHCN:2026-01-12 --actor KT01",
                "Example: nhiemvu budget allot NV-2025-047 450.000.000 --year 2026 --doc QĐ-GDT:15/QĐ-SKHCN:2026-01-12 --actor KT01"
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var sum: AmountArgument
    @OptionGroup var year: BudgetYearOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let day = try act.occasion.day(in: context)
        return try act.record(.allot(year: year.year(on: day), try sum.dong()), in: context)
    }
}

/// `nhiemvu budget cut TASK AMOUNT`
struct BudgetCut: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cut",
            abstract: say("Giảm dự toán năm chưa tạm ứng.", "Take back allotted money that is not yet advanced."),
            discussion: say(
                "Ví dụ: nhiemvu budget cut NV-2025-047 50.000.000 --year 2026 --doc QĐ-GDT:88/QĐ-SKHCN:2026-09-10",
                "Example: nhiemvu budget cut NV-2025-047 50.000.000 --year 2026 --doc QĐ-GDT:88/QĐ-SKHCN:2026-09-10"
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var sum: AmountArgument
    @OptionGroup var year: BudgetYearOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let day = try act.occasion.day(in: context)
        return try act.record(.cut(year: year.year(on: day), try sum.dong()), in: context)
    }
}

/// `nhiemvu budget roll-over TASK AMOUNT`
struct BudgetRollOver: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "roll-over",
            abstract: say("Chuyển nguồn dự toán chưa tạm ứng sang năm sau.", "Carry allotted money over to a later year."),
            discussion: say(
                "Ví dụ: nhiemvu budget roll-over NV-2025-047 30.000.000 --from 2025 --to 2026",
                "Example: nhiemvu budget roll-over NV-2025-047 30.000.000 --from 2025 --to 2026"
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
        try act.record(.rollOver(from: from, to: to ?? from + 1, try sum.dong()), in: context)
    }
}

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
                "Ví dụ: nhiemvu budget request NV-2025-047 450.000.000",
                "Example: nhiemvu budget request NV-2025-047 450.000.000"
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
                Ví dụ: nhiemvu budget advance NV-2025-047 --date 2026-02-12 --actor KT01
                """,
                """
                Where nothing is asked for yet and the actor may ask, add --amount to ask and pay at once.
                Example: nhiemvu budget advance NV-2025-047 --date 2026-02-12 --actor KT01
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
                "Ví dụ: nhiemvu budget report NV-2025-047 200.000.000 --advance 1",
                "Example: nhiemvu budget report NV-2025-047 200.000.000 --advance 1"
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var sum: AmountArgument
    @OptionGroup var which: AdvanceOption
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try act.record(.report(advance: which.advance, try sum.dong()), in: context)
    }
}

/// `nhiemvu budget clear TASK`
struct BudgetClear: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "clear",
            abstract: say("Xác nhận khối lượng, thanh toán tạm ứng theo nội dung chi.", "Confirm work and clear an advance item by item."),
            discussion: say(
                "Ví dụ: nhiemvu budget clear NV-2025-047 --item labour=150.000.000 --item materials=50.000.000 --actor KT01",
                "Example: nhiemvu budget clear NV-2025-047 --item labour=150.000.000 --item materials=50.000.000 --actor KT01"
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
                "Ví dụ: nhiemvu budget return NV-2025-047 12.500.000 --advance 2",
                "Example: nhiemvu budget return NV-2025-047 12.500.000 --advance 2"
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var sum: AmountArgument
    @OptionGroup var which: AdvanceOption
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try act.record(.giveBack(advance: which.advance, try sum.dong()), in: context)
    }
}

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
                "Ví dụ: nhiemvu budget spend NV-2025-047 --received 450.000.000 --item labour=140.000.000 --item energy:counterpart=30.000.000",
                "Example: nhiemvu budget spend NV-2025-047 --received 450.000.000 --item labour=140.000.000 --item energy:counterpart=30.000.000"
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
