import ArgumentParser
import CalendarFeed
import CanonicalJSON
import Importing
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu export`
struct ExportCommand: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: say(
                "Xuất danh mục ra CSV, nhật ký ra JSON hoặc XES, thời hạn ra lịch.",
                "Export the portfolio as CSV, the log as JSON or XES, due dates as a calendar."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu export --output thu-muc        (CSV, nạp lại được)
                  nhiemvu export --as events --output nhat-ky.jsonl
                  nhiemvu export --as xes --regime law-2013 --output nhat-ky.xes
                  nhiemvu export --as ics --person MAU-CB-02 --output thoi-han.ics
                """,
                """
                Examples:
                  nhiemvu export --output folder         (CSV, can be imported again)
                  nhiemvu export --as events --output log.jsonl
                  nhiemvu export --as xes --regime law-2013 --output log.xes
                  nhiemvu export --as ics --person MAU-CB-02 --output due.ics
                """
            )
        )
    }

    enum Form: String, ExpressibleByArgument, CaseIterable { case csv, json, events, xes, ics }

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            say(
                "csv (thư mục), json (một tài liệu), events (mỗi dòng một sự kiện, dạng chuẩn tắc), xes (IEEE 1849) hoặc ics (lịch thời hạn, RFC 5545).",
                "csv (a folder), json (one document), events (an event a line, canonical), xes (IEEE 1849) or ics (due dates as a calendar, RFC 5545)."
            ),
            valueName: say("dạng", "form")
        )
    )
    var form: Form = .csv
    @Option(
        help: ArgumentHelp(
            say(
                "Thư mục (csv) hoặc tệp; bỏ trống in ra màn hình (json, events, xes, ics).",
                "Folder (csv) or file; left out: standard output (json, events, xes, ics)."
            ),
            valueName: say("đường-dẫn", "path")
        )
    )
    var output: String?
    @Option(
        help: ArgumentHelp(
            say("xes: chỉ những gì đã ghi theo chế độ này.", "xes: only what was recorded under this regime."),
            valueName: say("mã", "id")
        )
    )
    var regime: String?
    @OptionGroup var feed: CalendarFeedOptions
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if regime != nil, form != .xes { throw ValidationError(say("--regime đi cùng --as xes", "--regime goes with --as xes")) }
        if !feed.isEmpty, form != .ics {
            throw ValidationError(say("--person, --org, --since đi cùng --as ics", "--person, --org, --since go with --as ics"))
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        switch form {
        case .csv: return try folder(store, context)
        case .json:
            let document = try store.read { reader -> JSONValue in
                [
                    "tasks": .array(try reader.tasks(TaskFilter()).map(\.json)),
                    "organisations": .array(try reader.allRegistered(.organisation).map(\.value)),
                    "people": .array(try reader.allRegistered(.person).map(\.value)),
                    "programmes": .array(try reader.allRegistered(.programme).map(\.value)),
                ]
            }
            guard output != nil else { return Answer(Report(json: document, blocks: [Paragraph(StyledText(document.prettyText()))])) }
            return try OutputFile.write(document.prettyText() + "\n", to: output)
        case .events:
            return try OutputFile.write(to: output) { target in
                try store.read { reader in
                    let log = SealedLog(reader)
                    var lines: [UInt8] = []
                    try reader.eachEvent(after: 0) { event in
                        lines += try log.line(event) + [UInt8(ascii: "\n")]
                        if lines.count > 1 << 20 {
                            try OutputFile.put(lines, to: target)
                            lines.removeAll(keepingCapacity: true)
                        }
                        return true
                    }
                    try OutputFile.put(lines, to: target)
                }
            }
        case .ics:
            let bytes = try store.read { try feed.calendar(in: context, $0).bytes }
            return try OutputFile.write(to: output) { try OutputFile.put(bytes, to: $0) }
        case .xes:
            return try store.read { reader in
                if let regime { try require(regime, in: reader) }
                return try OutputFile.write(to: output) { try EventLogExport(reader, regime: regime).write(to: $0) }
            }
        }
    }

    private func require(_ regime: String, in reader: any StoreReader) throws {
        let known = Set(try reader.definitions().map(\.id)).sorted()
        guard !known.contains(regime) else { return }
        let list = known.joined(separator: ", ")
        throw UseCaseFault(
            .usage,
            "unknown-regime",
            Phrase(vi: "Kho dữ liệu không có chế độ «\(regime)»", en: "The store has no regime \"\(regime)\""),
            hint: Message.didYouMean(regime, among: known) ?? Phrase(vi: "Có: \(list)", en: "There are: \(list)")
        )
    }

    private func folder(_ store: any Store, _ context: CommandContext) throws -> Answer {
        guard let output else {
            throw UseCaseFault(
                .usage,
                "output-missing",
                Phrase(vi: "Cần --output: thư mục để xuất", en: "--output is needed: the folder to export to")
            )
        }
        let portfolio = try store.read { try ExportPortfolio($0)() }
        do { try PortfolioWriter().write(portfolio, toFolder: output) } catch { throw OutputFolder.notWritten(output) }
        let vault = AttachmentVault(besides: context.storePath)
        for path in Set(portfolio.history.flatMap(\.value.documents).compactMap(\.path)).sorted() {
            try vault.copy(String(path.split(separator: "/")[1]), to: "\(output)/\(path)")
        }
        return Answer(Report(written: portfolio, to: output))
    }
}
