import ArgumentParser

/// `nhiemvu audit …`
struct AuditGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "audit",
            abstract: say(
                "Nhật ký chống sửa: kiểm tra, gốc, chứng minh, điểm chốt có chữ ký.",
                "The tamper-evident log: verification, root, proofs, signed checkpoints."
            ),
            discussion: say("Ví dụ: nhiemvu audit verify", "Example: nhiemvu audit verify"),
            subcommands: [
                AuditVerify.self, AuditRoot.self, AuditProof.self, AuditConsistency.self, AuditCheckpoint.self, AuditNewKey.self,
                AuditKey.self, AuditVerifyDossier.self,
            ]
        )
    }
}
