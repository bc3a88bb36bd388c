import ArgumentParser
import CanonicalJSON
import Foundation
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
            abstract: say("Xuất danh mục ra CSV hoặc nhật ký ra JSON.", "Export the portfolio as CSV or the log as JSON."),
            discussion: say(
                "Ví dụ:\n  nhiemvu export --output thu-muc        (CSV, nạp lại được)\n  nhiemvu export --as events --output nhat-ky.jsonl",
                "Examples:\n  nhiemvu export --output folder         (CSV, can be imported again)\n  nhiemvu export --as events --output log.jsonl"
            )
        )
    }

    enum Form: String, ExpressibleByArgument, CaseIterable { case csv, json, events }

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            say(
                "csv (thư mục), json (một tài liệu) hoặc events (mỗi dòng một sự kiện, dạng chuẩn tắc).",
                "csv (a folder), json (one document) or events (an event a line, canonical)."
            ),
            valueName: say("dạng", "form")
        )
    )
    var form: Form = .csv
    @Option(
        help: ArgumentHelp(
            say(
                "Thư mục (csv) hoặc tệp; bỏ trống in ra màn hình (json, events).",
                "Folder (csv) or file; left out: standard output (json, events)."
            ),
            valueName: say("đường-dẫn", "path")
        )
    )
    var output: String?
    @OptionGroup var options: GlobalOptions

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
            try write([Array((document.prettyText() + "\n").utf8)])
        case .events:
            try store.read { reader in
                var lines: [UInt8] = []
                let target = try output.map { try OutputFile($0) }
                try reader.eachEvent(after: 0) { event in
                    lines += event.canonicalBytes + [UInt8(ascii: "\n")]
                    if lines.count > 1 << 20 {
                        try OutputFile.put(lines, to: target)
                        lines.removeAll(keepingCapacity: true)
                    }
                    return true
                }
                try OutputFile.put(lines, to: target)
                try target?.finish()
            }
            guard output != nil else { return Answer(nil) }
        }
        return Answer(written)
    }

    private var written: Report {
        Report(
            json: ["output": JSONValue(output)],
            blocks: [Paragraph(StyledText(say("Đã xuất: ", "Exported: "), .good) + StyledText(output ?? "", .accent))]
        )
    }

    private func write(_ parts: [[UInt8]]) throws {
        let target = try output.map { try OutputFile($0) }
        for part in parts { try OutputFile.put(part, to: target) }
        try target?.finish()
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
        try PortfolioWriter().write(portfolio, toFolder: output)
        let vault = AttachmentVault(besides: context.storePath)
        for path in Set(portfolio.history.flatMap(\.value.documents).compactMap(\.path)).sorted() {
            try vault.copy(String(path.split(separator: "/")[1]), to: "\(output)/\(path)")
        }
        return Answer(
            Report(
                json: [
                    "output": .string(output), "tasks": JSONValue(portfolio.tasks.count), "history": JSONValue(portfolio.history.count),
                ],
                blocks: [
                    Paragraph(
                        StyledText(say("Đã xuất ", "Exported "), .good)
                            + StyledText(
                                say(
                                    "\(portfolio.tasks.count) nhiệm vụ, \(portfolio.history.count) dòng lịch sử vào ",
                                    "\(portfolio.tasks.count) tasks, \(portfolio.history.count) rows of history to "
                                )
                            ) + StyledText(output, .accent)
                    )
                ]
            )
        )
    }
}

/// A file that is written under another name and appears whole.
struct OutputFile {
    private let path: String
    private let temporary: String
    private let handle: FileHandle

    init(_ path: String) throws {
        self.path = path
        temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        guard FileManager.default.createFile(atPath: temporary, contents: nil), let handle = FileHandle(forWritingAtPath: temporary) else {
            throw UseCaseFault(
                .unavailable,
                "output-not-written",
                Phrase(vi: "Không ghi được «\(path)»", en: "\"\(path)\" cannot be written"),
                hint: Phrase(vi: "Kiểm tra thư mục và quyền ghi", en: "Check the folder and the right to write there")
            )
        }
        self.handle = handle
    }

    /// Writes to the file, or to standard output where there is none.
    static func put(_ bytes: [UInt8], to file: OutputFile?) throws {
        try (file?.handle ?? FileHandle.standardOutput).write(contentsOf: Data(bytes))
    }

    /// Gives the file its name.
    func finish() throws {
        try handle.synchronize()
        try handle.close()
        guard rename(temporary, path) == 0 else {
            throw UseCaseFault(
                .unavailable,
                "output-not-written",
                Phrase(vi: "Không ghi được «\(path)»", en: "\"\(path)\" cannot be written")
            )
        }
    }
}
