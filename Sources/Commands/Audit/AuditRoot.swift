import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu audit root`
struct AuditRoot: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "root",
            abstract: say("Số sự kiện và gốc Merkle của nhật ký (RFC 6962).", "Number of events and Merkle root of the log (RFC 6962)."),
            discussion: say("Ví dụ: nhiemvu audit root --format json", "Example: nhiemvu audit root --format json")
        )
    }
    @Option(
        help: ArgumentHelp(
            say("Gốc lúc nhật ký mới có ngần ấy sự kiện (mặc định bây giờ).", "The root when the log had so many events (default now)."),
            valueName: say("số", "n")
        )
    ) var size: Int64?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        let head = try size.map { try ProveExtension(store)(from: $0, to: $0).first } ?? store.read { try $0.head() }
        return Answer(
            Report(
                json: ["size": .int(head.size), "root": .string(head.root.description)],
                blocks: [
                    KeyValues([
                        KeyValues.Pair(say("Sự kiện", "Events"), StyledText("\(head.size)")),
                        KeyValues.Pair(say("Gốc", "Root"), StyledText(head.root.description, .strong)),
                    ])
                ]
            )
        )
    }
}
