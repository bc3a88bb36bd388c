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
