import ArgumentParser
import LifecycleModel
import Services

/// As known on which day a figure is asked.
struct KnownOnOption: ParsableArguments {
    @Option(
        name: .customLong("as-known-on"),
        help: ArgumentHelp(
            say(
                "Chỉ những gì đã được ghi đến hết ngày này (mặc định hôm nay).",
                "Only what was recorded by the end of that day (default today)."
            ),
            valueName: say("ngày", "date")
        )
    )
    var knownOn: String?

    /// The day asked for, today where none is.
    ///
    /// - Throws: `UseCaseFault` for a day that has not come: nothing is known of it.
    func day(in context: CommandContext) throws -> CivilDate {
        let day = try knownOn.map { try CivilDate(argument: $0, option: "--as-known-on") } ?? context.today
        guard day <= context.today else { throw UseCaseFault.notYetKnown(day, option: "--as-known-on", today: context.today) }
        return day
    }
}

extension UseCaseFault {
    /// A day that has not come knows nothing yet.
    static func notYetKnown(_ day: CivilDate, option: String, today: CivilDate) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "day-ahead",
            Phrase(vi: "\(option): ngày \(day.vietnamese) chưa tới", en: "\(option): \(day) has not come yet"),
            hint: Phrase(vi: "Muộn nhất là hôm nay, \(today.vietnamese)", en: "The latest is today, \(today)")
        )
    }
}
