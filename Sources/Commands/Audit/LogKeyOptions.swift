import ArgumentParser
import AuditTrail
import LifecycleModel
import Services

/// The private key of the log.
struct LogKeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say("Tệp khóa bí mật của nhật ký (mặc định $NHIEMVU_LOG_KEY).", "File with the log's private key (default $NHIEMVU_LOG_KEY)."),
            valueName: say("tệp", "file")
        )
    ) var key: String?

    /// The key; nil when none is configured.
    func signer(in context: CommandContext) throws -> NoteSigner? {
        try Self.signer(from: key, in: context)
    }

    /// The key of a file that was named, or of the environment.
    static func signer(from key: String?, in context: CommandContext) throws -> NoteSigner? {
        guard let path = key ?? context.environment["NHIEMVU_LOG_KEY"], !path.isEmpty else { return nil }
        return try LogKeyFile(path).signer()
    }
}

/// What the log is called.
struct OriginOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Tên nhật ký ghi trong điểm chốt (mặc định tên của khóa).",
                "What the log is called in the checkpoint (default the key's name)."
            ),
            valueName: say("tên", "name")
        )
    ) var origin: String?
}

/// The public key that a checkpoint must be signed by.
struct VerifierOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            say(
                "Khóa công khai phải đã ký điểm chốt: «tên+mã+Base64» hoặc tệp chứa nó.",
                "The public key that must have signed the checkpoint: \"name+hash+Base64\", or a file with it."
            ),
            valueName: say("khóa", "key")
        )
    ) var verifier: String?
}
