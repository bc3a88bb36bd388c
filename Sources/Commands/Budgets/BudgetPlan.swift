public import ArgumentParser
import EstimateSheets
import Importing
import LifecycleModel
import LumpSum
public import Rules
import Services
import Spreadsheets
import Store
import Terminal

/// `nhiemvu budget plan TASK`
struct BudgetPlan: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "plan",
            abstract: say("Lập dự toán theo nội dung chi, năm và nguồn.", "Record the estimate by item, year and source."),
            discussion: say(
                """
                Nội dung được phép khoán thì khoán, trừ khi có --outside; khoán đến sản phẩm cuối cùng thì khoán tất cả.
                Ví dụ: nhiemvu budget plan NV-2025-014 --item labour:2026=300.000.000 --item assets-bought:2026=80.000.000 \\
                  --item energy:2026:counterpart=40.000.000 --mode partial
                       nhiemvu budget plan NV-2025-014 --file du-toan.xlsx        (bảng tính của budget template, hoặc CSV: nội dung, năm, nguồn,
                                                                                  số tiền, khoán)
                """,
                """
                What may be lump-summed is, but for --outside; a lump sum to the final product covers everything.
                Example: nhiemvu budget plan NV-2025-014 --item labour:2026=300.000.000 --item assets-bought:2026=80.000.000 \\
                  --item energy:2026:counterpart=40.000.000 --mode partial
                         nhiemvu budget plan NV-2025-014 --file estimate.xlsx     (the workbook of budget template, or CSV: item, year, source,
                                                                                  amount, lump_sum)
                """
            )
        )
    }
    @OptionGroup var act: BudgetActOptions
    @OptionGroup var lines: BudgetLineOptions
    @Option(
        help: ArgumentHelp(
            say("Đọc dự toán từ bảng tính .xlsx hoặc tệp CSV.", "Reads the estimate from an .xlsx workbook or a CSV file."),
            valueName: say("tệp", "file")
        )
    )
    var file: String?
    @Option(help: ArgumentHelp(say("Phương thức khoán đề xuất.", "The lump-sum mode proposed."), valueName: "partial|final-product"))
    var mode: LumpSumMode?
    @Option(
        help: ArgumentHelp(
            say(
                "Nội dung được phép khoán nhưng đề nghị không khoán; dùng nhiều lần được.",
                "An item that may be lump-summed but is not to be; may be repeated."
            ),
            valueName: say("nội-dung", "item")
        )
    )
    var outside: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Tổng theo nguồn, để đối chiếu; dùng nhiều lần được.", "The total of a source, to be compared; may be repeated."),
            valueName: say("nguồn=số-tiền", "source=amount")
        )
    )
    var total: [String] = []
    @Option(
        help: ArgumentHelp(
            say(
                "Giải trình khi vượt mức được phép vượt; dùng nhiều lần được.",
                "Why a limit is exceeded, where that is allowed; may be repeated."
            ),
            valueName: say("mức=lý-do", "limit=reason")
        )
    )
    var reason: [String] = []
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let given = try lines.lines(on: try act.occasion.day(in: context))
        guard !given.isEmpty || file != nil else { throw UseCaseFault.noLines }
        let law = try context.openStore(readOnly: true).read { try BudgetRecord(act.code, in: $0).budget.law }
        let mode = mode ?? .partial
        var estimate =
            try file.map { try read($0, under: law) }
            ?? Estimate(lines: given.lumpSummed(as: mode, outside: Set(outside), under: law), mode: mode)
        estimate.reasons = try FactArguments(reason, option: "--reason").facts
        for (source, amount) in try FactArguments(total, option: "--total").keyed(by: FundingSource.self) {
            estimate.stated[source] = try Dong(argument: amount, option: "--total")
        }
        return try act.record(.plan(estimate), in: context)
    }

    func validate() throws {
        guard let file else { return }
        guard lines.item.isEmpty, outside.isEmpty else {
            throw ValidationError(say("--file không đi cùng --item, --outside", "--file does not go with --item, --outside"))
        }
        if mode != nil, Self.isWorkbook(file) {
            throw ValidationError(
                say("Phương thức khoán lấy từ bảng tính, không ghi --mode", "The mode comes from the workbook; leave --mode out")
            )
        }
    }

    private static func isWorkbook(_ file: String) -> Bool { !file.lowercased().hasSuffix(".csv") }

    /// The estimate in a workbook or, by its name, in a CSV file.
    private func read(_ file: String, under law: BudgetLaw) throws -> Estimate {
        let bytes = try InputFile(file).bytes()
        do {
            guard Self.isWorkbook(file) else {
                return try EstimateTable(law: law, mode: mode ?? .partial).estimate(in: bytes, named: file)
            }
            let reader = EstimateWorkbook(law: law)
            let workbook = try WorkbookReader().workbook(in: bytes)
            if let task = reader.task(in: workbook), task != act.code { throw UseCaseFault.ofAnother(task, file) }
            return try reader.estimate(in: workbook, named: file)
        } catch let refusal as ImportRefusal {
            throw ErrorReport(
                refusal,
                hint: Phrase(
                    vi: "Sửa các ô được nêu rồi ghi lại; chưa ghi gì",
                    en: "Mend the cells named and try again; nothing was recorded"
                )
            )
        }
    }
}

extension LumpSumMode: ExpressibleByArgument {}

extension [BudgetLine] {
    /// The lines with what is lump-summed said of each: all state money of a final product, else what may be and is not kept outside.
    func lumpSummed(as mode: LumpSumMode, outside: Set<String>, under law: BudgetLaw) -> [BudgetLine] {
        map { line in
            var line = line
            let may = law.rules.item(line.item)?.mayBeLumpSum ?? false
            line.isLumpSum = line.source == .state && (mode == .finalProduct || may && !outside.contains(line.item))
            return line
        }
    }
}

extension UseCaseFault {
    /// A workbook that was made for another task.
    fileprivate static func ofAnother(_ task: String, _ file: String) -> UseCaseFault {
        UseCaseFault(
            .badData,
            "workbook-of-another-task",
            Phrase(vi: "\(file): bảng tính là của nhiệm vụ \(task)", en: "\(file): the workbook is that of \(task)"),
            hint: Phrase(vi: "Làm lại mẫu bằng «nhiemvu budget template»", en: "Make the form anew with \"nhiemvu budget template\"")
        )
    }
}
