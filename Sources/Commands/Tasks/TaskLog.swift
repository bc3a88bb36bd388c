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
            discussion: say("Ví dụ: nhiemvu task log TH-2022-001 --format json", "Example: nhiemvu task log TH-2022-001 --format json")
        )
    }

    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: "code")) var code: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        return try store.read { reader in
            let row = try requireTask(code, in: reader)
            let events = try reader.events(of: EventRecord.Subject(.task, row.code))
            let regime = RegimeLabels(reader).regime(row.definition)
            let table = Table(
                columns: [
                    Table.Column(say("Số", "No."), alignment: .right), Table.Column(say("Ngày", "Day")),
                    Table.Column(say("Sự kiện", "Event"), shrinkPriority: 1),
                    Table.Column(say("Nội dung", "What"), shrinkPriority: 2, minimumWidth: 20, overflow: .wrap),
                    Table.Column(say("Ai", "Who")), Table.Column(say("Ghi lúc", "Recorded"), shrinkPriority: 3),
                ],
                rows: events.map { event in
                    [
                        StyledText("\(event.number)", .accent), StyledText(event.happenedOn.vietnamese), StyledText(event.kind, .faint),
                        StyledText(event.summary(regime)), StyledText(event.actor), StyledText(event.recordedAt.description, .faint),
                    ]
                }
            )
            return Answer(Report(json: .array(events.map(\.json)), blocks: [Heading("\(row.code)  \(row.title)"), table]))
        }
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
