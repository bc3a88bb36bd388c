import ArgumentParser
import Documents
import Indicators
import LifecycleModel
import RuleLoading
import Services
import Spreadsheets
import Store
import Terminal

/// `nhiemvu report form-04`
struct ReportForm04: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "form-04",
            abstract: say(
                "Biểu thống kê 04/KHCN-NV: nhiệm vụ KH&CN của một năm.",
                "Statistical form 04/KHCN-NV: the science tasks of a year."
            ),
            discussion: say(
                """
                Bố cục và cách đếm nằm trong workflows/reports/form-04.yaml. Nhiệm vụ không thuộc dòng nào được nêu dưới biểu; cột “đã đưa vào ứng
                dụng” được đối chiếu với chỉ tiêu 20 cùng năm, --why nêu từng nhiệm vụ chênh lệch và lý do của mỗi cách đếm.
                Ví dụ:
                  nhiemvu report form-04 --year 2024 --why
                  nhiemvu report form-04 --year 2024 --as docx --output bieu-04-2024.docx
                """,
                """
                Layout and counting stand in workflows/reports/form-04.yaml. Tasks that no row takes are listed under the form; the column "put into
                application" is held against indicator 20 of the same year, --why tells every task that differs and the reason for each choice.
                Examples:
                  nhiemvu report form-04 --year 2024 --why
                  nhiemvu report form-04 --year 2024 --as docx --output form-04-2024.docx
                """
            )
        )
    }

    @Option(help: ArgumentHelp(say("Năm báo cáo.", "Year reported on."), valueName: say("năm", "year"))) var year: Int
    @Flag(
        help: ArgumentHelp(
            say("Nêu lý do cách đếm và từng chênh lệch với chỉ tiêu 20.", "Tell why it is counted so and every difference to indicator 20.")
        )
    )
    var why = false
    @OptionGroup var file: ReportFileOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library()
        guard let form = try library.reports().form else {
            throw UseCaseFault(
                .unavailable,
                "no-form",
                Phrase(vi: "Thư mục quy tắc không có biểu thống kê", en: "The rule directory has no statistical form"),
                hint: Phrase(vi: "Thêm tệp reports/form-04.yaml", en: "Add the file reports/form-04.yaml")
            )
        }
        let name = form.choices.useDefinition
        guard let indicator = try library.indicators().definitions[name] else {
            throw UseCaseFault(
                .badData,
                "unknown-definition",
                Phrase(vi: "Không có định nghĩa «\(name)» mà biểu dùng", en: "There is no definition \"\(name)\", which the form uses")
            )
        }
        return try context.openStore(readOnly: true).read { reader in
            let stamp = try ReportStamp(asOf: context.namedDay, in: reader)
            guard try YearOption.checked(year) <= stamp.day.year else { throw UseCaseFault.notBegun(year, asOf: stamp.day) }
            let cases = try FormCases(today: stamp.day, in: reader).cases
            let count = FormCount(form, of: year, cases, under: indicator.terms, knownOn: stamp.day)
            let view = FormView(
                count: count,
                indicator: indicator,
                reconciliation: FormReconciliation(count, among: cases),
                stamp: stamp,
                showsReasons: why
            )
            return try file.answer(view.report, workbook: { view.workbook }, paper: { view.paper })
        }
    }
}

/// A report as a file: of what kind, and where.
struct ReportFileOptions: ParsableArguments {
    enum Kind: String, ExpressibleByArgument, CaseIterable { case docx, xlsx }

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(say("Tệp thay cho bảng.", "A file in place of the table."), valueName: "docx|xlsx")
    )
    var kind: Kind?
    @Option(help: ArgumentHelp(say("Tên tệp.", "Name of the file."), valueName: say("tệp", "file"))) var output: String?

    func validate() throws {
        if (kind == nil) != (output == nil) {
            throw ValidationError(say("--as docx|xlsx đi cùng --output", "--as docx|xlsx goes with --output"))
        }
    }

    /// The report on the screen, or written to the file.
    func answer(_ report: Report, workbook: () throws -> Workbook, paper: () throws -> ReportPaper) throws -> Answer {
        guard let kind else { return Answer(report) }
        let bytes: [UInt8]
        switch kind {
        case .xlsx: bytes = try WorkbookWriter().bytes(of: try workbook())
        case .docx:
            let paper = try paper()
            do throws(DocumentFault) { bytes = try paper.archived() } catch { throw UseCaseFault(error) }
        }
        return try OutputFile.write(to: output) { try OutputFile.put(bytes, to: $0) }
    }
}

extension UseCaseFault {
    /// A year of which nothing can have happened yet.
    fileprivate static func notBegun(_ year: Int, asOf day: CivilDate) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "year-ahead",
            Phrase(
                vi: "Năm \(year) chưa tới: số liệu của kho đến hết ngày \(day.vietnamese)",
                en: "The year \(year) has not come: the store's figures are as of \(day)"
            ),
            hint: Phrase(vi: "Chọn năm khác, hoặc ngày khác bằng --now", en: "Choose another year, or another day with --now")
        )
    }
}
