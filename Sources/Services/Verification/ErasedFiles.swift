import LifecycleModel

/// Attached files that were erased by a decision: they are not to be there.
struct ErasedFiles {
    /// SHA-256 (hex), each with the event by which it was erased.
    let hashes: [String: Int64]

    /// Those that are still there.
    func findings(in vault: AttachmentVault) -> [VerifyStore.Finding] {
        hashes.filter { vault.size(of: $0.key) != nil }.sorted { $0.key < $1.key }.map { hash, event in
            VerifyStore.Finding(
                code: "erased-file",
                subject: String(hash.prefix(12)),
                message: Phrase(
                    vi: "Sự kiện số \(event) ghi đã xoá tệp này mà tệp vẫn còn; chạy lại «nhiemvu person erase»",
                    en: "Event \(event) says that this file was erased, and it is there; run \"nhiemvu person erase\" again"
                )
            )
        }
    }
}
