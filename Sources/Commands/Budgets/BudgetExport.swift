import ArgumentParser
import BookkeepingExchange
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu budget export`
struct BudgetExport: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: say("Xuất sổ kinh phí cho hledger hoặc Ledger.", "Export the books of money for hledger or Ledger."),
            discussion: say(
                """
                Mỗi bút toán một giao dịch; tài khoản là loại:nhiệm-vụ:…, kèm thẻ task, programme, host, kind, documents.
                Ví dụ:
                  nhiemvu budget export --as hledger --output so.journal
                  hledger -f so.journal balance allotted --depth 2        (được giao trừ đã tạm ứng, theo nhiệm vụ)
                  nhiemvu budget export --as ledger --task NV-2025-047 --output so.ledger
                """,
                """
                A transaction an entry; accounts are kind:task:…, with tags task, programme, host, kind, documents.
                Examples:
                  nhiemvu budget export --as hledger --output books.journal
                  hledger -f books.journal balance allotted --depth 2     (allotted less advanced, by task)
                  nhiemvu budget export --as ledger --task NV-2025-047 --output books.ledger
                """
            )
        )
    }

    enum Form: String, ExpressibleByArgument, CaseIterable { case hledger, ledger }

    @Option(name: .customLong("as"), help: ArgumentHelp(say("Dạng.", "Form."), valueName: "hledger|ledger")) var form: Form
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
        let text = try context.openStore(readOnly: true).read { reader in
            let books = try BudgetBooks(of: task, on: context.today, in: reader).books
            let title = say("Sổ kinh phí nhiệm vụ KH&CN, \(context.today)", "Books of the money of science tasks, \(context.today)")
            return JournalText(form == .hledger ? .hledger : .ledger, language: Speech.language).text(of: books, title: title)
        }
        return try OutputFile.write(text, to: output)
    }
}
