import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu task log CODE`
struct TaskLog: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "log",
            abstract: say("Nhật ký sự kiện của một nhiệm vụ.", "The events of one task."),
            discussion: say(
                "Ví dụ:\n  nhiemvu task log TH-2022-001 --format json\n  nhiemvu task log TH-2022-001 --as xes --output nhat-ky.xes",
                "Examples:\n  nhiemvu task log TH-2022-001 --format json\n  nhiemvu task log TH-2022-001 --as xes --output log.xes"
            )
        )
    }

    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            say("xes: cho công cụ khai phá quy trình (IEEE 1849).", "xes: for process mining tools (IEEE 1849)."),
            valueName: say("dạng", "form")
        )
    )
    var form: Form?
    @Option(
        help: ArgumentHelp(
            say("Tệp để ghi; bỏ trống thì in ra.", "File to write; left out: standard output."),
            valueName: say("tệp", "file")
        )
    )
    var output: String?
    @OptionGroup var options: GlobalOptions

    enum Form: String, ExpressibleByArgument, CaseIterable { case xes }

    func validate() throws {
        if output != nil, form == nil { throw ValidationError(say("--output đi cùng --as", "--output goes with --as")) }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        return try store.read { reader in
            let row = try requireTask(code, in: reader)
            if form == .xes {
                return try OutputFile.write(to: output) { try EventLogExport(reader).write(row, to: $0) }
            }
            let events = try reader.events(of: EventRecord.Subject(.task, row.code))
            let labels = RegimeLabels(reader)
            let table = Table(
                columns: [
                    Table.Column(say("Số", "No."), alignment: .right), Table.Column(say("Ngày", "Day")),
                    Table.Column(say("Sự kiện", "Event"), shrinkPriority: 1),
                    Table.Column(say("Nội dung", "What"), shrinkPriority: 2, minimumWidth: 20, overflow: .wrap),
                    Table.Column(say("Ai", "Who")),
                    Table.Column(say("Ghi lúc", "Recorded"), shrinkPriority: 3, minimumWidth: 10, overflow: .wrap),
                ],
                rows: events.map { event in
                    [
                        StyledText("\(event.number)", .accent), StyledText(event.happenedOn.shown), StyledText(event.word, .faint),
                        StyledText(event.summary(labels.regime(event.ruling ?? row.definition))), StyledText(event.actor),
                        StyledText(event.recordedAt.inWords, .faint),
                    ]
                }
            )
            return Answer(Report(json: .array(events.map(\.json)), blocks: [Heading("\(row.code)  \(row.title)"), table]))
        }
    }
}

extension Moment {
    /// For people, in Vietnam's time: `20/01/2022 08:30`.
    fileprivate var inWords: String {
        let minutes = (milliseconds - Moment(startOf: civilDate).milliseconds) / 60_000
        let digits = [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(civilDate.shown) \(digits[0]):\(digits[1])"
    }
}

extension EventRecord {
    /// The promised fields of an event.
    var json: JSONValue {
        [
            "event_number": .int(number), "subject": .string(subject.description), "kind": .string(kind), "happened_on": happenedOn.json,
            "recorded_at": .string(recordedAt.description), "actor": .string(actor), "definition": JSONValue(definition),
            "payload": payload,
        ]
    }
}
