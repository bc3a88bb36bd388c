import ArgumentParser
import CanonicalJSON
import Engine
import LifecycleModel
import Rules
import Services
import Store
import Terminal

/// `nhiemvu task show CODE`
struct TaskShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say("Mọi điều đã ghi về một nhiệm vụ.", "Everything recorded about one task."),
            discussion: say("Ví dụ: nhiemvu task show TH-2022-001", "Example: nhiemvu task show TH-2022-001")
        )
    }

    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        return try store.read { reader in
            let row = try requireTask(code, in: reader)
            let state = try TaskState(of: row)
            let labels = RegimeLabels(reader)
            guard let regime = labels.regime(row.definition) else {
                throw UseCaseFault(
                    .unavailable,
                    "definition-missing",
                    Phrase(vi: "Kho thiếu bộ quy tắc", en: "The store lacks the definition")
                )
            }
            let view = TaskView(
                row: row,
                state: state,
                regime: regime,
                names: try PartyNames(reader),
                erasedFiles: try reader.erasedFiles(),
                day: context.today
            )
            return Answer(Report(json: view.json, blocks: view.blocks))
        }
    }
}
