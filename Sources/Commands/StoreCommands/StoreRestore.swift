import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu store restore FILE --store NEW`
struct StoreRestore: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "restore",
            abstract: say(
                "Khôi phục bản sao lưu thành kho mới sau khi kiểm tra; không ghi đè kho nào.",
                "Make a new store of a backup after proving it; overwrites no store."
            ),
            discussion: say(
                "Ví dụ: nhiemvu store restore sao-luu/nhiemvu-2026-11-22.db --store tinh.db",
                "Example: nhiemvu store restore backup/nhiemvu-2026-11-22.db --store province.db"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Tệp sao lưu.", "The backup."), valueName: say("tệp", "file"))) var file: String
    @Flag(
        help: ArgumentHelp(say("Làm thử và kiểm tra, không để lại gì.", "Rehearse and prove it, leave nothing behind."))
    ) var dryRun = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        var bar = CopyBar(context.console)
        defer { bar.finish() }
        let answer = try RestoreStore(try context.storeFiles())(file, to: try context.storeFile(), dryRun: dryRun) {
            bar.advance($0, to: $1, of: $2)
        }
        let done =
            dryRun ? say("Khôi phục được vào ", "It can be restored to ") : say("Đã khôi phục và kiểm tra: ", "Restored and proved: ")
        return Answer(
            Report(
                json: [
                    "store": .string(answer.path), "backup": .string(file), "bytes": .int(answer.bytes), "size": .int(answer.head.size),
                    "root": .string(answer.head.root.description), "files": JSONValue(answer.files), "dry_run": .bool(dryRun),
                ],
                blocks: [
                    Paragraph(StyledText(done, .good) + StyledText(answer.path, .accent)),
                    KeyValues(
                        [
                            KeyValues.Pair(say("Dung lượng", "Size"), StyledText("\((answer.bytes + 1023) / 1024) KB")),
                            KeyValues.Pair(say("Tệp đính kèm", "Attached files"), StyledText("\(answer.files)")),
                            KeyValues.Pair(say("Sự kiện", "Events"), StyledText("\(answer.head.size)")),
                            KeyValues.Pair(say("Gốc", "Root"), StyledText(answer.head.root.description, .strong)),
                        ],
                        indent: 2
                    ),
                ]
            )
        )
    }
}
