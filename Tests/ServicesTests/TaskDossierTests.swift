import AuditTrail
import CanonicalJSON
import Engine
import Foundation
import LifecycleModel
import OpenPackaging
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("The dossier of a task")
struct TaskDossierTests {
    private let desk: AuditedOffice

    init() throws { desk = try AuditedOffice() }

    private func parts(_ bytes: [UInt8]) throws -> [String: String] {
        Dictionary(try OpenPackage(reading: bytes).parts.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
    }

    @Test("holds every event with its proof, the definition, the files, a checkpoint; and is found whole without the store")
    func whole() throws {
        let dossier = try desk.dossier()
        let answer = try VerifyDossier(verifier: desk.signer.verifier)(dossier.bytes)
        #expect(answer.faults == [])
        let events = try desk.office.store.read { try $0.events(of: EventRecord.Subject(.task, "T-1")) }
        #expect(answer.events == events.count && answer.sealed == 0 && answer.files == 1 && answer.task == "T-1")
        let size = try desk.office.head().size
        #expect(answer.signedBy == desk.signer.name && answer.checkpoint?.size == size)
        #expect(dossier.events == events.count && dossier.files == 1 && dossier.parts == answer.parts)
        let parts = try parts(dossier.bytes)
        let lines = try #require(parts["events.jsonl"]).split(separator: "\n").map(String.init)
        #expect(lines == events.map { String(decoding: $0.canonicalBytes, as: UTF8.self) })
        #expect(parts["files/\(desk.hash).txt"] == "Quyết định")
        #expect(parts.keys.filter { $0.hasPrefix("proofs/") }.count == events.count)
        #expect(parts.keys.filter { $0.hasPrefix("definitions/") }.count == 1)
        let page = try #require(parts["index.html"])
        #expect(page.contains("Giống lúa") && page.contains("href=\"files/\(desk.hash).txt\"") && !page.contains("<script"))
        #expect(Set(parts.values.filter { $0.contains("T-2") }).isEmpty)
    }

    @Test("is the same, byte for byte, for the same store and checkpoint, also when the log has grown since")
    func deterministic() throws {
        let first = try desk.dossier()
        #expect(try desk.dossier().bytes == first.bytes)
        try desk.office.accept("T-1", on: "2022-06-01")
        #expect(try desk.dossier().bytes != first.bytes)
        #expect(try desk.dossier(at: first.written).bytes == first.bytes)
    }

    @Test("without a key is not signed; the signature of another key is no signature")
    func signatures() throws {
        let plain = try TaskDossier(desk.office.store, vault: desk.office.vault, signer: nil, origin: "tỉnh")("T-1")
        let answer = try VerifyDossier()(plain.bytes)
        #expect(answer.faults == [] && !answer.isSigned && answer.signedBy == nil && answer.checkpoint?.origin == "tỉnh")
        #expect(try VerifyDossier(verifier: desk.signer.verifier)(plain.bytes).faults.map(\.code) == [.signature])
        let other = try NoteSigner.generate(name: "sở.example/nhiemvu").verifier
        #expect(try VerifyDossier(verifier: other)(try desk.dossier().bytes).faults.map(\.code) == [.signature])
    }

    @Test("is not made of what is not there or not whole")
    func refusals() throws {
        let office = desk.office
        #expect(Result { try desk.dossier("T-9") }.faultCode == "unknown-task")
        let early = WrittenCheckpoint(
            unsigned: try Checkpoint(origin: "a", size: 2, root: try ProveExtension(office.store)(from: 2).first.root)
        )
        #expect(Result { try desk.dossier(at: early) }.faultCode == "task-not-yet")
        let other = WrittenCheckpoint(unsigned: try Checkpoint(origin: "a", size: 2, root: .empty))
        #expect(Result { try desk.dossier(at: other) }.faultCode == "log-differs")
        RawFile(path: office.path).markTampered()
        try Data("khác".utf8).write(to: URL(fileURLWithPath: office.vault.path(of: desk.hash)))
        #expect(Result { try desk.dossier() }.faultCode == "attachment-missing")
        try FileManager.default.removeItem(atPath: office.vault.path(of: desk.hash))
        #expect(Result { try desk.dossier() }.faultCode == "attachment-missing")
    }

    @Test("gives ballots by their hash alone until they are counted, and in full afterwards")
    func ballots() throws {
        let council = try CouncilOffice()
        try council.screened()
        _ = try council.opened("2024-02-01")
        let use = try council.council(on: "2024-02-01")
        _ = try use.vote(try council.act("2024-02-01"), try (1...9).map { try CouncilOffice.determination($0, met: true) })
        let vault = AttachmentVault(besides: council.folder.file("hoi-dong.db"))
        let pack = TaskDossier(council.store, vault: vault, signer: nil)
        let before = try pack(CouncilOffice.task)
        #expect(before.sealed == 9)
        let answer = try VerifyDossier()(before.bytes)
        #expect(answer.faults == [] && answer.sealed == 9 && answer.events == before.events)
        for (name, text) in try parts(before.bytes) where !name.hasPrefix("definitions/") {
            #expect(!text.contains("\"marks\"") && !text.contains("ballot_cast"), "\(name)")
        }
        _ = try use.count(try council.act("2024-02-01"), by: [])
        let after = try pack(CouncilOffice.task)
        #expect(after.sealed == 0 && after.events == before.events + 10)
        #expect(try VerifyDossier()(after.bytes).faults == [])
        let readable = try JSONValue(parsing: try #require(try parts(after.bytes)["task.json"]))
        #expect(readable["councils"]?[0]?["count"]?["tallies"]?[0]?["ballots"]?.array?.count == 9)
        // Of the time before the count nothing is told, though everything is known by now.
        #expect(try pack(CouncilOffice.task, at: before.written).bytes == before.bytes)
    }

    @Test("that is none, or made to harm, is refused")
    func hostile() throws {
        func refusal(_ bytes: [UInt8]) -> String? { Result { try VerifyDossier()(bytes) }.faultCode }
        func packed(_ names: [String]) throws -> [UInt8] {
            try OpenPackage(parts: names.map { OpenPackage.Part(name: $0, bytes: [1]) }).archived()
        }
        let bytes = try desk.dossier().bytes
        #expect(refusal([]) == "dossier-refused")
        #expect(refusal(Array("không phải ZIP".utf8)) == "dossier-refused")
        #expect(refusal(Array(bytes.dropLast(40))) == "dossier-refused")
        #expect(refusal(Bomb.archive) == "dossier-refused")
        #expect(refusal(try packed(["task.json"])) == "not-a-dossier")
        for name in ["../manifest.json", "/etc/manifest.json", "a/../../b", "C:\\a", "a\\b"] {
            #expect(refusal(try packed(["manifest.json", name])) == "dossier-refused", "\(name)")
        }
        #expect(refusal(try packed(["manifest.json", "Manifest.JSON"])) == "dossier-refused")
        #expect(refusal(try packed(["manifest.json"] + (0..<20_000).map { "proofs/\($0)" })) == "dossier-refused")
        #expect(Result { try VerifyDossier()(desk.office.folder.file("khong-co.zip")) }.faultCode == "file-missing")
        #expect(Result { try VerifyDossier()(desk.office.folder.path) }.faultCode == "file-missing")
    }
}

/// An office with a running task `T-1` whose award came with a file, another task, and a key.
struct AuditedOffice {
    let office: Office
    let signer: NoteSigner
    let hash: String

    init() throws {
        office = try Office()
        let file = office.folder.file("qd.txt")
        try Data("Quyết định".utf8).write(to: URL(fileURLWithPath: file))
        let kept = try office.vault.keep(file)
        hash = kept.sha256
        let date = try CivilDate(parsing: "2022-03-01")
        let document = AttachedDocument(form: "QĐ-1", number: "1", date: date, sha256: hash, fileName: kept.fileName, size: kept.size)
        try office.award("T-1", on: "2022-03-01", file: document)
        try office.register("T-2", on: "2022-03-02")
        signer = try NoteSigner.generate(name: "sở.example/nhiemvu")
    }

    func dossier(_ task: String = "T-1", at checkpoint: WrittenCheckpoint? = nil) throws -> TaskDossier.Answer {
        try TaskDossier(office.store, vault: office.vault, signer: signer)(task, at: checkpoint)
    }
}
