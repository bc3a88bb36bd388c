import ArgumentParser
import LifecycleModel
import Services

/// As of which day a report is made.
struct ReportDay: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            say(
                "Số liệu đến hết ngày này (mặc định: ngày của --now; không có thì ngày ghi sự kiện cuối).",
                "Figures as of the end of that day (default: that of --now, else the day the last event was recorded)."
            ),
            valueName: say("ngày", "date")
        )
    )
    var asOf: String?

    /// The day given, here or as the day the program is to go by; nil: that of the last event. The clock is never asked.
    func day(in context: CommandContext) throws -> CivilDate? {
        if let asOf {
            let day = try CivilDate(argument: asOf, option: "--as-of")
            guard day <= context.today else { throw UseCaseFault.notYetKnown(day, option: "--as-of", today: context.today) }
            return day
        }
        return context.options.now == nil && context.environment["NHIEMVU_NOW"] == nil ? nil : context.today
    }
}
