import AuditTrail
import Foundation
import LifecycleModel
import SQLiteStore
import Services
import Store
import TestSupport
import Testing

@Suite("Proofs and checkpoints of a store")
struct CheckpointUseTests {
    private let office: Office
    private let signer: NoteSigner

    init() throws {
        office = try Office()
        try office.award("T-1", on: "2022-03-01")
        signer = try NoteSigner.generate(name: "sở.example/nhiemvu")
    }

    private var output: String { office.folder.file("chot.txt") }

    @Test("Every event is proved for every size of the log, by its own bytes")
    func proofs() throws {
        let head = try office.head()
        for size in 1...head.size {
            for number in 1...size {
                let answer = try ProveEvent(office.store)(number, size: size)
                let bytes = try #require(answer.bytes)
                #expect(answer.proof.shows(TreeHash(leaf: bytes), in: answer.head.root))
                #expect(String(decoding: bytes, as: UTF8.self).contains("\"number\":\(number),"))
            }
        }
        #expect(try ProveEvent(office.store)(1).head == head)
        for (number, size) in [(0, nil), (-1, nil), (head.size + 1, nil), (3, 2), (1, 0)] as [(Int64, Int64?)] {
            #expect(Result { try ProveEvent(office.store)(number, size: size) }.faultCode == "unknown-event-number")
        }
        for size in [-1, head.size + 1, .min, .max] {
            #expect(Result { try ProveEvent(office.store)(1, size: size) }.faultCode == "no-such-size")
        }
    }

    @Test("A ballot that is sealed is proved by its hash alone")
    func sealed() throws {
        let council = try CouncilOffice()
        try council.screened()
        _ = try council.opened("2024-02-01")
        _ = try council.council(on: "2024-02-01").vote(try council.act("2024-02-01"), [try CouncilOffice.determination(1, met: true)])
        let head = try council.head()
        let answer = try ProveEvent(council.store)(head.size)
        #expect(answer.bytes == nil)
        #expect(answer.proof.shows(answer.leaf, in: head.root))
    }

    @Test("The log is proved to extend each of its earlier sizes, the empty one without a proof")
    func extensions() throws {
        let head = try office.head()
        for first in 0...head.size {
            let answer = try ProveExtension(office.store)(from: first)
            #expect(answer.second == head)
            #expect(answer.proof?.shows(oldRoot: answer.first.root, newRoot: head.root) ?? (first == 0))
        }
        #expect(Result { try ProveExtension(office.store)(from: 3, to: 2) }.faultCode == "sizes-swapped")
        #expect(Result { try ProveExtension(office.store)(from: head.size + 1) }.faultCode == "no-such-size")
    }

    @Test("A checkpoint is signed and written, and the next one must extend it")
    func checkpoints() throws {
        let write = WriteCheckpoint(office.store, signer: signer)
        let dry = try write(to: output, dryRun: true)
        #expect(!FileManager.default.fileExists(atPath: output))
        let first = try write(to: output)
        #expect(first.previous == nil && first.text == dry.text && first.verifier == signer.verifier)
        #expect(try String(contentsOfFile: output, encoding: .utf8) == first.text)
        try CheckpointFile(output).written.verify(by: [signer.verifier])
        try office.register("T-2", on: "2022-03-02")
        let second = try write(to: output)
        #expect(second.previous == first.written.checkpoint)
        #expect(second.written.checkpoint.size > first.written.checkpoint.size)
        guard case .extended(let extended) = try ProveExtension(office.store).compare(with: first.written.checkpoint) else {
            Issue.record("not extended")
            return
        }
        #expect(extended.first.root == first.written.checkpoint.root)
        #expect(try office.folder.names().filter { $0.hasPrefix("chot") } == ["chot.txt"])
    }

    @Test("Without a key it is the bare text, and says so")
    func unsigned() throws {
        let answer = try WriteCheckpoint(office.store, signer: nil, origin: "tỉnh")(to: output)
        #expect(answer.verifier == nil && answer.written.note == nil)
        #expect(answer.text.hasPrefix("tỉnh\n\(try office.head().size)\n"))
        // A key that comes later goes on from there.
        #expect(try WriteCheckpoint(office.store, signer: signer, origin: "tỉnh")(to: output).previous != nil)
    }

    @Test("A checkpoint that contradicts the log is not written over, nor one of another log, nor what is none")
    func contradictions() throws {
        func refusal(_ checkpoint: Checkpoint) throws -> String? {
            let text = WrittenCheckpoint(unsigned: checkpoint).text
            try Data(text.utf8).write(to: URL(fileURLWithPath: output))
            let code = Result { try WriteCheckpoint(office.store, signer: signer)(to: output) }.faultCode
            #expect(try String(contentsOfFile: output, encoding: .utf8) == text)
            return code
        }
        let head = try office.head()
        #expect(try refusal(try Checkpoint(origin: signer.name, size: 3, root: head.root)) == "log-differs")
        #expect(try refusal(try Checkpoint(origin: signer.name, size: head.size + 2, root: head.root)) == "log-differs")
        #expect(try refusal(try Checkpoint(origin: "khác", size: head.size, root: head.root)) == "other-log")
        try Data("ghi chú\n".utf8).write(to: URL(fileURLWithPath: output))
        #expect(Result { try WriteCheckpoint(office.store, signer: signer)(to: output) }.faultCode == "malformed-note")
        let compare = ProveExtension(office.store)
        #expect(try compare.compare(with: try Checkpoint(origin: "a", size: head.size + 2, root: head.root)) == .shorter(missing: 2))
        let then = try ProveExtension(office.store)(from: 3).first.root
        #expect(try compare.compare(with: try Checkpoint(origin: "a", size: 3, root: head.root)) == .differs(then))
        #expect(try compare.compare(with: try Checkpoint(origin: "a", size: 0, root: head.root)) == .differs(.empty))
    }

    @Test("A key file is for its owner alone, made once, and read back")
    func keyFile() throws {
        let path = office.folder.file("nhat-ky.key")
        let file = LogKeyFile(path)
        #expect(Result { try file.signer() }.faultCode == "key-missing")
        _ = try file.make(name: "sở.example", dryRun: true)
        #expect(!FileManager.default.fileExists(atPath: path))
        let signer = try file.make(name: "sở.example")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(try file.signer().verifier == signer.verifier)
        #expect(Result { try file.make(name: "sở.example") }.faultCode == "key-exists")
        #expect(Result { try LogKeyFile(office.folder.file("khong/co.key")).make(name: "a") }.faultCode == "output-not-written")
        #expect(Result { try LogKeyFile(office.folder.file("b.key")).make(name: "a b") }.faultCode == "malformed-note")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        #expect(Result { try file.signer() }.faultCode == "key-open")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try Data("không phải khóa\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(Result { try file.signer() }.faultCode == "malformed-note")
    }
}
