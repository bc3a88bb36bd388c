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
    @OptionGroup var known: KnownOnOption
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
        return Question(entry: entry, indicator: indicator, terms: terms, definition: definition, knownOn: try known.day(in: context))
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
}
