import ArgumentParser
import CanonicalJSON
import LifecycleModel
import LumpSum
import Services
import Terminal

/// Which task, on which day, with which papers: common to the commands that record money.
struct BudgetActOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @OptionGroup var matter: EventMatterOptions
    @OptionGroup var occasion: OccasionOptions

    /// The act these options speak of.
    func act(in context: CommandContext) throws -> RecordBudget.Act {
        var act = RecordBudget.Act(
            task: code,
            day: try occasion.day(in: context),
            facts: try matter.facts(),
            documents: try matter.documents(in: context, isTrial: occasion.dryRun),
            dryRun: occasion.dryRun
        )
        act.isConfirmed = context.options.yes
        return act
    }

    /// Records a movement and answers with the money afterwards.
    func record(_ movement: BudgetMovement, in context: CommandContext) throws -> Answer {
        let answer = try RecordBudget(try context.surroundings())(movement, try act(in: context))
        var view = BudgetView(answer.record, day: context.today)
        view.receipt = .some(answer.receipt)
        return Answer(try Report(json: view.json, blocks: view.brief))
    }
}

/// Of which year, where it is not that of the day.
struct BudgetYearOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Năm ngân sách (mặc định năm của ngày ghi).", "Budget year (default that of the day)."),
            valueName: say("năm", "year")
        )
    )
    var year: Int?

    func year(on day: CivilDate) -> Int { year ?? BudgetRecord.year(of: day) }
}

/// Money for items as a person names them: `ITEM[:YEAR][:SOURCE]=AMOUNT`.
struct BudgetLineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Số tiền của một nội dung chi, có thể kèm năm và nguồn (state, counterpart, other); dùng nhiều lần được.",
                "Money for an item, with year and source (state, counterpart, other) where needed; may be repeated."
            ),
            valueName: say("nội-dung[:năm][:nguồn]=số-tiền", "item[:year][:source]=amount")
        )
    )
    var item: [String] = []

    /// The lines.
    func lines(on day: CivilDate) throws -> [BudgetLine] {
        try item.map { try BudgetLine(argument: $0, year: BudgetRecord.year(of: day)) }
    }
}

extension BudgetLine {
    /// Reads `ITEM[:YEAR][:SOURCE]=AMOUNT`.
    init(argument text: String, year standing: Int) throws {
        let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var parts = halves[0].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard halves.count == 2, !halves[0].isEmpty, let item = parts.first, !item.isEmpty, parts.count <= 3 else {
            throw UseCaseFault(
                .usage,
                "wrong-line",
                Phrase(
                    vi: "--item «\(text)» không đúng dạng nội-dung[:năm][:nguồn]=số-tiền",
                    en: "--item \"\(text)\" is not item[:year][:source]=amount"
                ),
                hint: Phrase(vi: "Ví dụ: --item labour:2026=120.000.000", en: "Example: --item labour:2026=120.000.000")
            )
        }
        parts.removeFirst()
        var year = standing
        var source = FundingSource.state
        for part in parts {
            if let number = Int(part), BudgetLine.years.contains(number) {
                year = number
            } else if let word = FundingSource(rawValue: part) {
                source = word
            } else {
                let known = FundingSource.allCases.map(\.rawValue)
                throw UseCaseFault(
                    .usage,
                    "wrong-line",
                    Phrase(
                        vi: "--item «\(text)»: «\(part)» không phải năm hoặc nguồn",
                        en: "--item \"\(text)\": \"\(part)\" is no year or source"
                    ),
                    hint: Message.didYouMean(part, among: known)?.sentence
                        ?? Phrase(vi: "Nguồn: \(known.joined(separator: ", "))", en: "Sources: \(known.joined(separator: ", "))")
                )
            }
        }
        self.init(item: item, year: year, source: source, amount: try Dong(argument: halves[1], option: "--item"))
    }
}

extension Dong {
    /// Reads an amount a person gave.
    init(argument text: String, option: String) throws {
        do { try self.init(parsing: text) } catch {
            throw UseCaseFault(
                .badData,
                "wrong-amount",
                Phrase(vi: "\(option): \(error.phrase.vi)", en: "\(option): \(error.phrase[.en])"),
                hint: Phrase(vi: "Viết 1000000 hoặc 1.000.000", en: "Write 1000000 or 1.000.000")
            )
        }
        guard self <= Self.largest else {
            throw UseCaseFault(
                .badData,
                "amount-too-large",
                Phrase(vi: "\(option): \(formatted(.word)) quá lớn", en: "\(option): \(formatted()) is too much"),
                hint: Phrase(vi: "Nhiều nhất \(Self.largest.formatted(.word))", en: "At most \(Self.largest.formatted())")
            )
        }
    }

    /// More than any budget of a province; sums of amounts below it stay far within 64 bits.
    private static let largest: Dong = 999_999_999_999_999
}
