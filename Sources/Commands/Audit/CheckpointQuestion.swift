import AuditTrail
import CanonicalJSON
import Foundation
import LifecycleModel
import Services
import Store
import Terminal

/// `audit verify --checkpoint`: whether the log extends a checkpoint that somebody kept, and whether the given key signed it.
struct CheckpointQuestion {
    private let file: String
    private let written: WrittenCheckpoint
    private let verifier: NoteVerifier?

    init(file: String, verifier: String?) throws {
        self.file = file
        written = try CheckpointFile(file).written
        self.verifier = try verifier.map { try Self.key($0) }
    }

    static let verifierAlone = UseCaseFault(
        .usage,
        "verifier-alone",
        Phrase(vi: "--verifier cần đi cùng --checkpoint", en: "--verifier is for --checkpoint")
    )

    /// Compares; the log itself was found whole before.
    func answer(of store: any Store, _ head: LogHead) throws -> Answer {
        let signature = signatureFault()
        let comparison = try ProveExtension(store).compare(with: written.checkpoint)
        let difference = comparison.fault(written.checkpoint)
        let faults = [signature, difference].compactMap(\.self)
        var path: JSONValue = .null
        if case .extended(let extended) = comparison { path = JSONValue((extended.proof?.path ?? []).map(\.description)) }
        let checkpoint: JSONValue = [
            "origin": .string(written.checkpoint.origin), "size": .int(written.checkpoint.size),
            "root": .string(written.checkpoint.root.description), "extended": .bool(difference == nil), "path": path,
            "signed_by": JSONValue(signature == nil ? verifier?.name : nil),
        ]
        let json: JSONValue = [
            "ok": .bool(faults.isEmpty), "size": .int(head.size), "root": .string(head.root.description), "first_bad_event": .null,
            "reason": faults.isEmpty ? .null : .string(faults.map { $0[.en] }.joined(separator: "; ")), "checkpoint": checkpoint,
        ]
        guard !faults.isEmpty else { return Answer(Report(json: json, blocks: whole(comparison, head))) }
        let blocks: [any Block] = [
            Paragraph(
                StyledText("✗ ", .bad)
                    + StyledText(say("Không đúng với điểm chốt ", "It does not agree with the checkpoint "), .bad)
                    + StyledText(file, .strong)
            ),
            Bullets(faults.map { StyledText($0[Speech.language]) }, indent: 2),
        ]
        return Answer(Report(json: json, blocks: blocks), exit: .faultsFound)
    }

    private func whole(_ comparison: ProveExtension.Comparison, _ head: LogHead) -> [any Block] {
        var hashes = 0
        if case .extended(let extended) = comparison { hashes = extended.proof?.path.count ?? 0 }
        let size = written.checkpoint.size
        var blocks: [any Block] = [
            Paragraph(
                StyledText("✓ ", .good)
                    + StyledText(
                        say(
                            "Nhật ký nguyên vẹn và nối tiếp điểm chốt: \(size) sự kiện đầu không đổi, thêm \(head.size - size)",
                            "The log is whole and extends the checkpoint: its first \(size) events are unchanged, \(head.size - size) added since"
                        ),
                        .good
                    )
            ),
            KeyValues(
                [
                    KeyValues.Pair(say("Nguồn", "Origin"), StyledText(written.checkpoint.origin)),
                    KeyValues.Pair(say("Gốc khi chốt", "Root then"), StyledText(written.checkpoint.root.description)),
                    KeyValues.Pair(say("Gốc", "Root"), StyledText(head.root.description, .strong)),
                    KeyValues.Pair(
                        say("Chứng minh", "Proof"),
                        StyledText(say("\(hashes) mã băm (RFC 6962 §2.1.2)", "\(hashes) hashes (RFC 6962 §2.1.2)"))
                    ),
                    KeyValues.Pair(say("Chữ ký", "Signature"), StyledText(verifier?.description ?? Self.unchecked)),
                ],
                indent: 2
            ),
        ]
        if verifier == nil, written.note != nil {
            blocks.append(
                Paragraph(
                    StyledText(
                        say(
                            "Chữ ký chỉ được kiểm khi có khóa công khai (--verifier).",
                            "A signature is checked only with a public key (--verifier)."
                        ),
                        .faint
                    ),
                    indent: 2
                )
            )
        }
        return blocks
    }

    private static var unchecked: String { say("chưa kiểm", "not checked") }

    private func signatureFault() -> Phrase? {
        guard let verifier else { return nil }
        do throws(NoteFault) {
            try written.verify(by: [verifier])
            return nil
        } catch { return error.explanation }
    }

    /// A public key as it is, or in a file.
    static func key(_ text: String) throws -> NoteVerifier {
        if let key = try? NoteVerifier(parsing: text) { return key }
        guard FileManager.default.fileExists(atPath: text) else {
            do throws(NoteFault) { return try NoteVerifier(parsing: text) } catch { throw UseCaseFault(error, in: "--verifier") }
        }
        let content = String(decoding: try InputFile(text).bytes(), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        do throws(NoteFault) { return try NoteVerifier(parsing: content) } catch { throw UseCaseFault(error, in: text) }
    }
}
