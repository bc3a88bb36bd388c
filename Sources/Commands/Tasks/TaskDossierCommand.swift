import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu task dossier CODE --output FILE.zip`
struct TaskDossierCommand: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "dossier",
            abstract: say(
                "Hồ sơ trọn gói của một nhiệm vụ cho thanh tra, kiểm toán không có tài khoản; tự chứng minh được.",
                "Everything about one task for an auditor without an account; it proves itself."
            ),
            discussion: say(
                "Ví dụ: nhiemvu task dossier TH-2022-001 --key nhat-ky.key --output ho-so.zip\nNgười nhận kiểm bằng: nhiemvu audit verify-dossier ho-so.zip",
                "Example: nhiemvu task dossier TH-2022-001 --key log.key --output dossier.zip\nWhoever gets it checks it with: nhiemvu audit verify-dossier dossier.zip"
            )
        )
    }
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @Option(help: ArgumentHelp(say("Tệp ZIP để ghi.", "The ZIP file to write."), valueName: say("tệp", "file"))) var output: String
    @Option(
        help: ArgumentHelp(
            say(
                "Chứng minh theo điểm chốt đã công bố trong tệp này, không lập điểm chốt mới.",
                "Prove everything for the published checkpoint in this file instead of making a new one."
            ),
            valueName: say("tệp", "file")
        )
    ) var checkpoint: String?
    @OptionGroup var keys: LogKeyOptions
    @OptionGroup var name: OriginOption
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard checkpoint == nil || (keys.key == nil && name.origin == nil) else {
            throw ValidationError(
                say("--checkpoint không đi cùng --key và --origin", "--checkpoint does not go with --key and --origin")
            )
        }
    }

    func answer(in context: CommandContext) throws -> Answer {
        let given = try checkpoint.map { try CheckpointFile($0).written }
        let signer = given == nil ? try keys.signer(in: context) : nil
        let store = try context.openStore(readOnly: true)
        let vault = AttachmentVault(besides: try context.storeFile())
        let size = (try? store.read { try $0.head() })?.size ?? 0
        var bar = context.console.progress(Phrase(vi: "Kiểm tra nhật ký", en: "Verifying the log"), total: max(Int(size), 1))
        let dossier = try TaskDossier(store, vault: vault, signer: signer, origin: name.origin)(code, at: given) { done, _ in
            bar.advance(to: Int(done))
        }
        bar.finish()
        _ = try OutputFile.write(to: output) { try OutputFile.put(dossier.bytes, to: $0) }
        if dossier.written.note == nil {
            context.console.note(
                Phrase(
                    vi: "Điểm chốt trong hồ sơ không có chữ ký: «nhiemvu audit new-key», rồi --key hoặc NHIEMVU_LOG_KEY",
                    en: "The checkpoint in it is not signed: \"nhiemvu audit new-key\", then --key or NHIEMVU_LOG_KEY"
                )
            )
        }
        return Answer(report(dossier))
    }

    private func report(_ dossier: TaskDossier.Answer) -> Report {
        let checkpoint = dossier.written.checkpoint
        return Report(
            json: [
                "task": .string(dossier.task), "output": .string(output), "bytes": JSONValue(dossier.bytes.count),
                "parts": JSONValue(dossier.parts), "events": JSONValue(dossier.events), "sealed": JSONValue(dossier.sealed),
                "files": JSONValue(dossier.files), "origin": .string(checkpoint.origin), "log_size": .int(checkpoint.size),
                "root": .string(checkpoint.root.description), "signed": .bool(dossier.written.note != nil),
            ],
            blocks: [
                Paragraph(StyledText(say("Đã lập hồ sơ ", "Packed the dossier "), .good) + StyledText(output, .accent)),
                KeyValues(
                    [
                        KeyValues.Pair(say("Nhiệm vụ", "Task"), StyledText(dossier.task, .strong)),
                        KeyValues.Pair(say("Sự kiện", "Events"), StyledText(events(dossier.events, dossier.sealed))),
                        KeyValues.Pair(say("Tệp đính kèm", "Attached files"), StyledText("\(dossier.files)")),
                        KeyValues.Pair(
                            say("Điểm chốt", "Checkpoint"),
                            StyledText(
                                say("\(checkpoint.origin), \(checkpoint.size) sự kiện", "\(checkpoint.origin), \(checkpoint.size) events")
                            )
                        ),
                        KeyValues.Pair(say("Gốc", "Root"), StyledText(checkpoint.root.description, .strong)),
                    ],
                    indent: 2
                ),
                Paragraph(
                    StyledText(
                        say("Người nhận mở index.html trước tiên.", "Whoever gets it opens index.html first."),
                        .faint
                    ),
                    indent: 2
                ),
            ]
        )
    }

    private func events(_ open: Int, _ sealed: Int) -> String {
        sealed == 0 ? "\(open)" : say("\(open), và \(sealed) phiếu niêm phong", "\(open), and \(sealed) sealed ballots")
    }
}
