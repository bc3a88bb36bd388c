import Foundation
import TestSupport
import Testing

/// A dossier given to somebody who has no store.
@Suite("Dossiers of tasks")
struct DossierTests {
    /// A desk with a key and a dossier, and the auditor's folder: the dossier and the public key are all that lies there.
    private func handedOver() throws -> (desk: Desk, auditor: TemporaryFolder) {
        let desk = try Desk()
        let key = ["audit", "new-key", "--name", "skhcn.example.vn/nhiemvu", "--output", "nhat-ky.key"]
        try #require(try desk.run(key).exit == 0)
        let words = ["task", "dossier", "TH-2022-001", "--key", "nhat-ky.key", "--output", "ho-so.zip"]
        let made = try desk.run(words)
        try Golden.expect("dossier-made", words, made, on: desk)
        try #require(made.exit == 0, "\(made.error)")
        let auditor = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: desk.folder.file("ho-so.zip"), toPath: auditor.file("ho-so.zip"))
        let verifier = try desk.run(["audit", "key", "--key", "nhat-ky.key"]).output
        try Data(verifier.utf8).write(to: URL(fileURLWithPath: auditor.file("khoa.txt")))
        return (desk, auditor)
    }

    private func run(_ words: [String], in auditor: TemporaryFolder) throws -> Program.Outcome {
        try Program.run(words, in: auditor.path, environment: ["NHIEMVU_RULES": "/khong/co"])
    }

    @Test("are whole, and need neither store nor rules to be checked")
    func whole() throws {
        let (_, auditor) = try handedOver()
        let verify = ["audit", "verify-dossier", "ho-so.zip"]
        for (name, words) in [
            ("dossier-whole", verify + ["--verifier", "khoa.txt"]), ("dossier-whole-en", verify + ["--lang", "en"]),
            ("dossier-whole-json", verify + ["--verifier", "khoa.txt", "--format", "json"]),
        ] {
            let outcome = try run(words, in: auditor)
            try Golden.expect(name, words, outcome)
            #expect(outcome.exit == 0)
        }
    }

    @Test("of a log that another key signed, broken ones and what is none are told apart by the exit code")
    func faults() throws {
        let (desk, auditor) = try handedOver()
        try #require(try desk.run(["audit", "new-key", "--name", "khac.example", "--output", "khac.key"]).exit == 0)
        let other = try desk.run(["audit", "key", "--key", "khac.key"]).output.trimmingCharacters(in: .newlines)
        // The archive holds its parts unpacked: a letter changed in the page leaves a wrong checksum.
        var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: auditor.file("ho-so.zip"))))
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: auditor.file("hong.zip")))
        try Data("không phải ZIP".utf8).write(to: URL(fileURLWithPath: auditor.file("khac.zip")))
        for (name, words, exit) in [
            ("dossier-unsigned", ["ho-so.zip", "--verifier", other], 2),
            ("dossier-unsigned-en", ["ho-so.zip", "--verifier", other, "--lang", "en"], 2),
            ("dossier-broken", ["hong.zip"], 65), ("dossier-none", ["khac.zip"], 65), ("dossier-nowhere", ["khong-co.zip"], 69),
            ("dossier-no-key", ["ho-so.zip", "--verifier", "không-phải-khóa"], 65), ("dossier-no-file", [], 64),
        ] as [(String, [String], Int32)] {
            let all = ["audit", "verify-dossier"] + words
            let outcome = try run(all, in: auditor)
            try Golden.expect(name, all, outcome)
            #expect(outcome.exit == exit, "\(name)")
        }
    }

    @Test("are made for a task that is there, into a file that can be written, for a checkpoint the log extends")
    func refusals() throws {
        let desk = try Desk()
        try Data("nhiemvu\n3\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n".utf8).write(
            to: URL(fileURLWithPath: desk.folder.file("chot.txt"))
        )
        for (name, words, exit) in [
            ("dossier-unknown-task", ["TH-2022-009", "--output", "a.zip"], 64), ("dossier-no-output", ["TH-2022-001"], 64),
            ("dossier-no-folder", ["TH-2022-001", "--output", "khong/co.zip"], 69),
            ("dossier-other-checkpoint", ["TH-2022-001", "--output", "a.zip", "--checkpoint", "chot.txt"], 69),
            ("dossier-two-checkpoints", ["TH-2022-001", "--output", "a.zip", "--checkpoint", "chot.txt", "--origin", "a"], 64),
        ] as [(String, [String], Int32)] {
            let all = ["task", "dossier"] + words
            let outcome = try desk.run(all)
            try Golden.expect(name, all, outcome, on: desk)
            #expect(outcome.exit == exit, "\(name)")
        }
        #expect(try desk.folder.names().filter { $0.hasSuffix(".zip") } == [])
    }

    @Test("say how they are made and checked", arguments: [["task", "dossier"], ["audit", "verify-dossier"]])
    func help(_ words: [String]) throws {
        let outcome = try Desk().run(words + ["--help"])
        try Golden.expect("dossier-help-\(words[0])", words + ["--help"], outcome)
        #expect(outcome.exit == 0)
    }
}
