import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu audit proof EVENT`
struct AuditProof: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "proof",
            abstract: say(
                "Chứng minh một sự kiện có trong nhật ký, cho người không có kho dữ liệu (RFC 6962).",
                "Prove that an event stands in the log, for somebody without the store (RFC 6962)."
            ),
            discussion: say(
                "Ví dụ: nhiemvu audit proof 17 --format json > su-kien-17.json",
                "Example: nhiemvu audit proof 17 --format json > event-17.json"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Số của sự kiện, từ 1.", "Number of the event, from 1."), valueName: say("sự-kiện", "event")))
    var event: Int64
    @Option(
        help: ArgumentHelp(
            say("Cho nhật ký lúc mới có ngần ấy sự kiện, như khi chốt.", "For the log when it had so many events, as at a checkpoint."),
            valueName: say("số", "n")
        )
    ) var size: Int64?
    @Flag(
        help: ArgumentHelp(
            say(
                "Kèm dữ liệu cá nhân mà sự kiện cam kết, với muối để tự kiểm (docs/personal-data.md).",
                "Add the personal data that the event holds the commitment to, with their salt (docs/personal-data.md)."
            )
        )
    ) var personal = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let answer = try ProveEvent(try context.openStore(readOnly: true))(event, size: size, withPersonalData: personal)
        let sealed = say("còn niêm phong: chỉ đưa ra mã băm", "still sealed: only its hash is given")
        return Answer(
            Report(
                json: answer.json,
                blocks: [
                    KeyValues(
                        [
                            KeyValues.Pair(say("Sự kiện", "Event"), StyledText("\(answer.number)", .strong)),
                            KeyValues.Pair(say("Lá số", "Leaf index"), StyledText("\(answer.proof.index)")),
                            KeyValues.Pair(say("Số sự kiện", "Tree size"), StyledText("\(answer.head.size)")),
                            KeyValues.Pair(say("Mã băm lá", "Leaf hash"), StyledText(answer.leaf.description)),
                            KeyValues.Pair(say("Gốc", "Root"), StyledText(answer.head.root.description, .strong)),
                        ]
                    ),
                    Heading(say("Nội dung", "Content"), level: 2),
                    Verbatim(StyledText(answer.bytes.map { String(decoding: $0, as: UTF8.self) } ?? sealed)),
                ] + personalBlocks(answer) + [
                    Heading(say("Đường lên gốc", "The way to the root"), level: 2),
                    Bullets(answer.proof.path.map { StyledText($0.description) }, isNumbered: true),
                    Paragraph(
                        StyledText(
                            say(
                                """
                                Mã băm lá là SHA-256 của byte 00 và nội dung (JSON chuẩn tắc RFC 8785); mỗi nút là SHA-256 của byte 01 và hai \
                                nút con. Cách tự kiểm với --format json: docs/verify-a-proof.md.
                                """,
                                """
                                The leaf hash is SHA-256 of the byte 00 and the content (canonical JSON, RFC 8785); each node is SHA-256 of the \
                                byte 01 and its two children. How to check it with --format json: docs/verify-a-proof.md.
                                """
                            ),
                            .faint
                        )
                    ),
                ]
            )
        )
    }

    private func personalBlocks(_ answer: ProveEvent.Answer) -> [any Block] {
        let heading = Heading(say("Dữ liệu cá nhân", "Personal data"), level: 2)
        guard let part = answer.personal else {
            return personal ? [heading, Paragraph(StyledText(say("không có, hoặc đã xoá", "none, or erased"), .faint))] : []
        }
        return [
            heading, Verbatim(StyledText(String(decoding: JSONValue.object(part.content).canonicalBytes, as: UTF8.self))),
            KeyValues([KeyValues.Pair(say("Muối", "Salt"), StyledText(TreeHash(bytes: part.salt)?.description ?? ""))]),
        ]
    }
}
