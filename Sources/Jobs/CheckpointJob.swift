public import AuditTrail
import Foundation
import LifecycleModel
import Services
import Store

/// Writes a checkpoint of the log where events were recorded since the last: the newest in `checkpoint.txt`, which each later one is proved to
/// extend, and one for each day.
public struct CheckpointJob: Job {
    private let folder: String
    private let signer: NoteSigner?

    /// Creates the job.
    ///
    /// - Parameter signer: the log's private key; nil: checkpoints are not signed, and the run says so.
    public init(folder: String, signer: NoteSigner?) {
        self.folder = folder
        self.signer = signer
    }

    /// Which it is.
    public var name: JobName { .checkpoint }

    /// Verifies the log and writes it down.
    public mutating func perform(_ run: JobRun) throws {
        let head = try run.surroundings.store.read { try $0.head() }
        run.counts.lookedAt = Int(head.size)
        guard head.size > 0 else { return }
        let write = WriteCheckpoint(run.surroundings.store, signer: signer)
        let position = "\(head.size) \(signer?.name ?? "")"
        guard run.job.position != position else {
            // Nothing new to write down, but what is there should still be what it was.
            _ = try write(dryRun: true) { _, _ in run.stayAlive() }
            return
        }
        if !run.isTrial { try JobFolder.make(folder) }
        run.expected = Int(head.size)
        let newest = "\(folder)/checkpoint.txt"
        let answer = try write(to: run.isTrial ? nil : newest, dryRun: run.isTrial) { _, _ in run.stayAlive() }
        // The same again under the day's name: the log may have grown meanwhile, and two that differ would say so.
        if !run.isTrial { try JobFolder.write(Array(answer.text.utf8), to: "\(folder)/checkpoint-\(run.days.last).txt") }
        if answer.verifier == nil {
            run.note(
                Phrase(vi: "Điểm chốt chưa ký: chưa đặt NHIEMVU_LOG_KEY", en: "The checkpoint is not signed: NHIEMVU_LOG_KEY is not set")
            )
        }
        let checkpoint = answer.written.checkpoint
        run.note(Phrase(vi: "\(checkpoint.size) sự kiện, gốc \(checkpoint.root)", en: "\(checkpoint.size) events, root \(checkpoint.root)"))
        run.counts.changed += 1
        run.remember(position: "\(checkpoint.size) \(signer?.name ?? "")")
    }
}
