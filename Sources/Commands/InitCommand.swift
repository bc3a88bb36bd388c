import ArgumentParser
import CanonicalJSON
import LifecycleModel
import Services
import Terminal

/// `nhiemvu init`
struct InitCommand: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "init",
            abstract: say("Tạo kho dữ liệu mới.", "Make a new store."),
            discussion: say("Ví dụ: nhiemvu init --store tinh.db", "Example: nhiemvu init --store province.db")
        )
    }

    @Flag(help: ArgumentHelp(say("Chỉ xem điều sẽ xảy ra, không ghi.", "Show what would happen, write nothing."))) var dryRun = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let library = try context.library()
        let csv = try library.holidays()
        if dryRun {
            return Answer(
                Report(
                    json: ["store": .string(context.storePath), "dry_run": true],
                    blocks: [Paragraph(StyledText(say("Sẽ tạo: ", "Would make: ")) + StyledText(context.storePath, .accent))]
                )
            )
        }
        let receipt = try MakeStore(context.storeFiles())(context.storeFile(), holidays: csv) { try context.surroundings($0) }
        return Answer(
            Report(
                json: ["store": .string(context.storePath), "receipt": receipt.json],
                blocks: [
                    Paragraph(StyledText(say("Đã tạo kho dữ liệu ", "Made the store "), .good) + StyledText(context.storePath, .accent)),
                    Paragraph(
                        StyledText(
                            say(
                                "Tiếp theo: «nhiemvu person new» để ghi người dùng, «nhiemvu import THƯ_MỤC» để nạp danh mục.",
                                "Next: \"nhiemvu person new\" for the people, \"nhiemvu import FOLDER\" to load a portfolio."
                            ),
                            .faint
                        )
                    ),
                    receipt.block,
                ]
            )
        )
    }
}
