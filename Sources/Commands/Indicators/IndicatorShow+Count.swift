import CanonicalJSON
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Store
import Terminal

extension UseIndicatorOptions {
    /// What is asked for of an indicator that counts.
    struct CountQuestion {
        let entry: IndicatorBook.Entry
        let indicator: CountIndicator
        let terms: CountIndicator.Terms
        /// The name of the definition; nil: the default.
        let definition: String?
        let book: String
    }

    /// The question, where the indicator is one that counts.
    func count(in context: CommandContext) throws -> CountQuestion? {
        let library = try context.library().indicators()
        let book = try place.book(in: library)
        let entry = try EnterIndicator.entry(number, in: book)
        guard let name = entry.computedBy ?? entry.partlyBy, let indicator = library.counts[name] else { return nil }
        guard let terms = indicator.terms(named: definition) else {
            throw UseCaseFault.unknownDefinition(definition, among: indicator.alternatives.keys)
        }
        guard known.knownOn == nil else {
            throw UseCaseFault(
                .usage,
                "counted-by-days",
                Phrase(
                    vi: "--as-known-on không dùng cho chỉ tiêu đếm: số đếm dựa vào ngày ghi trong hồ sơ",
                    en: "--as-known-on is not for an indicator that counts: it goes by the days on record"
                ),
                hint: Phrase(vi: "Dùng --now để đếm đến một ngày", en: "Use --now to count up to a day")
            )
        }
        return CountQuestion(entry: entry, indicator: indicator, terms: terms, definition: definition, book: book.id)
    }
}

extension IndicatorShow {
    func answer(_ question: UseIndicatorOptions.CountQuestion, in context: CommandContext) throws -> Answer {
        guard by != .kind else {
            throw UseCaseFault(
                .usage,
                "no-such-group",
                Phrase(vi: "Chỉ tiêu này không chia theo dạng kết quả", en: "This indicator is not broken down by kind of result"),
                hint: Phrase(vi: "Có: programme, field, host, route", en: "There are: programme, field, host, route")
            )
        }
        let year = try asked.year(in: context)
        return try context.openStore(readOnly: true).read { reader in
            let tasks = try CountHistory(for: question.terms, in: reader).tasks
            let view = CountedView(
                question: question,
                report: CountReport(tasks, year: year, day: context.today, terms: question.terms),
                entered: try IndicatorRegister(book: question.book, in: reader).values[question.entry.number]?[year],
                grouping: by,
                names: try by?.names(in: reader) ?? [:],
                hosts: try reader.names(of: .organisation),
                showsReasons: why
            )
            return Answer(Report(json: view.json, blocks: view.blocks, sheet: view.sheet))
        }
    }
}
