public import ArgumentParser
import CanonicalJSON
public import Indicators
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu indicator show NUMBER`
struct IndicatorShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say(
                "Tính một chỉ tiêu từ hồ sơ: tử số, mẫu số, tỷ lệ hoặc số đếm, mục tiêu, khoảng cách.",
                "Work an indicator out of the record: numerator, denominator, share or count, target, gap."
            ),
            discussion: say(
                """
                Chỉ tiêu đếm (17, 19, phần có trong hồ sơ của 30) kèm danh sách từng mục được đếm. Chỉ tiêu 20:
                kết quả thuộc năm có tháng thứ 12 sau nghiệm thu; kết quả chưa đủ tháng thì nêu riêng, không tính. --as-known-on lấy đúng những gì đã
                ghi đến hết ngày đó và nêu phần khác với hôm nay.
                Ví dụ:
                  nhiemvu indicator show 20 --year 2025 --by programme
                  nhiemvu indicator show 20 --year 2025 --definition verified --as-known-on 2026-01-31
                  nhiemvu indicator show 19 --year 2025 --definition started
                """,
                """
                An indicator that counts (17, 19, what is on record of 30) comes with the list of everything counted. Indicator 20:
                a result belongs to the year of its 12th month after acceptance; one whose months are not over is shown apart and not counted.
                --as-known-on takes what was recorded by the end of that day and tells what differs from today.
                Examples:
                  nhiemvu indicator show 20 --year 2025 --by programme
                  nhiemvu indicator show 20 --year 2025 --definition verified --as-known-on 2026-01-31
                  nhiemvu indicator show 19 --year 2025 --definition started
                """
            )
        )
    }
    @OptionGroup var which: UseIndicatorOptions
    @OptionGroup var asked: YearOption
    @Option(help: ArgumentHelp(say("Chia theo.", "Break down by."), valueName: "programme|field|host|route|kind"))
    var by: ResultRecord.Grouping?
    @Flag(help: ArgumentHelp(say("Nêu lý do của cách tính mặc định.", "Say why the default definition is as it is."))) var why = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        if let count = try which.count(in: context) { return try answer(count, in: context) }
        let question = try which.question(in: context)
        let year = try asked.year(in: context)
        return try context.openStore(readOnly: true).read { reader in
            let view = UseView(
                question: question,
                tally: try UseTally(
                    of: year,
                    under: question.terms,
                    by: by,
                    knownOn: question.knownOn,
                    today: context.today,
                    in: reader
                ),
                difference: try difference(question, year, in: context, reader),
                grouping: by,
                names: try by?.names(in: reader) ?? [:],
                showsReasons: why
            )
            return Answer(Report(json: view.json, blocks: view.blocks, sheet: view.sheet))
        }
    }

    /// The year by what was known on the day asked for and by what is known today, where these are two.
    private func difference(
        _ question: UseIndicatorOptions.Question,
        _ year: Int,
        in context: CommandContext,
        _ reader: any StoreReader
    ) throws -> UseView.Difference? {
        guard question.knownOn < context.today else { return nil }
        let history = try UseHistory(of: year, under: question.terms, today: context.today, in: reader)
        return UseView.Difference(
            then: history.report(of: year, knownOn: question.knownOn, under: question.terms),
            now: history.report(of: year, knownOn: context.today, under: question.terms)
        )
    }
}

extension ResultRecord.Grouping: ExpressibleByArgument {
    /// What people call the groups, where a register knows them.
    func names(in reader: any StoreReader) throws -> [String: String] {
        switch self {
        case .programme: try reader.names(of: .programme)
        case .host: try reader.names(of: .organisation)
        case .field, .route, .kind: [:]
        }
    }

    /// What the groups are.
    var head: String {
        switch self {
        case .programme: say("Chương trình", "Programme")
        case .field: say("Lĩnh vực", "Field")
        case .host: say("Tổ chức chịu trách nhiệm", "Who answers")
        case .route: say("Phương thức", "Route")
        case .kind: say("Dạng kết quả", "Kind of result")
        }
    }
}

extension StoreReader {
    /// The names of everything of a kind in the register, by code.
    func names(of kind: EventRecord.Subject.Kind) throws -> [String: String] {
        Dictionary(try allRegistered(kind).map { ($0.code, $0.value["name"]?.string ?? $0.code) }) { first, _ in first }
    }
}
