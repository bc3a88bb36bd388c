public import AuditTrail
import CanonicalJSON
import Foundation
import LifecycleModel
import OpenPackaging
import Pages
public import Store

/// Packs everything about one task for an auditor who has neither the store nor an account: a ZIP archive whose every part can be checked with
/// `VerifyDossier`, or with tools that are not ours (docs/verify-a-proof.md).
public struct TaskDossier: Sendable {
    /// A dossier.
    public struct Answer: Sendable {
        /// Code of the task.
        public let task: String
        /// The archive.
        public let bytes: [UInt8]
        /// The checkpoint that everything is proved for.
        public let written: WrittenCheckpoint
        /// Events given in full, and ballots given by their hash alone.
        public let events, sealed: Int
        /// Attached files.
        public let files: Int
        /// Parts of the archive.
        public let parts: Int
    }

    private let store: any Store
    private let vault: AttachmentVault
    private let signer: NoteSigner?
    private let origin: String?

    /// Prepares it.
    ///
    /// - Parameters:
    ///   - signer: the key of the checkpoint; nil: it is not signed.
    ///   - origin: which log it is; the name of the key unless another one is given.
    public init(_ store: any Store, vault: AttachmentVault, signer: NoteSigner?, origin: String? = nil) {
        self.store = store
        self.vault = vault
        self.signer = signer
        self.origin = origin
    }

    /// Packs it. The same store and checkpoint give the same bytes.
    ///
    /// - Parameters:
    ///   - given: a checkpoint that was published; the dossier tells what the log said then. Nil: one is made of the log as it is.
    ///   - progress: told how many events of the log are verified.
    /// - Throws: `UseCaseFault` when there is no such task, the log was altered or does not extend the checkpoint, an attached file is missing
    ///   or altered, or the dossier would be too large.
    public func callAsFunction(_ code: String, at given: WrittenCheckpoint? = nil, progress: (Int64, Int64) -> Void = { _, _ in }) throws
        -> Answer
    {
        let task = try store.read { try requireTask(code, in: $0).code }
        let written = try given.map(extended) ?? WriteCheckpoint(store, signer: signer, origin: origin)(progress: progress).written
        return try store.read { try pack(task, written, in: $0) }
    }

    private func pack(_ task: String, _ written: WrittenCheckpoint, in reader: any StoreReader) throws -> Answer {
        let checkpoint = written.checkpoint
        let all = try Self.events(of: task, until: checkpoint.size, in: reader)
        guard all.contains(where: { $0.subject.kind == .task }) else { throw Self.notYet(task, checkpoint.size) }
        let hidden = Set(all.filter { DossierScope.isSealed($0, among: all) }.map(\.number))
        let events = all.filter { !hidden.contains($0.number) }
        var definitions: [String: [UInt8]] = [:]
        for hash in DossierStory.definitions(of: events) {
            _ = try Definitions().regime(hash, in: reader)
            definitions[hash] = try reader.definition(hash: hash)?.canonical
        }
        let documents = try DossierStory.documents(of: events)
        let named = Set(documents.compactMap(\.sha256))
        let erased = try reader.erasedFiles()
        let personal = try DossierPersonal(of: events, erasedFiles: erased.filter { named.contains($0.key) }, in: reader)
        let story = try DossierStory(events, personal, sealed: hidden.sorted(), definitions: definitions)

        var parts: [String: [UInt8]] = [DossierPart.checkpoint: Array(written.text.utf8)]
        for (hash, canonical) in definitions { parts[DossierPart.definition(hash)] = canonical }
        let files = DossierStory.files(of: documents).filter { erased[$0.value] == nil }
        if !personal.isEmpty { parts[DossierPart.personal] = personal.content }
        for (path, hash) in files { parts[path] = try content(hash) }
        var lines: [UInt8] = []
        let log = try ProvableLog(reader)
        let head = LogHead(size: checkpoint.size, root: checkpoint.root)
        for event in all {
            let proof = try log.inclusion(of: event.number, in: checkpoint.size).proof
            let answer = try ProveEvent.Answer(event, proof, in: head, isSealed: hidden.contains(event.number))
            parts[DossierPart.proof(event.number)] = answer.part
            lines += answer.line + [UInt8(ascii: "\n")]
        }
        parts[DossierPart.events] = lines
        parts[DossierPart.readable] = try story.readable(checkpoint)
        parts[DossierPart.page] = Array(try DossierPage(story, written).page.document.utf8)
        parts[DossierPart.manifest] = DossierManifest(task: task, checkpoint, parts: parts).content
        return Answer(
            task: task,
            bytes: try Self.archive(parts),
            written: written,
            events: events.count,
            sealed: hidden.count,
            files: files.count,
            parts: parts.count
        )
    }

