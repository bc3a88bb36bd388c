import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu audit verify`
struct AuditVerify: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: say(
                "Tính lại toàn bộ nhật ký và mã băm của các bộ quy tắc; chỉ ra chỗ sai đầu tiên.",
                "Recompute the whole log and the hashes of the definitions; name what is wrong first."
            ),
            discussion: say(
                "Ví dụ: nhiemvu audit verify --checkpoint chot-2026-06.txt --verifier khoa-cong-khai.txt",
                "Example: nhiemvu audit verify --checkpoint june-2026.txt --verifier public-key.txt"
            )
        )
    }
    @Option(
        help: ArgumentHelp(
            say("Chứng minh nhật ký nối tiếp điểm chốt trong tệp này.", "Prove that the log extends the checkpoint in this file."),
            valueName: say("tệp", "file")
        )
    ) var checkpoint: String?
    @OptionGroup var signed: VerifierOption
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let asked = try checkpoint.map { try CheckpointQuestion(file: $0, verifier: signed.verifier) }
        if asked == nil, signed.verifier != nil { throw CheckpointQuestion.verifierAlone }
        let store = try context.openStore(readOnly: true)
        var bar = context.console.progress(Phrase(vi: "Kiểm tra nhật ký", en: "Verifying the log"), total: 1)
        do {
            let (head, altered, personal) = try store.read { reader in
                // A damaged head is for the verification to tell.
                let size = Int((try? reader.head())?.size ?? 0)
                bar = context.console.progress(Phrase(vi: "Kiểm tra nhật ký", en: "Verifying the log"), total: max(size, 1))
                let head = try reader.verifyLog { done, _ in bar.advance(to: Int(done)) }
                return (head, try Definitions.altered(in: reader), try PersonalVerification.faults(in: reader))
            }
            bar.finish()
            guard altered.isEmpty else { return Self.answer(altered, head) }
            guard personal.isEmpty else { return Self.answer(personal, head) }
            if let asked { return try asked.answer(of: store, head) }
            return Answer(
                Report(
                    json: ["ok": true, "size": .int(head.size), "root": .string(head.root.description), "first_bad_event": .null],
                    blocks: [
                        Paragraph(
                            StyledText("✓ ", .good)
                                + StyledText(
                                    say("Nhật ký nguyên vẹn: \(head.size) sự kiện", "The log is whole: \(head.size) events"),
                                    .good
                                )
                        ),
                        KeyValues([KeyValues.Pair(say("Gốc", "Root"), StyledText(head.root.description, .strong))], indent: 2),
                    ]
                )
            )
        } catch let fault as LogFault {
            bar.finish()
            let place = fault.number.map { say("sự kiện số \($0)", "event \($0)") } ?? say("cả nhật ký", "the log as a whole")
            return Answer(
                Report(
                    json: [
                        "ok": false, "first_bad_event": fault.number.map(JSONValue.int) ?? .null, "reason": .string("\(fault.reason)"),
                        "size": .null,
                        "root": .null,
                    ],
                    blocks: [
                        Paragraph(
                            StyledText("✗ ", .bad) + StyledText(say("Nhật ký đã bị sửa: ", "The log was altered: "), .bad)
                                + StyledText(place, .strong)
                        ),
                        Paragraph(StyledText(fault.explanation[Speech.language]), indent: 2),
                    ]
                ),
                exit: .faultsFound
            )
        }
    }

    /// The log is whole but personal data beside it are not what it commits to.
    private static func answer(_ faults: [PersonalVerification.Fault], _ head: LogHead) -> Answer {
        Answer(
            Report(
                json: [
                    "ok": false, "size": .int(head.size), "root": .string(head.root.description), "first_bad_event": .int(faults[0].event),
                    "reason": "personal-data",
                    "faults": .array(
                        faults.map { ["event": .int($0.event), "person": .string($0.person), "message": $0.message.json] }
                    ),
                ],
                blocks: [
                    Paragraph(
                        StyledText("✗ ", .bad)
                            + StyledText(
                                say("Dữ liệu cá nhân cạnh nhật ký đã bị sửa: ", "Personal data beside the log were altered: "),
                                .bad
                            ) + StyledText(say("\(faults.count) chỗ", "\(faults.count) places"), .strong)
                    ),
                    Bullets(
                        faults.prefix(20).map { fault in
                            StyledText(say("sự kiện số \(fault.event), ", "event \(fault.event), ") + fault.person, .accent)
                                + StyledText(": " + fault.message[Speech.language])
                        },
                        indent: 2
                    ),
                ]
            ),
            exit: .faultsFound
        )
    }

    /// The log is whole but a definition that it names by its hash is not.
    private static func answer(_ altered: [DefinitionRow], _ head: LogHead) -> Answer {
        let names = altered.map(\.name)
        return Answer(
            Report(
                json: [
                    "ok": false, "size": .int(head.size), "root": .string(head.root.description), "first_bad_event": .null,
                    "reason": "definition-altered", "definitions": JSONValue(names),
                ],
                blocks: [
                    Paragraph(
                        StyledText("✗ ", .bad) + StyledText(say("Bộ quy tắc đã bị sửa: ", "A definition was altered: "), .bad)
                            + StyledText(names.joined(separator: ", "), .strong)
                    ),
                    Paragraph(
                        StyledText(
                            say(
                                "Nội dung không khớp mã băm ghi trong nhật ký; các sự kiện còn nguyên vẹn.",
                                "Its content is not that of the hash in the log; the events themselves are whole."
                            )
                        ),
                        indent: 2
                    ),
                ]
            ),
            exit: .faultsFound
        )
    }
}
