import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu audit …`
struct AuditGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "audit",
            abstract: say("Nhật ký chống sửa: gốc và kiểm tra.", "The tamper-evident log: root and verification."),
            discussion: say("Ví dụ: nhiemvu audit verify", "Example: nhiemvu audit verify"),
            subcommands: [AuditVerify.self, AuditRoot.self]
        )
    }
}

/// `nhiemvu audit root`
struct AuditRoot: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "root",
            abstract: say("Số sự kiện và gốc Merkle của nhật ký (RFC 6962).", "Number of events and Merkle root of the log (RFC 6962)."),
            discussion: say("Ví dụ: nhiemvu audit root --format json", "Example: nhiemvu audit root --format json")
        )
    }
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let head = try context.openStore(readOnly: true).read { try $0.head() }
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

/// `nhiemvu audit verify`
struct AuditVerify: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "verify",
            abstract: say(
                "Tính lại toàn bộ nhật ký và mã băm của các bộ quy tắc; chỉ ra chỗ sai đầu tiên.",
                "Recompute the whole log and the hashes of the definitions; name what is wrong first."
            ),
            discussion: say("Ví dụ: nhiemvu audit verify", "Example: nhiemvu audit verify")
        )
    }
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let store = try context.openStore(readOnly: true)
        var bar = context.console.progress(Phrase(vi: "Kiểm tra nhật ký", en: "Verifying the log"), total: 1)
        do {
            let (head, altered) = try store.read { reader in
                // A damaged head is for the verification to tell.
                let size = Int((try? reader.head())?.size ?? 0)
                bar = context.console.progress(Phrase(vi: "Kiểm tra nhật ký", en: "Verifying the log"), total: max(size, 1))
                let head = try reader.verifyLog { done, _ in bar.advance(to: Int(done)) }
                return (head, try Definitions.altered(in: reader))
            }
            bar.finish()
            guard altered.isEmpty else { return Self.answer(altered, head) }
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

extension LogFault {
    /// What is wrong, for people.
    var explanation: Phrase {
        switch reason {
        case .missing: Phrase(vi: "Sự kiện không còn trong nhật ký", en: "The event is no longer in the log")
        case .altered: Phrase(vi: "Nội dung khác với lúc được ghi", en: "Its content differs from what was recorded")
        case .unreadable(let what): Phrase(vi: "Sự kiện không đọc được (\(what))", en: "The event cannot be read: \(what)")
        case .beyondHead(let size):
            Phrase(
                vi: "Sự kiện nằm ngoài đầu nhật ký: đầu nhật ký chỉ ghi \(size) sự kiện",
                en: "The event lies beyond the head of the log, which counts \(size) events"
            )
        case .rootDiffers(let size, let recorded, let computed):
            Phrase(
                vi: "Gốc của \(size) sự kiện đầu được ghi là \(recorded), tính lại ra \(computed)",
                en: "The root of the first \(size) events was recorded as \(recorded); computed anew it is \(computed)"
            )
        case .head:
            Phrase(
                vi: "Đầu nhật ký tự mâu thuẫn: số sự kiện, gốc và biên không khớp với nhau",
                en: "The head of the log contradicts itself: its size, root and frontier do not agree"
            )
        }
    }
}
