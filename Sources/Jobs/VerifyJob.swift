import LifecycleModel
public import Services
import Store

/// Checks once a day, and again when something was recorded, that everything holds that must hold in the store; what does not fails the run, and
/// `status` says so until it is mended.
public struct VerifyJob: Job {
    private let vault: AttachmentVault

    /// Creates the job.
    ///
    /// - Parameter vault: where attached files lie.
    public init(vault: AttachmentVault) {
        self.vault = vault
    }

    /// Which it is.
    public var name: JobName { .verify }

    /// Checks the store.
    ///
    /// - Throws: `UseCaseFault` with what was found.
    public mutating func perform(_ run: JobRun) throws {
        let store = run.surroundings.store
        let position = "\(run.days.last) \(try store.read { try $0.head() }.size)"
        guard run.job.position != position else { return }
        let findings = try VerifyStore(store)(vault: vault) { done, all in
            run.expected = all
            run.counts.lookedAt = done
            run.stayAlive()
        }
        guard findings.isEmpty else { throw Self.broken(findings) }
        run.note(Phrase(vi: "\(Invariant.all.count) điều kiện đều đúng", en: "All \(Invariant.all.count) invariants hold"))
        run.remember(position: position)
    }

    private static func broken(_ findings: [VerifyStore.Finding]) -> UseCaseFault {
        let first = findings[0]
        return UseCaseFault(
            .unavailable,
            "store-not-whole",
            Phrase(
                vi: "Kho có \(findings.count) chỗ sai; đầu tiên: \(first.subject): \(first.message.vi)",
                en: "The store has \(findings.count) faults; the first: \(first.subject): \(first.message[.en])"
            ),
            hint: Phrase(
                vi: "Xem «nhiemvu store verify»; bảng khác nhật ký sửa bằng --repair",
                en: "See \"nhiemvu store verify\"; tables that differ from the log are mended by --repair"
            )
        )
    }
}
