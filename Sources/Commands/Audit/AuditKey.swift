import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Terminal

/// `nhiemvu audit key`
struct AuditKey: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "key",
            abstract: say("In khóa công khai của nhật ký để công bố.", "Print the log's public key, to be published."),
            discussion: say("Ví dụ: nhiemvu audit key --key nhat-ky.key", "Example: nhiemvu audit key --key log.key")
        )
    }
    @OptionGroup var keys: LogKeyOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        guard let verifier = try keys.signer(in: context)?.verifier else {
            throw UseCaseFault(
                .usage,
                "no-key",
                Phrase(vi: "Chưa chỉ ra khóa", en: "No key was named"),
                hint: Phrase(
                    vi: "Dùng --key hoặc NHIEMVU_LOG_KEY; tạo khóa bằng «nhiemvu audit new-key»",
                    en: "Use --key or NHIEMVU_LOG_KEY; make a key with \"nhiemvu audit new-key\""
                )
            )
        }
        return Answer(
            Report(
                json: ["name": .string(verifier.name), "verifier": .string(verifier.description)],
                blocks: [Paragraph(StyledText(verifier.description))]
            )
        )
    }
}
