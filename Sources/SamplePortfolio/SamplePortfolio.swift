public import Importing
public import LifecycleModel

/// A made-up portfolio of the province of Thanh Hóa.
///
/// Counts, decision numbers and dates follow what was published about the real one (`OrderedList`, `Cohorts`); titles, people, organisations,
/// money and everything else is invented, carries no real person's name and says so in its names.
public enum SamplePortfolio {
    /// The last day of the story: nothing in it happened later.
    public static let asOf = CivilDate(2025, 12, 31)

    /// A task that cannot be awarded for several reasons at once: good to be explained.
    public static let blockedTask = "NV-2025-001"

    /// The person of the sample who enters it in a store when nobody else is named.
    public static let clerk = "MAU-CB-05"

    /// The first day of the law of 2025 (Luật 93/2025/QH15, Điều 73).
    static let lawOf2025 = CivilDate(2025, 10, 1)

    /// The whole portfolio; the same value every time.
    public static func make() -> Portfolio {
        make(Cohorts.all)
    }

    static func make(_ plans: [Plan]) -> Portfolio {
        let cast = Cast()
        var titles = Titles()
        let stories = plans.compactMap { Story.told($0, cast, &titles) }
        return Portfolio(
            organisations: drafts(SampleOrganisations.all, .organisations),
            people: drafts(SamplePeople.all, .people),
            programmes: drafts(SampleProgrammes.all, .programmes),
            tasks: drafts(stories.map(\.registration), .tasks),
            history: drafts(stories.flatMap(\.history), .history),
            yearBudgets: drafts(years, .yearBudgets),
            money: drafts(
                stories.flatMap { MoneyTelling.rows(of: $0.registration.code, regime: $0.registration.regime, $0.history) },
                .money
            )
        )
    }

    /// 53 tỷ đồng a year for topics and projects in 2021–2025 (Đề án 2021–2025, mục 3); the decisions' numbers are invented.
    private static let years: [YearBudgetEntry] = (2021...2025).compactMap { year in
        guard let actor = try? PersonCode(SamplePeople.finance) else { return nil }
        return YearBudgetEntry(
            year: year,
            amount: 53_000_000_000,
            decision: "MAU-\(year)/QĐ-UBND",
            decidedOn: CivilDate(year - 1, 12, 10),
            actor: actor
        )
    }

    /// Gives every value the row it has when the portfolio is written to files.
    private static func drafts<Value>(_ values: [Value], _ file: PortfolioFile) -> [Draft<Value>] {
        values.enumerated().map { Draft($1, source: SourceRow(file: file, row: $0 + 2, line: $0 + 2)) }
    }
}
