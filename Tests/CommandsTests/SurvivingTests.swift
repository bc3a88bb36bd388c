import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// A few of the attacks of `make torture`, on acts whose every change of a file is known: the injector `CFaults` is loaded into the program.
@Suite("Surviving", .enabled(if: Attack.isPossible, "the injector is not built"))
struct SurvivingTests {
    private static let award = [
        "task", "do", "TH-2022-002", "award", "--actor", "CT01", "--set", "award.on=2022-04-01", "--set", "award.money=1", "--set",
        "task.host=SKHCN", "--doc", "QĐ-1:1:2022-04-01@qd2.pdf",
    ]

    /// A desk where the task is reviewed, and a file that is not kept yet.
    private func desk() throws -> Desk {
        let desk = try Desk()
        #expect(try desk.run(["task", "do", "TH-2022-002", "review", "--actor", "CV01"]).exit == 0)
        try Data("%PDF-1.4\nQuyết định hai\n".utf8).write(to: URL(fileURLWithPath: desk.folder.file("qd2.pdf")))
        return desk
    }

    /// The number of the sync that makes the commit durable. One before it is of the header of the write-ahead log; one after it belongs to the
    /// folding of the log into the file.
    private func commit() throws -> String {
        let syncs = try Attack.changes(of: Self.award, on: desk()).filter { $0.hasSuffix("sync 0 0 tinh.db-wal") }
        return Attack.number(try #require(syncs.dropFirst().first))
    }

    @Test("A sync that fails once: refused with one message, nothing recorded, and it goes well the next time")
    func syncFailsOnce() throws {
        let desk = try desk()
        let before = try desk.head()
        let outcome = try Attack.run(Self.award, on: desk, ["MODE": "fail", "ERROR": "EIO", "AT": commit()])
        try Golden.expect("disk-failed", ["task", "do", "TH-2022-002", "award"], outcome, on: desk)
        #expect(outcome.exit == 69)
        #expect(try desk.head() == before)
        #expect(try desk.run(Self.award).exit == 0)
    }

    @Test("A disk that breaks at the moment of saving and stays broken: the message says that nobody knows; all of it is there or nothing")
    func brokenAtSaving() throws {
        let desk = try desk()
        let before = try desk.head()
        let outcome = try Attack.run(Self.award, on: desk, ["MODE": "fail", "ERROR": "EIO", "KEEP": "1", "AT": commit()])
        try Golden.expect("disk-broken", ["task", "do", "TH-2022-002", "award"], outcome, on: desk)
        #expect(outcome.exit == 69)
        let after = try desk.head()
        #expect(after == before || after.size == before.size + 6, "\(before) \(after)")
        #expect(try desk.run(["store", "verify"]).exit == 0)
    }

    @Test("The power goes right after the receipt: the act is there, its file too", arguments: 1...6)
    func powerAfterReceipt(_ seed: Int) throws {
        let desk = try desk()
        let outcome = try Attack.run(Self.award, on: desk, ["MODE": "plug", "AT": "100000", "SEED": "\(seed)"])
        #expect(outcome.exit == 0, "\(outcome.error)")
        let head = try desk.head()
        #expect(outcome.output.contains("\(head.root)"))
        #expect(try desk.run(["audit", "verify"]).exit == 0)
        #expect(try desk.run(["store", "verify"]).exit == 0)
    }

    @Test("A store that cannot be brought into its file is not given its name", arguments: ["ENOSPC", "EIO"])
    func unfoldedInit(_ error: String) throws {
        let words = ["init", "--store", "moi.db"]
        let last = try Attack.changes(of: words, on: Desk()).last { $0.contains(" write ") && $0.hasSuffix(".part") }
        let desk = try Desk()
        let outcome = try Attack.run(words, on: desk, ["MODE": "fail", "ERROR": error, "AT": Attack.number(try #require(last))])
        // Syncing can be what fails as well: then the next try to bring it in went well.
        #expect(outcome.exit == 69 || outcome.exit == 0)
        #expect(FileManager.default.fileExists(atPath: desk.folder.file("moi.db")) == (outcome.exit == 0))
        #expect(try desk.run(["audit", "verify", "--store", "moi.db"]).exit == outcome.exit)
    }

    @Test("A copy that cannot be given its name leaves nothing in the way of the next one", arguments: ["backup", "restore"])
    func unnamedCopy(_ command: String) throws {
        let desk = try desk()
        #expect(try desk.run(Self.award).exit == 0)
        let backup = ["store", "backup", "sao.db"]
        let words = command == "backup" ? backup : ["store", "restore", "goc.db", "--store", "sao.db"]
        let original = ["store", "backup", "goc.db"]
        #expect(try desk.run(original).exit == 0)
        // The attached files have their name by then.
        let other = try self.desk()
        #expect(try other.run(Self.award).exit == 0 && other.run(original).exit == 0)
        let renames = try Attack.changes(of: words, on: other).filter { $0.contains(" rename ") && $0.hasSuffix(" sao.db") }
        let naming = Attack.number(try #require(renames.first))
        let outcome = try Attack.run(words, on: desk, ["MODE": "fail", "ERROR": "ENOSPC", "KEEP": "1", "AT": naming])
        #expect(outcome.exit == 69 && outcome.error.contains("Đĩa đầy"), "\(outcome.error)")
        #expect(try desk.folder.names().filter { $0.hasPrefix("sao.db") } == [])
        #expect(try desk.run(words).exit == 0)
    }

    @Test("A killed init leaves no store, or a whole one, and can be done again", arguments: [1, 12, 40, 70, 95, 200])
    func killedInit(_ place: Int) throws {
        let desk = try Desk()
        let words = ["init", "--store", "moi.db"]
        _ = try Attack.run(words, on: desk, ["MODE": "kill", "AT": "\(place)", "SEED": "\(place)"])
        let isThere = FileManager.default.fileExists(atPath: desk.folder.file("moi.db"))
        #expect(try desk.run(["audit", "verify", "--store", "moi.db"]).exit == (isThere ? 0 : 69))
        #expect(try desk.run(words).exit == (isThere ? 69 : 0))
        #expect(try desk.run(["audit", "root", "--store", "moi.db", "--format", "json"]).output.contains("\"size\": 1"))
    }
}

/// Runs of the program with the injector.
enum Attack {
    private static let library: String? = {
        let beside = [Bundle.main.executablePath, CommandLine.arguments.first].compactMap { $0 }
            .map { "\(($0 as NSString).deletingLastPathComponent)/libCFaults.so" }
        return (beside + ["\(Program.package)/.build/debug/libCFaults.so"]).first { FileManager.default.fileExists(atPath: $0) }
    }()

    static var isPossible: Bool { library != nil }

    /// Runs it under attack.
    static func run(_ words: [String], on desk: Desk, _ settings: [String: String]) throws -> Program.Outcome {
        let grave = try TemporaryFolder()
        var environment = ["LD_PRELOAD": library ?? ""]
        for (name, value) in settings.merging(["UNDER": desk.folder.path, "GRAVE": grave.path], uniquingKeysWith: { $1 }) {
            environment["NHIEMVU_FAULTS_\(name)"] = value
        }
        return try desk.run(words, environment: environment)
    }

    /// What it changes when nobody disturbs it: number, kind, bytes, need of room, path.
    static func changes(of words: [String], on desk: Desk) throws -> [String] {
        let folder = try TemporaryFolder()
        let outcome = try run(words, on: desk, ["MODE": "count", "REPORT": folder.file("report")])
        #expect(outcome.exit == 0, "\(outcome.error)")
        return try String(contentsOfFile: folder.file("report"), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// The number of a change.
    static func number(_ change: String) -> String { String(change.prefix { $0 != " " }) }
}
