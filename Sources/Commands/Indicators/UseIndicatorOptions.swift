import ArgumentParser
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Terminal

/// Which computed indicator, by which definition, as known when.
struct UseIndicatorOptions: ParsableArguments {
    @Argument(help: ArgumentHelp(say("Số chỉ tiêu.", "Number of the indicator."), valueName: say("số", "number"))) var number: Int
    @Option(
        help: ArgumentHelp(
            say(
                "Cách tính khác của tệp định nghĩa (mặc định cách đã nêu lý do).",
                "Another definition of the file (default the argued one)."
            ),
            valueName: say("tên", "name")
        )
    )
    var definition: String?
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
    @OptionGroup var place: BookOption

    /// What is asked for.
    struct Question {
        let entry: IndicatorBook.Entry
        let indicator: UseIndicator
        let terms: UseIndicator.Terms
        /// The name of the definition; nil: the default.
        let definition: String?
        let knownOn: CivilDate
    }

    func question(in context: CommandContext) throws -> Question {
        let library = try context.library().indicators()
        let entry = try EnterIndicator.entry(number, in: try place.book(in: library))
        if let name = entry.computedBy ?? entry.partlyBy, library.counts[name] != nil {
            throw UseCaseFault(
                .usage,
                "indicator-counted",
                Phrase(
                    vi: "Chỉ tiêu \(number) đếm theo hồ sơ, không phải tỷ lệ ứng dụng của kết quả",
                    en: "Indicator \(number) counts what is on record; it is no share of results in use"
                ),
                hint: Phrase(
                    vi: "«nhiemvu indicator show \(number)» kể từng mục được đếm",
                    en: "\"nhiemvu indicator show \(number)\" lists everything counted"
                )
            )
        }
        guard let name = entry.computedBy, let indicator = library.definitions[name] else {
            throw UseCaseFault(
                .usage,
                "indicator-not-computed",
                Phrase(vi: "Chỉ tiêu \(number) không tính từ hồ sơ", en: "Indicator \(number) is not computed from the record"),
                hint: Phrase(
                    vi: "Xem giá trị đã báo cáo bằng «nhiemvu indicator values \(number)»",
                    en: "See the values entered with \"nhiemvu indicator values \(number)\""
                )
            )
        }
        guard let terms = indicator.terms(named: definition) else {
            throw UseCaseFault.unknownDefinition(definition, among: indicator.alternatives.keys)
        }
        let day = try knownOn.map { try CivilDate(argument: $0, option: "--as-known-on") } ?? context.today
        guard day <= context.today else { throw UseCaseFault.notYetKnown(day, option: "--as-known-on") }
        return Question(entry: entry, indicator: indicator, terms: terms, definition: definition, knownOn: day)
    }
}

extension UseCaseFault {
    /// No alternative of that name.
    static func unknownDefinition(_ name: String?, among names: some Sequence<String>) -> UseCaseFault {
        let known = names.sorted()
        return UseCaseFault(
            .usage,
            "unknown-definition",
            Phrase(vi: "Không có cách tính «\(name ?? "")»", en: "There is no definition \"\(name ?? "")\""),
            hint: Message.didYouMean(name ?? "", among: known)?.sentence
                ?? Phrase(vi: "Có: \(known.joined(separator: ", "))", en: "Known: \(known.joined(separator: ", "))")
        )
    }

    /// A day that has not come knows nothing yet.
    static func notYetKnown(_ day: CivilDate, option: String) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "day-ahead",
            Phrase(vi: "Ngày \(day.vietnamese) chưa tới", en: "\(day) has not come yet"),
            hint: Phrase(vi: "Xem lại \(option)", en: "Look at \(option) again")
        )
    }
}
