import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu store backup [FOLDER|FILE]`
struct StoreBackup: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "backup",
            abstract: say(
                "Sao lưu trong lúc mọi người làm việc; bản sao được kiểm tra rồi mới mang tên.",
                "Back up while others work; the copy is proved before it gets its name."
            ),
            discussion: say(
                "Ví dụ: nhiemvu store backup /mnt/sao-luu --thin",
                "Example: nhiemvu store backup /mnt/backup --thin"
            )
        )
    }
    @Argument(
        help: ArgumentHelp(
            say(
                "Thư mục (tệp mang tên kho và ngày) hoặc tệp mới; mặc định thư mục «.backups» cạnh kho.",
                "A folder (the file is named after store and day) or a new file; default the folder \".backups\" beside the store."
            ),
            valueName: say("thư-mục|tệp", "folder|file")
        )
    ) var target: String?
    @Flag(
        help: ArgumentHelp(
            say(
                "Sau đó bỏ bớt bản cũ: giữ 7 ngày, 5 tuần, 12 tháng, mọi năm.",
                "Then remove older copies: 7 days, 5 weeks, 12 months and all years are kept."
            )
        )
    ) var thin = false
    @Flag(help: ArgumentHelp(say("Chỉ xem điều sẽ xảy ra, không ghi.", "Show what would happen, write nothing."))) var dryRun = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let request = BackUpStore.Request(to: target, day: context.today, thinning: thin ? .standard : nil, dryRun: dryRun)
        var bar = CopyBar(context.console)
        defer { bar.finish() }
        let answer = try BackUpStore(try context.storeFiles(), store: try context.storeFile())(request) { bar.advance($0, to: $1, of: $2) }
        return Answer(
            Report(
                json: [
                    "backup": .string(answer.path), "bytes": .int(answer.bytes), "size": .int(answer.head.size),
                    "root": .string(answer.head.root.description), "files": JSONValue(answer.files),
                    "shared_files": JSONValue(answer.shared),
                    "removed": JSONValue(answer.removed), "dry_run": .bool(dryRun),
                ],
                blocks: blocks(answer)
            )
        )
    }

    private func blocks(_ answer: BackUpStore.Answer) -> [any Block] {
        let done = dryRun ? say("Sẽ sao lưu vào ", "Would back up to ") : say("Đã sao lưu và kiểm tra: ", "Backed up and proved: ")
        var pairs = [
            KeyValues.Pair(say("Dung lượng", "Size"), StyledText("\((answer.bytes + 1023) / 1024) KB")),
            KeyValues.Pair(say("Tệp đính kèm", "Attached files"), StyledText("\(answer.files)")),
            KeyValues.Pair(say("Sự kiện", "Events"), StyledText("\(answer.head.size)")),
            KeyValues.Pair(say("Gốc", "Root"), StyledText(answer.head.root.description, .strong)),
        ]
        if !answer.removed.isEmpty {
            pairs.append(
                KeyValues.Pair(
                    dryRun ? say("Sẽ bỏ bản cũ", "Would remove") : say("Đã bỏ bản cũ", "Removed"),
                    StyledText(answer.removed.joined(separator: ", "))
                )
            )
        }
        return [Paragraph(StyledText(done, .good) + StyledText(answer.path, .accent)), KeyValues(pairs, indent: 2)]
    }
}
