import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import RuleLoading
import Rules
import Services
import Terminal

/// `nhiemvu rules migrate FROM TO`
struct RulesMigrate: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "migrate",
            abstract: say(
                "Chuyển các nhiệm vụ đang chạy sang bộ quy tắc khác, theo một quyết định; hủy được khi chưa có việc mới.",
                "Put live tasks under another definition by one decision; it can be undone until something happens."
            ),
            discussion: say(
                """
                Luôn xem trước bằng --dry-run: chỗ đứng mới của từng nhiệm vụ, nhiệm vụ nào không chuyển được và vì sao, thời hạn nào đổi.
                FROM là một chế độ, phiên bản (law-2013/1.0.0) hoặc những chữ số đầu SHA-256 của bản trong kho; TO thường là chế độ trong \
                thư mục quy tắc. Mọi nhiệm vụ được ghi trong một lần, cùng một quyết định; hỏng một nhiệm vụ thì không ghi gì.
                Tên trạng thái, thời hạn đã đổi thì nêu trong tệp --map:
                  states: {execution/paused: execution/running}
                  machines: {periodic-report: {expected: awaited}}
                  deadlines: {NT-1: NT-2, periodic-report/TH-1: none}
                Ví dụ:
                  nhiemvu rules migrate law-2013/1.0.0 law-2013 --dry-run
                  nhiemvu rules migrate law-2013/1.0.0 law-2013 --dry-run --as html --output chuyen.html
                  nhiemvu rules migrate law-2013/1.0.0 law-2013 --decision "12/QĐ-SKHCN" --actor CB-01
                  nhiemvu rules migrate --undo "12/QĐ-SKHCN" --actor CB-01
                """,
                """
                Look first with --dry-run: every task's new position, which cannot pass and why, which deadlines change.
                FROM is a regime, a version (law-2013/1.0.0) or the first digits of a stored definition's SHA-256; TO is mostly a regime of \
                the rules folder. All tasks are recorded at once, under one decision; if one fails, nothing is recorded.
                States and deadlines that are called otherwise are named in a --map file:
                  states: {execution/paused: execution/running}
                  machines: {periodic-report: {expected: awaited}}
                  deadlines: {NT-1: NT-2, periodic-report/TH-1: none}
                Examples:
                  nhiemvu rules migrate law-2013/1.0.0 law-2013 --dry-run
                  nhiemvu rules migrate law-2013/1.0.0 law-2013 --dry-run --as html --output migration.html
                  nhiemvu rules migrate law-2013/1.0.0 law-2013 --decision "12/QĐ-SKHCN" --actor CB-01
                  nhiemvu rules migrate --undo "12/QĐ-SKHCN" --actor CB-01
                """
            )
        )
    }

    enum Form: String, ExpressibleByArgument, CaseIterable { case html, md, csv, json }

    @Argument(help: ArgumentHelp(say("Bộ quy tắc phải rời.", "The definition to leave."), valueName: say("bản-cũ", "from"))) var from:
        String?
    @Argument(help: ArgumentHelp(say("Bộ quy tắc chuyển sang.", "The definition to enter."), valueName: say("bản-mới", "to"))) var to:
        String?
    @Option(help: ArgumentHelp(say("Số của quyết định cho chuyển.", "Number of the decision."), valueName: say("số", "number")))
    var decision: String?
    @Option(
        help: ArgumentHelp(
            say("Hủy lần chuyển theo quyết định này.", "Take back the migration by this decision."),
            valueName: say("số", "number")
        )
    )
    var undo: String?
    @Option(
        help: ArgumentHelp(
            say("Ngày của quyết định; mặc định hôm nay.", "Day of the decision; today by default."),
            valueName: say("ngày", "date")
        )
    )
    var date: String?
    @Option(help: ArgumentHelp(say("Tệp YAML nêu tên đã đổi.", "YAML file with the names that changed."), valueName: say("tệp", "file")))
    var map: String?
    @Flag(help: ArgumentHelp(say("Để lại nhiệm vụ không chuyển được.", "Leave tasks that cannot pass where they are."))) var leaveBlocked =
        false
    @Flag(help: ArgumentHelp(say("Chỉ xem, không ghi.", "Only show, record nothing."))) var dryRun = false
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            say("Dạng văn bản: html, md, csv hoặc json.", "Form of the document: html, md, csv or json."),
            valueName: say("dạng", "form")
        )
    )
    var form: Form?
    @Option(help: ArgumentHelp(say("Tệp để ghi văn bản.", "File for the document."), valueName: say("tệp", "file"))) var output: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if undo != nil {
            if from != nil || map != nil || decision != nil || leaveBlocked {
                throw ValidationError(
                    say("--undo chỉ đi với --date, --dry-run", "--undo goes with --date and --dry-run only")
                )
            }
        } else if from == nil || to == nil {
            throw ValidationError(say("Cần bộ quy tắc cũ và mới", "The old and the new definition are needed"))
        } else if !dryRun, decision == nil {
            throw ValidationError(
                say("Cần --dry-run để xem trước, hoặc --decision để chuyển", "Give --dry-run to look, or --decision to do it")
            )
        }
        if output != nil, form == nil { throw ValidationError(say("--output cần --as", "--output needs --as")) }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let surroundings = try context.surroundings(readOnly: dryRun)
        let day = try date.map { try CivilDate(argument: $0, option: "--date") } ?? context.today
        let view: MigrationView
        if let undo {
            view = MigrationView(undo: try UndoMigration(surroundings)(undo, on: day, dryRun: dryRun), on: day)
        } else {
            let request = MigrateTasks.Request(
                from: from ?? "",
                to: to ?? "",
                map: { old, new in try map.map { try MigrationMap(argument: $0, from: old, to: new) } ?? MigrationMap() },
                decision: decision ?? "",
                day: day,
                leavesBlocked: leaveBlocked,
                dryRun: dryRun
            )
            view = MigrationView(try MigrateTasks(surroundings, library: try context.library())(request), decision: decision, on: day)
        }
        guard let form else { return Answer(view.report) }
        let text: String =
            switch form {
            case .html: MigrationPage(view).html
            case .md: MigrationPage(view).markdown
            case .csv: view.sheet.csv
            case .json: view.json.prettyText() + "\n"
            }
        let answer = try OutputFile.write(text, to: output)
        guard let output, let receipt = view.receipt else { return answer }
        let json: JSONValue = ["output": .string(output), "receipt": receipt.json]
        return Answer(Report(json: json, blocks: (answer.report?.blocks ?? []) + [receipt.block]))
    }
}

extension MigrationMap {
    /// Reads the file of `--map`; its faults are told as those of that file.
    fileprivate init(argument path: String, from old: [Regime], to new: Regime) throws {
        do throws(RuleFileFaults) { self = try MigrationMap.read(path, from: old, to: new) } catch {
            guard var report = ErrorReport(translating: error) else { throw error }
            report.code = "map-file"
            report.message = Phrase(vi: "Tệp «\(path)» có lỗi", en: "The file \"\(path)\" has faults")
            report.hint = nil
            throw report
        }
    }
}
