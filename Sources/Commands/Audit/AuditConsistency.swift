import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu audit consistency SIZE1 [SIZE2]`
struct AuditConsistency: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "consistency",
            abstract: say(
                "Chứng minh nhật ký chỉ dài thêm giữa hai cỡ (RFC 6962).",
                "Prove that the log only grew between two sizes (RFC 6962)."
            ),
            discussion: say("Ví dụ: nhiemvu audit consistency 100 200", "Example: nhiemvu audit consistency 100 200")
        )
    }
    @Argument(help: ArgumentHelp(say("Số sự kiện khi trước.", "Number of events then."), valueName: say("cỡ-1", "size-1")))
    var first: Int64
    @Argument(
        help: ArgumentHelp(
            say("Số sự kiện về sau (mặc định bây giờ).", "Number of events later (default now)."),
            valueName: say("cỡ-2", "size-2")
        )
    )
    var second: Int64?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let answer = try ProveExtension(try context.openStore(readOnly: true))(from: first, to: second)
        let path = (answer.proof?.path ?? []).map(\.description)
        return Answer(
            Report(
                json: [
                    "first_size": .int(answer.first.size), "second_size": .int(answer.second.size),
                    "first_root": .string(answer.first.root.description), "second_root": .string(answer.second.root.description),
                    "path": JSONValue(path),
                ],
                blocks: [
                    KeyValues([
                        KeyValues.Pair(
                            say("Gốc của \(answer.first.size)", "Root of \(answer.first.size)"),
                            StyledText("\(answer.first.root)")
                        ),
                        KeyValues.Pair(
                            say("Gốc của \(answer.second.size)", "Root of \(answer.second.size)"),
                            StyledText("\(answer.second.root)", .strong)
                        ),
                    ]),
                    Heading(say("Chứng minh", "Proof"), level: 2),
                    path.isEmpty
                        ? Paragraph(StyledText(say("Không cần mã băm nào.", "No hash is needed.")))
                        : Bullets(path.map { StyledText($0) }, isNumbered: true),
                    Paragraph(
                        StyledText(
                            say(
                                "Cách tự kiểm với --format json: docs/verify-a-proof.md.",
                                "How to check it with --format json: docs/verify-a-proof.md."
                            ),
                            .faint
                        )
                    ),
                ]
            )
        )
    }
}
