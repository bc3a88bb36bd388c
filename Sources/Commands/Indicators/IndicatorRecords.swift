import ArgumentParser
import CanonicalJSON
import Indicators
import LifecycleModel
import Services
import Spreadsheets
import Store
import Terminal

/// `nhiemvu indicator records NUMBER`
struct IndicatorRecords: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "records",
            abstract: say(
                "Từng kết quả đứng sau một chỉ tiêu: kết luận, minh chứng, văn bản, sự kiện và chứng minh trong nhật ký.",
                "Every result behind an indicator: verdict, evidence, documents, events and their log proofs."
            ),
            discussion: say(
                """
                Tính lại bằng tay được: đếm các kết quả có kết luận «used» trên các kết quả «used» và «not-used»; CSV mỗi minh
                chứng một dòng, nên mỗi kết quả (task, result) đếm một lần. Chứng minh trong nhật ký có ở dạng JSON.
                Ví dụ:
                  nhiemvu indicator records 20 --year 2025
                  nhiemvu indicator records 20 --year 2025 --format csv > ket-qua.csv
                  nhiemvu indicator records 20 --year 2025 --as xlsx --output chi-tieu-20.xlsx
                """,
                """
                It can be recomputed by hand: results judged "used" among those judged "used" and "not-used"; the CSV
                has a line for each proof, so count every result (task, result) once. JSON carries the log proofs.
                Examples:
                  nhiemvu indicator records 20 --year 2025
                  nhiemvu indicator records 20 --year 2025 --format csv > results.csv
                  nhiemvu indicator records 20 --year 2025 --as xlsx --output indicator-20.xlsx
                """
            )
        )
    }
    enum Form: String, ExpressibleByArgument, CaseIterable { case xlsx }

    @OptionGroup var which: UseIndicatorOptions
    @OptionGroup var asked: YearOption
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(say("Bảng tính thay cho bảng.", "A workbook in place of the table."), valueName: "xlsx")
    )
    var form: Form?
    @Option(help: ArgumentHelp(say("Tệp của bảng tính.", "File of the workbook."), valueName: say("tệp", "file"))) var output: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let question = try which.question(in: context)
        let year = try asked.year(in: context)
        return try context.openStore(readOnly: true).read { reader in
            let history = try UseHistory(of: year, under: question.terms, today: context.today, in: reader)
            let report = history.report(of: year, knownOn: question.knownOn, under: question.terms)
            let verdicts = report.cases.flatMap(\.verdicts)
            let tasks = Set(verdicts.map(\.result.task))
            let trail = try context.console.following(Phrase(vi: "Đọc nhật ký", en: "Reading the log")) { tell in
                try UseTrail(of: tasks, in: reader) { tell($0, tasks.count) }
            }
            let records = UseRecords(question: question, report: report, verdicts: verdicts, history: history, trail: trail)
            guard form != nil else {
                return Answer(try Report(json: records.json(), blocks: records.blocks, sheet: records.sheet))
            }
            let bytes = try WorkbookWriter().bytes(of: try records.workbook(on: context.today))
            return try OutputFile.write(to: output) { try OutputFile.put(bytes, to: $0) }
        }
    }

    func validate() throws {
        if (form == nil) != (output == nil) {
            throw ValidationError(say("--as xlsx đi cùng --output", "--as xlsx goes with --output"))
        }
    }
}
