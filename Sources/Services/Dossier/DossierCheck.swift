import AuditTrail
import CanonicalJSON
import LifecycleModel
import Store

/// One dossier being checked, part after part.
struct DossierCheck {
    let parts: [String: [UInt8]]
    private let verifier: NoteVerifier?
    var answer = VerifyDossier.Answer()
    /// The parts that the events ask for, each with the hash of its content where they name one.
    var expected: Set<String> = [
        DossierPart.page, DossierPart.readable, DossierPart.events, DossierPart.checkpoint, DossierPart.manifest,
    ]

    init(_ parts: [String: [UInt8]], _ verifier: NoteVerifier?) {
        self.parts = parts
        self.verifier = verifier
        answer.parts = parts.count
    }

    mutating func run() {
        let manifest = checkManifest()
        guard let written = checkCheckpoint() else { return }
        let (events, sealed) = checkEvents(written.checkpoint)
        let areEventsWhole = answer.faults.allSatisfy { ![.event, .alteredEvent, .proof].contains($0.code) }
        let definitions = checkDefinitions(events)
        let personal = checkPersonal(events)
        checkFiles(events, erased: Set(personal.erasedFiles.keys))
        // What nobody proved is not played: it may be anything.
        if areEventsWhole { checkStory(events, personal, sealed, definitions, written) }
        // An event that cannot be read leaves its proof, definition and files without anybody who asks for them.
        if !answer.faults.contains(where: { $0.code == .event }) { checkNames(manifest) }
        guard let manifest, answer.faults.isEmpty else { return }
        let task = events.first { $0.subject.kind == .task }?.subject.code ?? ""
        if DossierManifest(task: task, written.checkpoint, parts: parts).content != parts[DossierPart.manifest] {
            report(
                .manifest,
                DossierPart.manifest,
                "bảng kê «\(manifest.task)», \(manifest.size) sự kiện, không phải của các phần này hoặc không viết đúng dạng",
                "the manifest \"\(manifest.task)\", \(manifest.size) events, is not that of these parts or not written as it should be"
            )
        }
    }

    mutating func report(_ code: DossierFault.Code, _ part: String, _ vi: String, _ en: String) {
        answer.faults.append(DossierFault(code, part, vi: vi, en: en))
    }

    /// Why something cannot be read.
    static func words(_ error: any Error) -> Phrase {
        switch error {
        case let fault as JSONFault: fault.phrase
        case let fault as JSONShapeFault: Phrase(vi: "sai chỗ \(fault.description)", en: fault.description)
        default: Phrase(vi: "\(error)")
        }
    }

    /// The manifest against the parts, both ways.
    private mutating func checkManifest() -> DossierManifest? {
        let manifest: DossierManifest
        do { manifest = try DossierManifest(parsing: parts[DossierPart.manifest] ?? []) } catch {
            let what = Self.words(error)
            report(.manifest, DossierPart.manifest, "không đọc được: \(what.vi)", "it cannot be read: \(what[.en])")
            return nil
        }
        answer.task = manifest.task
        for (path, entry) in manifest.parts.sorted(by: { $0.key < $1.key }) {
            guard let content = parts[path] else {
                report(.missingPart, path, "bảng kê có, hồ sơ thiếu", "the manifest names it, the dossier lacks it")
                continue
            }
            let found = DossierManifest.Entry(content)
            guard found != entry else { continue }
            report(
                .alteredPart,
                path,
                "khác bảng kê: \(found.bytes) byte, SHA-256 \(found.sha256.prefix(12)), bảng kê ghi \(entry.bytes) byte, \(entry.sha256.prefix(12))",
                "not as in the manifest: \(found.bytes) bytes, SHA-256 \(found.sha256.prefix(12)); there \(entry.bytes), \(entry.sha256.prefix(12))"
            )
        }
        for path in parts.keys.sorted() where path != DossierPart.manifest && manifest.parts[path] == nil {
            report(.extraPart, path, "bảng kê không có", "the manifest does not name it")
        }
        return manifest
    }

    /// The checkpoint, and its signature when a key is given.
    private mutating func checkCheckpoint() -> WrittenCheckpoint? {
        let written: WrittenCheckpoint
        do throws(NoteFault) { written = try WrittenCheckpoint(parsing: parts[DossierPart.checkpoint] ?? []) } catch {
            report(.checkpoint, DossierPart.checkpoint, error.explanation.vi, error.explanation[.en])
            return nil
        }
        answer.checkpoint = written.checkpoint
        answer.isSigned = written.note != nil
        if Array(written.text.utf8) != parts[DossierPart.checkpoint] {
            report(.checkpoint, DossierPart.checkpoint, "không viết đúng dạng", "it is not written as it should be")
        }
        guard let verifier else { return written }
        do throws(NoteFault) {
            try written.verify(by: [verifier])
            answer.signedBy = verifier.name
        } catch { report(.signature, DossierPart.checkpoint, error.explanation.vi, error.explanation[.en]) }
        return written
    }

    /// Parts that should be there and are not, or the other way round; what the manifest told already is not told again.
    private mutating func checkNames(_ manifest: DossierManifest?) {
        let told = Set(answer.faults.filter { [.missingPart, .extraPart].contains($0.code) }.map(\.part))
        for path in expected.subtracting(parts.keys).subtracting(told).sorted() {
            report(.missingPart, path, "sự kiện cần đến, hồ sơ thiếu", "the events ask for it, the dossier lacks it")
        }
        for path in Set(parts.keys).subtracting(expected).subtracting(told).sorted() {
            report(.extraPart, path, "không sự kiện nào cần đến", "no event asks for it")
        }
    }
}
