import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Terminal

/// `nhiemvu audit verify-dossier FILE`
struct AuditVerifyDossier: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify-dossier",
            abstract: say(
                "Kiểm hồ sơ của một nhiệm vụ mà không cần kho dữ liệu; nêu mọi chỗ sai.",
                "Check the dossier of a task without the store; name everything that is wrong."
            ),
            discussion: say(
                "Ví dụ: nhiemvu audit verify-dossier ho-so.zip --verifier khoa-cong-khai.txt",
                "Example: nhiemvu audit verify-dossier dossier.zip --verifier public-key.txt"
            )
        )
    }
    @Argument(
        help: ArgumentHelp(
            say("Hồ sơ do «task dossier» lập.", "A dossier that \"task dossier\" made."),
            valueName: say("tệp", "file")
        )
    ) var file: String
    @OptionGroup var signed: VerifierOption
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let key = try signed.verifier.map { try CheckpointQuestion.key($0) }
        let found = try VerifyDossier(verifier: key)(file)
        let json: JSONValue = [
            "ok": .bool(found.faults.isEmpty), "task": JSONValue(found.task), "origin": JSONValue(found.checkpoint?.origin),
            "log_size": found.checkpoint.map { .int($0.size) } ?? .null, "root": JSONValue(found.checkpoint?.root.description),
            "signed": .bool(found.isSigned), "signed_by": JSONValue(found.signedBy), "parts": JSONValue(found.parts),
            "events": JSONValue(found.events), "sealed": JSONValue(found.sealed), "files": JSONValue(found.files),
            "faults": .array(
                found.faults.map { ["code": .string($0.code.rawValue), "part": .string($0.part), "message": $0.message.json] }
            ),
        ]
        guard found.faults.isEmpty else {
            let heading = say("Hồ sơ không đúng: \(found.faults.count) chỗ sai", "The dossier is not whole; faults: \(found.faults.count)")
            let lines = found.faults.map { fault in
                Paragraph(
                    StyledText(fault.code.rawValue, .bad) + StyledText("  \(fault.part): \(fault.message[Speech.language])"),
                    indent: 2
                )
            }
            let blocks: [any Block] = [Paragraph(StyledText("✗ ", .bad) + StyledText(heading, .bad))] + lines
            return Answer(Report(json: json, blocks: blocks), exit: .faultsFound)
        }
        return Answer(Report(json: json, blocks: whole(found)))
    }

    private func whole(_ found: VerifyDossier.Answer) -> [any Block] {
        let events =
            "\(found.events)"
            + (found.sealed > 0 ? say(", và \(found.sealed) phiếu niêm phong", ", and \(found.sealed) sealed ballots") : "")
        let signature =
            found.signedBy ?? (found.isSigned ? say("chưa kiểm (--verifier)", "not checked (--verifier)") : say("không có", "none"))
        return [
            Paragraph(
                StyledText("✓ ", .good)
                    + StyledText(
                        say(
                            "Hồ sơ nguyên vẹn: mọi sự kiện dẫn tới gốc của điểm chốt",
                            "The dossier is whole: every event leads to the root of the checkpoint"
                        ),
                        .good
                    )
            ),
            KeyValues(
                [
                    KeyValues.Pair(say("Nhiệm vụ", "Task"), StyledText(found.task ?? "", .strong)),
                    KeyValues.Pair(say("Sự kiện", "Events"), StyledText(events)),
                    KeyValues.Pair(say("Tệp đính kèm", "Attached files"), StyledText("\(found.files)")),
                    KeyValues.Pair(say("Nguồn", "Origin"), StyledText(found.checkpoint?.origin ?? "")),
                    KeyValues.Pair(say("Số sự kiện của nhật ký", "Size of the log"), StyledText("\(found.checkpoint?.size ?? 0)")),
                    KeyValues.Pair(say("Gốc", "Root"), StyledText(found.checkpoint?.root.description ?? "", .strong)),
                    KeyValues.Pair(say("Chữ ký", "Signature"), StyledText(signature)),
                ],
                indent: 2
            ),
            Paragraph(
                StyledText(
                    say(
                        "Đối chiếu gốc với nguồn khác: biên nhận, biên bản, điểm chốt đã công bố.",
                        "Compare the root with one from elsewhere: a receipt, minutes, a published checkpoint."
                    ),
                    .faint
                ),
                indent: 2
            ),
        ]
    }
}
