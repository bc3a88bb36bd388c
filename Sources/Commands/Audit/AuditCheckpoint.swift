import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu audit checkpoint`
struct AuditCheckpoint: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "checkpoint",
            abstract: say(
                "Chốt nhật ký có chữ ký để người khác giữ (C2SP tlog-checkpoint).",
                "A signed checkpoint of the log for others to keep (C2SP tlog-checkpoint)."
            ),
            discussion: say(
                "Ví dụ: nhiemvu audit checkpoint --key nhat-ky.key --output chot.txt",
                "Example: nhiemvu audit checkpoint --key log.key --output checkpoint.txt"
            )
        )
    }
    @OptionGroup var keys: LogKeyOptions
    @OptionGroup var name: OriginOption
    @Option(
        help: ArgumentHelp(
            say(
                "Tệp để ghi; điểm chốt cũ trong đó phải được nhật ký nối tiếp.",
                "The file to write; the log must extend a checkpoint that stands in it."
            ),
            valueName: say("tệp", "file")
        )
    ) var output: String?
    @Flag(help: ArgumentHelp(say("Chỉ kiểm tra, không ghi.", "Check everything, write nothing."))) var dryRun = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let signer = try keys.signer(in: context)
        let store = try context.openStore(readOnly: true)
        let size = (try? store.read { try $0.head() })?.size ?? 0
        var bar = context.console.progress(Phrase(vi: "Kiểm tra nhật ký", en: "Verifying the log"), total: max(Int(size), 1))
        let answer = try WriteCheckpoint(store, signer: signer, origin: name.origin)(to: output, dryRun: dryRun) { done, _ in
            bar.advance(to: Int(done))
        }
        bar.finish()
        if signer == nil {
            context.console.note(
                Phrase(
                    vi: "Chưa có khóa nên điểm chốt không có chữ ký: «nhiemvu audit new-key», rồi --key hoặc NHIEMVU_LOG_KEY",
                    en: "No key is configured, so the checkpoint is not signed: \"nhiemvu audit new-key\", then --key or NHIEMVU_LOG_KEY"
                )
            )
        }
        // On the screen it is the file itself, to be redirected or copied as it is.
        if output == nil, options.format == .table {
            try OutputFile.put(Array(answer.text.utf8), to: nil)
            return Answer(nil)
        }
        return Answer(report(answer))
    }

    private func report(_ answer: WriteCheckpoint.Answer) -> Report {
        let checkpoint = answer.written.checkpoint
        let done = dryRun ? say("Sẽ ghi ", "Would write ") : say("Đã ghi điểm chốt ", "Wrote the checkpoint ")
        return Report(
            json: [
                "origin": .string(checkpoint.origin), "size": .int(checkpoint.size), "root": .string(checkpoint.root.description),
                "signed": .bool(answer.verifier != nil), "verifier": JSONValue(answer.verifier?.description),
                "previous_size": answer.previous.map { .int($0.size) } ?? .null, "text": .string(answer.text), "output": JSONValue(output),
                "dry_run": .bool(dryRun),
            ],
            blocks: [
                Paragraph(StyledText(done, .good) + StyledText(output ?? "", .accent)),
                KeyValues(
                    [
                        KeyValues.Pair(say("Nguồn", "Origin"), StyledText(checkpoint.origin)),
                        KeyValues.Pair(say("Sự kiện", "Events"), StyledText("\(checkpoint.size)")),
                        KeyValues.Pair(say("Gốc", "Root"), StyledText(checkpoint.root.description, .strong)),
                        KeyValues.Pair(
                            say("Khóa công khai", "Public key"),
                            StyledText(answer.verifier?.description ?? say("không có chữ ký", "not signed"))
                        ),
                        KeyValues.Pair(
                            say("Nối tiếp", "Extends"),
                            StyledText(answer.previous.map { say("\($0.size) sự kiện", "\($0.size) events") } ?? "–")
                        ),
                    ],
                    indent: 2
                ),
            ]
        )
    }
}
