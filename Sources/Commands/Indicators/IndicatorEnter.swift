import ArgumentParser
import CanonicalJSON
import Indicators
import LifecycleModel
import Services
import Terminal

/// `nhiemvu indicator enter NUMBER`
struct IndicatorEnter: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "enter",
            abstract: say(
                "Ghi giá trị của một chỉ tiêu do cơ quan chủ trì báo cáo; ghi lại thì giá trị cũ vẫn còn trong nhật ký.",
                "Enter the value of an indicator as its body reports it; a value entered anew leaves the old one in the log."
            ),
            discussion: say(
                "Ví dụ: nhiemvu indicator enter 15 --year 2025 --value 33 --source \"BC 512/BC-SKHCN\" --evidence bc512.pdf --date 2025-12-01",
                "Example: nhiemvu indicator enter 15 --year 2025 --value 33 --source \"BC 512/BC-SKHCN\" --evidence bc512.pdf --date 2025-12-01"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Số chỉ tiêu.", "Number of the indicator."), valueName: say("số", "number"))) var number: Int
    @Option(help: ArgumentHelp(say("Năm của giá trị.", "The year it is of."), valueName: say("năm", "year"))) var year: Int
    @Option(
        help: ArgumentHelp(
            say("Giá trị, viết như trong kế hoạch: 0,61%, 2.000, Có.", "The value, written as in the plan: 0,61%, 2.000, Có."),
            valueName: say("giá-trị", "value")
        )
    )
    var value: String
    @Option(help: ArgumentHelp(say("Lấy từ đâu.", "Where it was taken from."), valueName: say("chữ", "text"))) var source: String
    @Option(
        help: ArgumentHelp(
            say("Tệp chứng minh, giữ lại theo mã băm.", "A file that proves it, kept under its hash."),
            valueName: say("tệp", "file")
        )
    )
    var evidence: String?
    @OptionGroup var occasion: OccasionOptions
    @OptionGroup var place: BookOption
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let book = try place.book(in: try context.library().indicators())
        let entry = try EnterIndicator.entry(number, in: book)
        let vault = AttachmentVault(besides: context.storePath)
        let kept = try evidence.map { occasion.dryRun ? try AttachmentVault.inspect($0) : try vault.keep($0) }
        let entered = IndicatorValue(
            year: year,
            figure: PrintedFigure(try CheckedName(value, of: Phrase(vi: "Giá trị", en: "The value")).text),
            source: try CheckedName(source, of: Phrase(vi: "Nguồn", en: "The source")).text,
            evidence: kept.map { IndicatorValue.Evidence(sha256: $0.sha256, fileName: $0.fileName, size: $0.size) }
        )
        let (before, receipt) = try EnterIndicator(try context.surroundings())(
            number,
            entered,
            in: book,
            on: try occasion.day(in: context),
            dryRun: occasion.dryRun
        )
        let target = entry.target(for: year)
        var pairs = [
            KeyValues.Pair(say("Chỉ tiêu", "Indicator"), StyledText("\(number). \(entry.name[Speech.language])")),
            KeyValues.Pair(say("Năm", "Year"), StyledText("\(year)")),
            KeyValues.Pair(
                say("Giá trị", "Value"),
                StyledText(entered.figure.text, .strong) + StyledText(understood(entered.figure), .faint)
            ),
        ]
        if let before {
            pairs.append(KeyValues.Pair(say("Thay cho", "In place of"), StyledText("\(before.figure.text) (\(before.source))", .warning)))
        }
        if let target { pairs.append(KeyValues.Pair(say("Mục tiêu", "Target"), StyledText("\(target.figure.text) (\(target.year))"))) }
        var json = entered.json.object ?? JSONObject()
        json["number"] = JSONValue(number)
        json["replaced"] = before?.json ?? .null
        json["dry_run"] = .bool(receipt == nil)
        json["receipt"] = receipt?.json ?? .null
        let note: any Block =
            receipt?.block ?? Paragraph(StyledText(say("Xem thử: chưa ghi gì.", "A trial: nothing was recorded."), .warning))
        return Answer(Report(json: .object(json), blocks: [KeyValues(pairs), note]))
    }

    /// The number read, where the text might be read in two ways.
    private func understood(_ figure: PrintedFigure) -> String {
        guard let number = figure.number, figure.text.contains(".") || figure.text.contains(",") else { return "" }
        return say("  (hiểu là \(number.rounded(decimals: 6).vi))", "  (read as \(number.rounded(decimals: 6)[.en]))")
    }
}
