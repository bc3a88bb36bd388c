import ArgumentParser
import CanonicalJSON
import LifecycleModel
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
