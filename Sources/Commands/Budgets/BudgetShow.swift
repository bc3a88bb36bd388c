import ArgumentParser
import Engine
import Services
import Store
import Terminal

/// `nhiemvu budget show TASK`
struct BudgetShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say(
                "Dự toán và thực hiện theo nội dung, năm; hôm nay được tạm ứng bao nhiêu và vì sao.",
                "Plan against movement by item and year; what may be advanced today and why."
            ),
            discussion: say("Ví dụ: nhiemvu budget show NV-2025-014", "Example: nhiemvu budget show NV-2025-014")
        )
    }
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let record = try context.openStore(readOnly: true).read { reader in
            try BudgetRecord(code, in: reader)
        }
        var view = BudgetView(record, day: context.today)
        view.barriers = try BudgetBarriers(to: record.task.code, try context.surroundings(readOnly: true)).all
        return Answer(try Report(json: view.json, blocks: view.blocks))
    }
}
