public import AuditTrail
import Foundation
import LifecycleModel
public import Store

/// Writes down what the log is now, signed, for others to keep: whoever has an older checkpoint can prove later that nothing before it was
/// changed (C2SP tlog-checkpoint).
public struct WriteCheckpoint: Sendable {
    /// What was written.
    public struct Answer: Sendable {
        /// The checkpoint with its signature.
        public let written: WrittenCheckpoint
        /// The key it can be checked with; nil when no key is configured, and then it is not signed.
        public let verifier: NoteVerifier?
        /// The checkpoint that stood in the file before, which this one was proved to extend.
        public let previous: Checkpoint?

        /// The text of the file.
        public var text: String { written.text }
    }

    /// What a log is called when nobody gave it a name and no key.
    public static let plainOrigin = "nhiemvu"

    private let store: any Store
    private let signer: NoteSigner?
    private let origin: String

    /// Prepares it.
    ///
    /// - Parameters:
    ///   - signer: the key; nil: the checkpoint is the bare text.
    ///   - origin: which log it is; the name of the key unless another one is given.
    public init(_ store: any Store, signer: NoteSigner?, origin: String? = nil) {
        self.store = store
        self.signer = signer
        self.origin = origin ?? signer?.name ?? Self.plainOrigin
    }

    /// Does it. The whole log is verified first: what is not whole is not signed. A log must never sign two checkpoints that contradict each
    /// other, so one that stands in the file already must be of this log, and the log must extend it.
    ///
    /// - Parameters:
    ///   - output: the file; nil to answer only.
    ///   - dryRun: check everything, write nothing.
    ///   - progress: told how many events of how many are verified.
    /// - Throws: `UseCaseFault` when the log was altered or does not extend what stands in the file, or that is no checkpoint of this log, or
    ///   the file cannot be written.
    public func callAsFunction(to output: String? = nil, dryRun: Bool = false, progress: (Int64, Int64) -> Void = { _, _ in }) throws
        -> Answer
    {
        let previous = try output.flatMap { try self.previous(in: $0) }
        let head: LogHead
        do { head = try store.read { try $0.verifyLog(progress: progress) } } catch let fault as LogFault { throw refusal(fault) }
        if let previous, let output, let fault = try ProveExtension(store).compare(with: previous).fault(previous) {
            throw contradiction(fault, output)
        }
        let written: WrittenCheckpoint
        do throws(NoteFault) {
            let checkpoint = try Checkpoint(origin: origin, size: head.size, root: head.root)
            written =
                try signer.map { signer throws(NoteFault) in try WrittenCheckpoint(checkpoint, signedBy: signer) }
                ?? WrittenCheckpoint(unsigned: checkpoint)
        } catch { throw UseCaseFault(error, in: origin) }
        if let output, !dryRun { try write(written.text, to: output) }
        return Answer(written: written, verifier: signer?.verifier, previous: previous)
    }

    /// The checkpoint that stands in the file; nil when there is none.
    private func previous(in path: String) throws -> Checkpoint? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let file = try CheckpointFile(path)
        if let signer {
            do throws(NoteFault) { try file.written.verify(by: [signer.verifier]) } catch {
                // An older key may have signed it, or none: only what this key is said to have signed must hold.
                if error.reason != .unsigned { throw UseCaseFault(error, in: path) }
            }
        }
        guard file.written.checkpoint.origin == origin else {
            throw UseCaseFault(
                .badData,
                "other-log",
                Phrase(
                    vi: "«\(path)» là điểm chốt của nhật ký khác («\(file.written.checkpoint.origin)», không phải «\(origin)»)",
                    en: "\"\(path)\" is a checkpoint of another log (\"\(file.written.checkpoint.origin)\", not \"\(origin)\")"
                ),
                hint: Phrase(vi: "Chọn tệp khác", en: "Choose another file")
            )
        }
        return file.written.checkpoint
    }

    private func refusal(_ fault: LogFault) -> UseCaseFault {
        let place = fault.number.map { Phrase(vi: " (sự kiện số \($0))", en: " (event \($0))") }
        return UseCaseFault(
            .unavailable,
            "log-altered",
            Phrase(
                vi: "Nhật ký không nguyên vẹn nên không ký\(place?.vi ?? ""): \(fault.explanation.vi)",
                en: "The log is not whole, so nothing is signed\(place?[.en] ?? ""): \(fault.explanation[.en])"
            ),
            hint: Phrase(vi: "Xem «nhiemvu audit verify»", en: "See \"nhiemvu audit verify\"")
        )
    }

    private func contradiction(_ fault: Phrase, _ path: String) -> UseCaseFault {
        UseCaseFault(
            .unavailable,
            "log-differs",
            Phrase(
                vi: "Nhật ký không nối tiếp điểm chốt trong «\(path)» nên không ký: \(fault.vi)",
                en: "The log does not extend the checkpoint in \"\(path)\", so nothing is signed: \(fault[.en])"
            ),
            hint: Phrase(
                vi: "Giữ nguyên tệp đó làm bằng chứng, so với bản sao lưu; nếu đúng là nhật ký khác thì chọn tệp khác",
                en: "Keep that file as evidence and compare with the backups; if it is another log, choose another file"
            )
        )
    }

    private func write(_ text: String, to path: String) throws {
        let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
        do {
            // A checkpoint is there to be given away.
            try DurableFile.write(Data(text.utf8), to: temporary, mode: 0o644)
            guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
            let folder = (path as NSString).deletingLastPathComponent
            try DurableFile.synchronise(folder: folder.isEmpty ? "." : folder)
        } catch {
            unlink(temporary)
            throw UseCaseFault(
                .unavailable,
                "output-not-written",
                Phrase(vi: "Không ghi được «\(path)»", en: "\"\(path)\" cannot be written"),
                hint: Phrase(
                    vi: "Kiểm tra thư mục, quyền ghi và chỗ trống",
                    en: "Check the folder, the right to write there and the free space"
                )
            )
        }
    }
}
