import ArgumentParser
import AuditTrail
import CanonicalJSON
import LifecycleModel
import Services
import Terminal

/// `nhiemvu audit new-key`
struct AuditNewKey: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new-key",
            abstract: say(
                "Tạo khóa Ed25519 để ký điểm chốt; in khóa công khai.",
                "Make an Ed25519 key to sign checkpoints with; prints the public key."
            ),
            discussion: say(
                "Ví dụ: nhiemvu audit new-key --name skhcn.example.vn/nhiemvu --output nhat-ky.key",
                "Example: nhiemvu audit new-key --name skhcn.example.vn/nhiemvu --output log.key"
            )
        )
    }
    @Option(
        help: ArgumentHelp(
            say(
                "Tên khóa, không dấu cách và dấu cộng, như địa chỉ web.",
                "Name of the key without spaces and plus, such as a web address."
            ),
            valueName: say("tên", "name")
        )
    ) var name: String
    @Option(
        help: ArgumentHelp(
            say("Tệp mới cho khóa bí mật (quyền 0600).", "New file for the private key (mode 0600)."),
            valueName: say("tệp", "file")
        )
    ) var output: String
    @Flag(help: ArgumentHelp(say("Chỉ kiểm tra, không ghi.", "Check everything, write nothing."))) var dryRun = false
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let verifier = try LogKeyFile(output).make(name: name, dryRun: dryRun).verifier
        if dryRun {
            return Answer(
                Report(
                    json: ["output": .string(output), "verifier": .null, "dry_run": true],
                    blocks: [Paragraph(StyledText(say("Sẽ tạo: ", "Would make: ")) + StyledText(output, .accent))]
                )
            )
        }
        return Answer(
            Report(
                json: ["output": .string(output), "verifier": .string(verifier.description), "dry_run": false],
                blocks: [
                    Paragraph(StyledText(say("Đã tạo khóa bí mật ", "Made the private key "), .good) + StyledText(output, .accent)),
                    KeyValues(
                        [KeyValues.Pair(say("Khóa công khai", "Public key"), StyledText(verifier.description, .strong))],
                        indent: 2
                    ),
                    Paragraph(
                        StyledText(
                            say(
                                """
                                Giữ kín tệp này, sao lưu riêng; công bố khóa công khai. Để dùng: --key hoặc NHIEMVU_LOG_KEY.
                                """,
                                """
                                Keep the file secret and back it up apart from the store; publish the public key. To use it: --key or NHIEMVU_LOG_KEY.
                                """
                            ),
                            .faint
                        )
                    ),
                ]
            )
        )
    }
}
