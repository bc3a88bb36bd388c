import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// Checkpoints that somebody kept, held against the log later on.
@Suite("Checkpoints of the log")
struct CheckpointTests {
    /// A desk with a key, its public part in a file, and a checkpoint of today.
    private func desk() throws -> Desk {
        let desk = try Desk()
        for words in [
            ["audit", "new-key", "--name", "skhcn.example.vn/nhiemvu", "--output", "nhat-ky.key"],
            ["audit", "checkpoint", "--key", "nhat-ky.key", "--output", "chot.txt"],
        ] {
            let outcome = try desk.run(words)
            try #require(outcome.exit == 0, "\(outcome.error)")
        }
        let key = try desk.run(["audit", "key"], environment: ["NHIEMVU_LOG_KEY": "nhat-ky.key"])
        try Data(key.output.utf8).write(to: URL(fileURLWithPath: desk.folder.file("khoa.txt")))
        return desk
    }

    private let verify = ["audit", "verify", "--checkpoint", "chot.txt", "--verifier", "khoa.txt"]

    @Test("are extended by a log that only grew; the next one replaces the file")
    func extended() throws {
        let desk = try desk()
        #expect(try desk.run(["task", "do", "TH-2022-002", "review", "--actor", "CV01"]).exit == 0)
        for (name, words) in [
            ("checkpoint-extended", verify), ("checkpoint-extended-json", verify + ["--format", "json"]),
            ("checkpoint-unchecked", ["audit", "verify", "--checkpoint", "chot.txt", "--lang", "en"]),
            ("checkpoint-next", ["audit", "checkpoint", "--key", "nhat-ky.key", "--output", "chot.txt"]),
            ("checkpoint-screen", ["audit", "checkpoint", "--key", "nhat-ky.key"]),
            ("checkpoint-key", ["audit", "key", "--key", "nhat-ky.key", "--format", "json"]),
            ("checkpoint-key-exists", ["audit", "new-key", "--name", "a", "--output", "nhat-ky.key"]),
        ] {
            let outcome = try desk.run(words)
            try Golden.expect(name, words, outcome, on: desk)
            #expect(outcome.exit == (name == "checkpoint-key-exists" ? 69 : 0))
        }
    }

    @Test("tell precisely that the last events are gone, and that nobody signed what they say", arguments: ["vi", "en"])
    func shorter(_ language: String) throws {
        let desk = try desk()
        let words = verify + ["--lang", language]
        let note = try String(contentsOfFile: desk.folder.file("chot.txt"), encoding: .utf8)
        // The same checkpoint as if it had seen more: nobody signed that.
        try Data(note.replacing("\n20\n", with: "\n22\n").utf8).write(to: URL(fileURLWithPath: desk.folder.file("chot.txt")))
        let signed = try desk.run(words)
        try Golden.expect("checkpoint-forged-\(language)", words, signed, on: desk)
        #expect(signed.exit == 2)
        let unsigned = ["audit", "verify", "--checkpoint", "chot.txt", "--lang", language]
        let outcome = try desk.run(unsigned)
        try Golden.expect("checkpoint-shorter-\(language)", unsigned, outcome, on: desk)
        #expect(outcome.exit == 2)
    }

    @Test("show a log that was written anew from the start, though it is whole in itself")
    func rewritten() throws {
        let desk = try desk()
        // Another life of the same length: every event was recorded at another moment.
        let other = try Desk()
        #expect(try other.run(["task", "do", "TH-2022-001", "pause", "--actor", "CV01"]).exit == 0)
        #expect(try desk.run(["task", "do", "TH-2022-001", "pause", "--actor", "CV01"]).exit == 0)
        #expect(try desk.run(["audit", "checkpoint", "--key", "nhat-ky.key", "--output", "chot.txt"]).exit == 0)
        try FileManager.default.removeItem(atPath: desk.store)
        try FileManager.default.copyItem(atPath: other.store, toPath: desk.store)
        #expect(try desk.run(["audit", "verify"]).exit == 0)
        let outcome = try desk.run(verify)
        try Golden.expect("checkpoint-rewritten", verify, outcome, on: desk)
        #expect(outcome.exit == 2)
        #expect(try desk.run(verify + ["--format", "json"]).output.contains("\"extended\": false"))
        let words = ["audit", "checkpoint", "--key", "nhat-ky.key", "--output", "chot.txt"]
        let refused = try desk.run(words)
        try Golden.expect("checkpoint-refused", words, refused, on: desk)
        #expect(refused.exit == 69)
    }

    @Test(
        "that are none are refused with the line that is wrong",
        arguments: [
            ("checkpoint-malformed-size", "a\nnhiều\nx\n"), ("checkpoint-malformed-lines", "a\n1\n"),
            ("checkpoint-malformed-signature", "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nkhông phải chữ ký\n"),
            ("checkpoint-malformed-control", "a\u{1B}[31m\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"),
        ]
    )
    func malformed(_ name: String, _ text: String) throws {
        let desk = try Desk()
        try Data(text.utf8).write(to: URL(fileURLWithPath: desk.folder.file("chot.txt")))
        let words = ["audit", "verify", "--checkpoint", "chot.txt"]
        let outcome = try desk.run(words)
        try Golden.expect(name, words, outcome, on: desk)
        #expect(outcome.exit == 65)
    }

    @Test("need the key that is given, and a key that is one")
    func keys() throws {
        let desk = try desk()
        #expect(try desk.run(["audit", "new-key", "--name", "khac.example", "--output", "khac.key"]).exit == 0)
        let other = try desk.run(["audit", "key", "--key", "khac.key"]).output.trimmingCharacters(in: .newlines)
        let unsigned = try desk.run(["audit", "verify", "--checkpoint", "chot.txt", "--verifier", other])
        #expect(unsigned.exit == 2)
        #expect(unsigned.output.contains("không có chữ ký của khóa đã cho"))
        for key in ["không-phải-khóa", "nhat-ky.key", "chot.txt"] {
            #expect(try desk.run(["audit", "verify", "--checkpoint", "chot.txt", "--verifier", key]).exit == 65, "\(key)")
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: desk.folder.file("nhat-ky.key"))
        let words = ["audit", "checkpoint", "--key", "nhat-ky.key"]
        let outcome = try desk.run(words)
        try Golden.expect("checkpoint-key-open", words, outcome, on: desk)
        #expect(outcome.exit == 69)
    }
}
