import ArgumentParser
import CanonicalJSON
import Importing
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu import`
struct ImportCommand: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "import",
            abstract: say("Nạp danh mục từ các tệp CSV trong một thư mục.", "Load a portfolio from the CSV files of a folder."),
            discussion: say(
                """
                Các tệp: organisations.csv, people.csv, programmes.csv, tasks.csv (bắt buộc), history.csv, year-budgets.csv, money.csv.
                Nạp tất cả hoặc không nạp gì; nạp lại lần nữa không đổi gì.
                Ví dụ: nhiemvu import ./danh-muc --dry-run
                """,
                """
                The files: organisations.csv, people.csv, programmes.csv, tasks.csv (must be there), history.csv, year-budgets.csv, money.csv.
                All or nothing; importing the same again changes nothing.
                Example: nhiemvu import ./portfolio --dry-run
                """
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Thư mục có các tệp CSV.", "Folder of the CSV files."), valueName: say("thư-mục", "dir"))) var folder:
        String
    @Flag(
        help: ArgumentHelp(
            say(
                "Nhận cả sự việc trước đây trái quy tắc và ghi lại điều bị bỏ qua; cần --reason và --actor.",
                "Let in history that broke the rules and record what was overridden; needs --reason and --actor."
            )
        )
    )
    var allowExceptions = false
    @Option(help: ArgumentHelp(say("Vì sao nhận ngoại lệ.", "Why exceptions are let in."), valueName: say("chữ", "text"))) var reason:
        String?
    @Flag(help: ArgumentHelp(say("Chỉ xem điều sẽ xảy ra, không ghi.", "Show what would happen, write nothing."))) var dryRun = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let exception = try exceptionReason(context)
        let store = try context.openStore()
        let known = try store.read { try ImportPortfolio.knownCodes(in: $0) }
        let portfolio: Portfolio
        do throws(ImportRefusal) {
            portfolio = try PortfolioReader(known: known, latestDay: context.today).read(folder: folder)
        } catch {
            throw ErrorReport(error)
        }
        let loading = PortfolioLoading(context: context, store: store, actor: context.actor, today: context.today)
        let summary = try loading(
            portfolio,
            ImportPortfolio.Options(exceptionReason: exception, folder: folder, dryRun: dryRun)
        )
        return Answer(report(summary, portfolio))
    }

    /// The reason for exceptions, or nil when none are allowed.
    private func exceptionReason(_ context: CommandContext) throws -> String? {
        let reason = self.reason.map { String($0.drop(while: \.isWhitespace)) } ?? ""
        guard allowExceptions else {
            guard reason.isEmpty else {
                throw UseCaseFault(
                    .usage,
                    "reason-without-exceptions",
                    Phrase(vi: "--reason chỉ dùng cùng --allow-exceptions", en: "--reason only goes with --allow-exceptions")
                )
            }
            return nil
        }
        guard !reason.isEmpty else {
            throw UseCaseFault(
                .usage,
                "reason-missing",
                Phrase(vi: "Nhận ngoại lệ phải nói rõ lý do", en: "Exceptions need a reason"),
                hint: Phrase(
                    vi: "Thêm --reason \"Hồ sơ giấy trước khi có phần mềm\"",
                    en: "Add --reason \"Paper files from before the program\""
                )
            )
        }
        guard !context.actor.isEmpty else {
            throw UseCaseFault(
                .usage,
                "actor-missing",
                Phrase(vi: "Nhận ngoại lệ phải nói rõ ai chịu trách nhiệm", en: "Exceptions need somebody who answers for them"),
                hint: Phrase(vi: "Thêm --actor MÃ_NGƯỜI hoặc đặt NHIEMVU_ACTOR", en: "Add --actor PERSON or set NHIEMVU_ACTOR")
            )
        }
        return reason
    }

    private func report(_ summary: ImportPortfolio.Summary, _ portfolio: Portfolio) -> Report {
        let title: StyledText
        if dryRun {
            title = StyledText(say("Nạp thử được; chưa ghi gì.", "The trial went well; nothing was written."), .good)
        } else if summary.receipt.events == nil {
            title = StyledText(
                say("Tất cả đã có trong hồ sơ; không có gì thay đổi.", "All of it is in the record already; nothing changed.")
            )
        } else {
            title = StyledText(say("Đã nạp.", "Imported."), .good)
        }
        let counts: [(String, Int, String)] = [
            (say("Tổ chức mới hoặc đổi", "New or changed organisations"), summary.organisations, "organisations"),
            (say("Cá nhân mới hoặc đổi", "New or changed people"), summary.people, "people"),
            (say("Chương trình mới hoặc đổi", "New or changed programmes"), summary.programmes, "programmes"),
            (say("Nhiệm vụ mới", "New tasks"), summary.tasks, "tasks"),
            (say("Sự kiện đã đi qua quy tắc", "Events through the rules"), summary.replayed, "replayed"),
            (say("Sự kiện đã có trong hồ sơ", "Events in the record already"), summary.known, "known"),
            (
                say("Của người đã xoá dữ liệu (không hỏi vai trò)", "By people whose data were erased (no role asked for)"),
                summary.byErased, "by_erased"
            ),
            (say("Quyết định về ngân sách năm", "Decisions on a year's budget"), summary.years, "years"),
            (say("Bút toán kinh phí", "Movements of money"), summary.movements, "movements"),
            (say("Ngoại lệ đã ghi", "Exceptions recorded"), summary.exceptions, "exceptions"),
        ]
        let onlyIfAny = ["by_erased", "years", "movements"]
        var blocks: [any Block] = [
            Paragraph(title),
            KeyValues(
                counts.filter { $0.1 > 0 || !onlyIfAny.contains($0.2) }.map { KeyValues.Pair($0.0, StyledText("\($0.1)")) },
                indent: 2
            ),
        ]
        if !summary.stillKnown.isEmpty {
            let codes = summary.stillKnown.map(\.text).sorted().joined(separator: ", ")
            let text = say(
                "Nơi xuất đã xoá dữ liệu của \(codes); kho này còn giữ. Xoá theo quyết định: «nhiemvu person erase».",
                "The data of \(codes) were erased where the files come from; this store still has them. Erase them by a decision: \"nhiemvu person erase\"."
            )
            blocks.append(Paragraph(StyledText(text, .warning)))
        }
        if !dryRun { blocks.append(summary.receipt.block) }
        return Report(
            json: .object(
                JSONObject(
                    counts.map { ($0.2, JSONValue($0.1)) }
                        + [
                            ("still_known", JSONValue(summary.stillKnown.map(\.text))), ("dry_run", .bool(dryRun)),
                            ("receipt", summary.receipt.json),
                        ]
                )
            ),
            blocks: blocks
        )
    }
}
