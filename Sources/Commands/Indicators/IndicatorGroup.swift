import ArgumentParser
import Indicators
import LifecycleModel
import RuleLoading
import Services

/// `nhiemvu indicator …`
struct IndicatorGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "indicator",
            abstract: say(
                "Chỉ tiêu của kế hoạch: mục tiêu, giá trị báo cáo, khoảng cách.",
                "Indicators of the plan: targets, reported values, gaps."
            ),
            discussion: say("Ví dụ: nhiemvu indicator list --year 2025", "Example: nhiemvu indicator list --year 2025"),
            subcommands: [
                IndicatorList.self, IndicatorShow.self, IndicatorRecords.self, IndicatorCohorts.self, IndicatorCurve.self,
                IndicatorGoals.self, IndicatorEnter.self, IndicatorValues.self,
            ]
        )
    }
}

/// Which book of indicators is meant.
struct BookOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Sách chỉ tiêu (mặc định: sách duy nhất).", "Book of indicators (default: the only one)."),
            valueName: say("tên", "name")
        )
    )
    var book: String?

    /// The book.
    func book(in library: IndicatorLibrary) throws -> IndicatorBook {
        let names = library.books.keys.sorted()
        if let book {
            if let found = library.books[book] { return found }
        } else if names.count == 1, let found = library.books[names[0]] {
            return found
        }
        let list = names.joined(separator: ", ")
        throw UseCaseFault(
            names.isEmpty ? .unavailable : .usage,
            "unknown-book",
            names.isEmpty
                ? Phrase(vi: "Thư mục quy tắc không có sách chỉ tiêu", en: "The rule directory has no book of indicators")
                : Phrase(vi: "Cần một trong các sách: \(list)", en: "One of these books is needed: \(list)"),
            hint: Phrase(vi: "Thêm --book TÊN; tệp ở workflows/indicators/", en: "Add --book NAME; the files are in workflows/indicators/")
        )
    }
}
