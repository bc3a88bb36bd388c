import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu store …`
struct StoreGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "store",
            abstract: say(
                "Kho dữ liệu: kiểm tra, số liệu, sao lưu, khôi phục.",
                "The store: verification, statistics, backup, restore."
            ),
            discussion: say("Ví dụ: nhiemvu store verify", "Example: nhiemvu store verify"),
            subcommands: [StoreVerify.self, StoreStats.self, StoreBackup.self, StoreRestore.self]
        )
    }
}

/// `nhiemvu store verify`
struct StoreVerify: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: say(
                "Chạy lại mọi nhiệm vụ từ nhật ký và so với các bảng.",
                "Replay all tasks from the log and compare with the tables."
            ),
            discussion: say("Ví dụ: nhiemvu store verify", "Example: nhiemvu store verify")
        )
    }
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        let total = try store.read { try $0.statistics().tasks }
        var bar = context.console.progress(Phrase(vi: "Chạy lại nhiệm vụ", en: "Replaying tasks"), total: max(total, 1))
        let findings = try VerifyStore(store)(vault: AttachmentVault(besides: context.storePath)) { done, _ in bar.advance(to: done) }
        bar.finish()
        let json: JSONValue = [
            "ok": .bool(findings.isEmpty), "tasks": JSONValue(total),
            "findings": .array(
                findings.map {
                    ["code": .string($0.code), "subject": .string($0.subject), "message": .string($0.message[Speech.language])]
                }
            ),
        ]
        guard !findings.isEmpty else {
            return Answer(
                Report(
                    json: json,
                    blocks: [
                        Paragraph(
                            StyledText("✓ ", .good)
                                + StyledText(
                                    say(
                                        "\(total) nhiệm vụ chạy lại đúng như các bảng",
                                        "\(total) tasks replay to exactly what the tables say"
                                    ),
                                    .good
                                )
                        )
                    ]
                )
            )
        }
        let table = Table(
            columns: [
                Table.Column(say("Nhiệm vụ", "Task")), Table.Column(say("Kiểm tra", "Check")),
                Table.Column(say("Sai khác", "What"), shrinkPriority: 1, overflow: .wrap),
            ],
            rows: findings.map { [StyledText($0.subject, .accent), StyledText($0.code), StyledText($0.message[Speech.language], .bad)] }
        )
        return Answer(Report(json: json, blocks: [table]), exit: .faultsFound)
    }
}

/// `nhiemvu store stats`
struct StoreStats: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "stats",
            abstract: say("Số liệu về kho dữ liệu.", "Counts and sizes of the store."),
            discussion: say("Ví dụ: nhiemvu store stats --format json", "Example: nhiemvu store stats --format json")
        )
    }
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let (counts, definitions) = try context.openStore(readOnly: true).read { (try $0.statistics(), try $0.definitions()) }
        return Answer(
            Report(
                json: [
                    "tasks": JSONValue(counts.tasks), "events": JSONValue(counts.events), "organisations": JSONValue(counts.organisations),
                    "people": JSONValue(counts.people), "programmes": JSONValue(counts.programmes),
                    "documents": JSONValue(counts.documents),
                    "open_deadlines": JSONValue(counts.openDeadlines), "bytes": .int(counts.bytes),
                    "schema_version": JSONValue(counts.schemaVersion),
                    "definitions": .array(
                        definitions.map { ["id": .string($0.id), "version": .string($0.version), "hash": .string($0.hash)] }
                    ),
                ],
                blocks: [
                    KeyValues([
                        KeyValues.Pair(say("Nhiệm vụ", "Tasks"), StyledText("\(counts.tasks)")),
                        KeyValues.Pair(say("Sự kiện", "Events"), StyledText("\(counts.events)")),
                        KeyValues.Pair(say("Tổ chức", "Organisations"), StyledText("\(counts.organisations)")),
                        KeyValues.Pair(say("Người", "People"), StyledText("\(counts.people)")),
                        KeyValues.Pair(say("Chương trình", "Programmes"), StyledText("\(counts.programmes)")),
                        KeyValues.Pair(say("Văn bản", "Documents"), StyledText("\(counts.documents)")),
                        KeyValues.Pair(say("Thời hạn đang chạy", "Running deadlines"), StyledText("\(counts.openDeadlines)")),
                        KeyValues.Pair(say("Dung lượng", "Size"), StyledText("\((counts.bytes + 1023) / 1024) KB")),
                        KeyValues.Pair(say("Phiên bản lược đồ", "Schema version"), StyledText("\(counts.schemaVersion)")),
                    ]),
                    Bullets(definitions.map { StyledText("\($0.id) \($0.version)") + StyledText("  \($0.hash.prefix(12))", .faint) }),
                ]
            )
        )
    }
}