    /// The events of a task in the order of the log, up to a size of it.
    private static func events(of task: String, until size: Int64, in reader: any StoreReader) throws -> [EventRecord] {
        let scope = DossierScope(task: task)
        var events: [EventRecord] = []
        try reader.eachEvent(after: 0) { event in
            guard event.number <= size else { return false }
            if scope.includes(event.subject) { events.append(event) }
            return true
        }
        return events
    }

    private func content(_ hash: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: vault.path(of: hash)), DossierManifest.Entry.hash(Array(data)) == hash else {
            throw UseCaseFault(
                .unavailable,
                "attachment-missing",
                Phrase(
                    vi: "Tệp đính kèm \(hash.prefix(12)) thiếu hoặc đã bị sửa trong «\(vault.folder)»",
                    en: "The attached file \(hash.prefix(12)) is missing or altered in \"\(vault.folder)\""
                ),
                hint: Phrase(
                    vi: "Khôi phục tệp từ bản sao lưu, rồi chạy: nhiemvu store verify",
                    en: "Restore it from a backup, then run: nhiemvu store verify"
                )
            )
        }
        return Array(data)
    }

    private static func archive(_ parts: [String: [UInt8]]) throws -> [UInt8] {
        let limits = DossierPart.limits
        let total = parts.values.reduce(0) { $0 + $1.count }
        // An archive that our own verification would refuse helps nobody; each part costs a little beside its bytes.
        guard parts.count <= limits.parts, total + 1024 * parts.count <= limits.totalBytes,
            parts.values.allSatisfy({ $0.count <= limits.partBytes })
        else {
            throw UseCaseFault(
                .unavailable,
                "dossier-too-large",
                Phrase(
                    vi: "Hồ sơ quá lớn: \(parts.count) phần, \(total) byte (nhiều nhất \(limits.parts) phần, \(limits.totalBytes) byte)",
                    en: "The dossier is too large: \(parts.count) parts, \(total) bytes (at most \(limits.parts) and \(limits.totalBytes))"
                )
            )
        }
        let sorted = parts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return try OpenPackage(parts: sorted.map { OpenPackage.Part(name: $0.key, bytes: $0.value) }).archived()
    }

    /// A checkpoint that somebody published, which the log must extend.
    private func extended(_ written: WrittenCheckpoint) throws -> WrittenCheckpoint {
        guard let fault = try ProveExtension(store).compare(with: written.checkpoint).fault(written.checkpoint) else { return written }
        throw UseCaseFault(
            .unavailable,
            "log-differs",
            Phrase(
                vi: "Nhật ký không nối tiếp điểm chốt đã cho: \(fault.vi)",
                en: "The log does not extend the given checkpoint: \(fault[.en])"
            )
        )
    }

    private static func notYet(_ task: String, _ size: Int64) -> UseCaseFault {
        UseCaseFault(
            .usage,
            "task-not-yet",
            Phrase(vi: "\(size) sự kiện đầu chưa nói đến nhiệm vụ \(task)", en: "The first \(size) events say nothing of the task \(task)"),
            hint: Phrase(vi: "Dùng điểm chốt mới hơn", en: "Use a later checkpoint")
        )
    }
}

extension ProveEvent.Answer {
    /// The part with the proof.
    var part: [UInt8] { Array((json.prettyText() + "\n").utf8) }

    /// The line of the event: its canonical bytes, or what is told of a sealed one.
    var line: [UInt8] { bytes ?? SealedLog.line(number, leaf) }
}
