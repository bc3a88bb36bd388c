import ArgumentParser
import BookkeepingExchange
import LifecycleModel
import Services
import Spreadsheets
import Store
import Terminal

/// `nhiemvu budget export`
struct BudgetExport: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: say(
                "Xuất kinh phí ra bảng tính, CSV, hoặc sổ cho hledger, Ledger.",
                "Export the money as a workbook, CSV, or books for hledger and Ledger."
            ),
            discussion: say(
                """
                xlsx, csv: một nhiệm vụ (dự toán và thực hiện theo nội dung, năm; xlsx thêm tạm ứng, bút toán) hoặc cả danh mục, mỗi nhiệm vụ một dòng.
                hledger, ledger: mỗi bút toán một giao dịch; tài khoản là loại:nhiệm-vụ:…, kèm thẻ task, programme, host, kind, documents.
                Ví dụ:
                  nhiemvu budget export --as xlsx --output kinh-phi.xlsx
                  nhiemvu budget export --as csv --task NV-2025-014
                  nhiemvu budget export --as hledger --output so.journal
                  hledger -f so.journal balance allotted --depth 2        (được giao trừ đã tạm ứng, theo nhiệm vụ)
                  nhiemvu budget export --as ledger --task NV-2025-014 --output so.ledger
                """,
                """
                xlsx, csv: a task (plan against movement by item and year; xlsx has advances and journal, too) or the portfolio, a row a task.
                hledger, ledger: a transaction an entry; accounts are kind:task:…, with tags task, programme, host, kind, documents.
                Examples:
                  nhiemvu budget export --as xlsx --output money.xlsx
                  nhiemvu budget export --as csv --task NV-2025-014
                  nhiemvu budget export --as hledger --output books.journal
                  hledger -f books.journal balance allotted --depth 2     (allotted less advanced, by task)
                  nhiemvu budget export --as ledger --task NV-2025-014 --output books.ledger
                """
            )
        )
    }

    enum Form: String, ExpressibleByArgument, CaseIterable { case hledger, ledger, xlsx, csv }

    @Option(name: .customLong("as"), help: ArgumentHelp(say("Dạng.", "Form."), valueName: "hledger|ledger|xlsx|csv")) var form: Form
    @Option(
        help: ArgumentHelp(say("Chỉ nhiệm vụ này; dùng nhiều lần được.", "Only this task; may be repeated."), valueName: say("mã", "code"))
    )
    var task: [String] = []
    @Option(
        help: ArgumentHelp(
            say("Tệp; bỏ trống in ra màn hình.", "File; left out: standard output."),
            valueName: say("đường-dẫn", "path")
        )
    )
    var output: String?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            switch form {
            case .hledger, .ledger:
                let books = try BudgetBooks(of: task, on: context.today, in: reader).books
                let title = say("Sổ kinh phí nhiệm vụ KH&CN, \(context.today)", "Books of the money of science tasks, \(context.today)")
                let text = JournalText(form == .hledger ? .hledger : .ledger, language: Speech.language).text(of: books, title: title)
                return try OutputFile.write(text, to: output)
            case .csv: return try OutputFile.write(try tables(on: context.today, in: reader).first?.csv ?? "", to: output)
            case .xlsx:
                let workbook = Workbook(
                    title: say("Kinh phí nhiệm vụ KH&CN", "Money of science tasks"),
                    createdOn: context.today,
                    sheets: try tables(on: context.today, in: reader).map { try $0.sheet() }
                )
                let bytes = try WorkbookWriter().bytes(of: workbook)
                return try OutputFile.write(to: output) { try OutputFile.put(bytes, to: $0) }
            }
        }
    }

    private func tables(on day: CivilDate, in reader: any StoreReader) throws -> [BudgetTable] {
        if let code = task.first { return try BudgetTables(of: BudgetRecord(code, in: reader)).tables }
        return try BudgetTables(of: BudgetPortfolio(TaskFilter(), on: day, in: reader)).tables
    }

    func validate() throws {
        guard form == .xlsx || form == .csv else { return }
        if task.count > 1 {
            throw ValidationError(say("xlsx, csv: một nhiệm vụ hoặc cả danh mục", "xlsx, csv: one task or the whole portfolio"))
        }
        if form == .xlsx, output == nil { throw ValidationError(say("xlsx cần --output", "xlsx needs --output")) }
    }
}
