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

/// So much of a task's allotment of a year.
struct YearShareOptions: ParsableArguments {
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var sum: AmountArgument
    @OptionGroup var year: BudgetYearOptions

    func record(_ movement: (Int, Dong) -> BudgetMovement, in context: CommandContext) throws -> Answer {
        let day = try act.occasion.day(in: context)
        return try act.record(movement(year.year(on: day), try sum.dong()), in: context)
    }
}

/// So much of an advance.
struct AdvancePartOptions: ParsableArguments {
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var sum: AmountArgument
    @OptionGroup var which: AdvanceOption

    func record(_ movement: (Int64?, Dong) -> BudgetMovement, in context: CommandContext) throws -> Answer {
        try act.record(movement(which.advance, try sum.dong()), in: context)
    }
}
