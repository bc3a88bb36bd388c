import ArgumentParser
import LifecycleModel
import Services

/// Of which year an indicator is asked.
struct YearOption: ParsableArguments {
    @Option(help: ArgumentHelp(say("Năm (mặc định năm nay).", "Year (default this year)."), valueName: say("năm", "year"))) var year: Int?

    /// The year asked for.
    ///
    /// - Throws: `UseCaseFault` for one that no date can have.
    func year(in context: CommandContext) throws -> Int {
        try Self.checked(year ?? context.today.year)
    }

    /// The year, when a date can have it.
    static func checked(_ year: Int) throws -> Int {
        guard CivilDate.years.contains(year) else {
            throw UseCaseFault(
                .usage,
                "no-such-year",
                Phrase(vi: "--year: \(year) không phải một năm", en: "--year: \(year) is no year"),
                hint: Phrase(
                    vi: "Từ \(CivilDate.years.lowerBound) đến \(CivilDate.years.upperBound)",
                    en: "From \(CivilDate.years.lowerBound) to \(CivilDate.years.upperBound)"
                )
            )
        }
        return year
    }
}
