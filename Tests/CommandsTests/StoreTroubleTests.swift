import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// A store that is spoilt, locked, new, or on a place that cannot take more: one message, the right exit code, nothing changed.
@Suite("Trouble with the store")
struct StoreTroubleTests {
    static let write = ["task", "do", "TH-2022-002", "review", "--actor", "CV01"]

    @Test("A file cut short or overwritten is refused for reading and writing", arguments: [["status"], write])
    func damaged(_ words: [String]) throws {
        let desk = try Desk()
        let url = URL(fileURLWithPath: desk.store)
        var data = try Data(contentsOf: url)
        data.replaceSubrange(4096..<data.count / 2, with: Data(repeating: 0xAB, count: data.count / 2 - 4096))
        try data.write(to: url)
        let outcome = try desk.run(words)
        #expect(outcome.exit == 69)
        #expect(outcome.output.isEmpty)
        #expect(outcome.error.contains("bị hỏng"))
        #expect(try Data(contentsOf: url) == data)
    }

    @Test("An event altered behind the program's back is named by audit verify, and store verify reports the task")
    func altered() throws {
        let desk = try Desk()
        try RawFile(path: desk.store).tamper(
            "UPDATE events SET payload = replace(payload, '1200000000', '9200000000') WHERE number = 10"
        )
        let audit = try desk.run(["audit", "verify"])
        try Golden.expect("audit-altered", ["audit", "verify"], audit, on: desk)
        #expect(audit.exit == 2)
        #expect(try desk.run(["audit", "verify", "--format", "json"]).output.contains("\"first_bad_event\": 10"))
        let store = try desk.run(["store", "verify"])
        try Golden.expect("store-altered", ["store", "verify"], store, on: desk)
        #expect(store.exit == 2)
    }

    @Test("A head of the log that contradicts itself is told in the reader's language, with the store's path", arguments: ["vi", "en"])
    func headAltered(_ language: String) throws {
        let desk = try Desk()
        try RawFile(path: desk.store).run("UPDATE log_head SET size = size + 1")
        for words in [["status"], ["audit", "verify"]] {
            let outcome = try desk.run(words, environment: ["NHIEMVU_LANG": language])
            try Golden.expect("head-altered-\(words[0])-\(language)", words, outcome, on: desk)
            #expect(outcome.exit != 0)
        }
    }

    @Test("A file that was a store once, or is empty, comes with what to do about it", arguments: ["empty", "header"])
    func lost(_ what: String) throws {
        let desk = try Desk()
        let url = URL(fileURLWithPath: desk.store)
        var data = try Data(contentsOf: url)
        if what == "empty" { data = Data() } else { data.replaceSubrange(0..<100, with: Data(count: 100)) }
        try data.write(to: url)
        let outcome = try desk.run(["status"])
        try Golden.expect("store-lost-\(what)", ["status"], outcome, on: desk)
        #expect(outcome.exit == 69)
        #expect(["sao lưu", "nhiemvu init"].allSatisfy(outcome.error.replacing("\n", with: " ").contains))
        #expect(try Data(contentsOf: url) == data)
    }

    @Test("A store of a newer version is refused and left alone", arguments: [["status"], write])
    func newer(_ words: [String]) throws {
        let desk = try Desk()
        try RawFile(path: desk.store).run("PRAGMA user_version = 9999")
        let before = try Data(contentsOf: URL(fileURLWithPath: desk.store))
        let outcome = try desk.run(words)
        try Golden.expect("store-newer-\(words[0])", words, outcome, on: desk)
        #expect(outcome.exit == 69)
        #expect(try Data(contentsOf: URL(fileURLWithPath: desk.store)) == before)
    }

    @Test("While somebody else writes, a writer waits, then asks to try again; a reader goes on")
    func locked() throws {
        let desk = try Desk()
        let store = try SQLiteStore.open(desk.store)
        try store.write { writer in
            let before = try writer.head()
            let outcome = try desk.run(StoreTroubleTests.write, environment: ["NHIEMVU_WAIT": "0"])
            try Golden.expect("store-busy", StoreTroubleTests.write, outcome, on: desk)
            #expect(outcome.exit == 75)
            #expect(try desk.run(["status"]).exit == 0)
            #expect(try writer.head() == before)
        }
        try store.close()
        #expect(try desk.run(StoreTroubleTests.write, environment: ["NHIEMVU_WAIT": "0"]).exit == 0)
    }

    /// Takes from root the right to read what is closed to everybody; others have none to lose.
    private static let commonRights = geteuid() == 0 ? ["/usr/bin/setpriv", "--bounding-set", "-dac_override,-dac_read_search"] : []

    @Test(
        "A store that may not be read is told as such",
        .enabled(if: commonRights.first.map(FileManager.default.isExecutableFile(atPath:)) ?? true, "root needs setpriv")
    )
    func closed() throws {
        let desk = try Desk()
        for (mode, words) in [(0o000, "Không được phép đọc «"), (0o400, "Không được phép ghi vào «")] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: desk.store)
            let outcome = try Program.run(
                StoreTroubleTests.write + ["--store", desk.store],
                by: Self.commonRights,
                in: desk.folder.path
            )
            #expect(outcome.exit == 69 && outcome.error.contains(words), "\(mode): \(outcome.error)")
        }
    }

    @Test(
        "A folder that cannot be written: reading goes on, writing is refused",
        .enabled(if: Mounting.isAllowed, "a read-only mount needs root")
    )
    func readOnlyFolder() throws {
        let desk = try Desk()
        try Mounting.withReadOnly(desk.folder.path) {
            #expect(try desk.run(["task", "list"]).exit == 0)
            let outcome = try desk.run(StoreTroubleTests.write)
            try Golden.expect("store-read-only", StoreTroubleTests.write, outcome, on: desk)
            #expect(outcome.exit == 69)
            let new = ["init", "--store", "moi.db"]
            let refused = try desk.run(new)
            try Golden.expect("init-read-only", new, refused, on: desk)
            #expect(refused.exit == 69)
        }
        #expect(try desk.run(["audit", "verify"]).exit == 0)
    }

    @Test(
        "A full disk: nothing is half written, and the store is whole afterwards",
        .enabled(if: Mounting.isAllowed, "a small file system needs root")
    )
    func fullDisk() throws {
        let desk = try Desk()
        let place = try TemporaryFolder()
        try Mounting.withMount(["-t", "tmpfs", "-o", "size=1m", "tmpfs"], at: place.path) {
            let store = place.file("tinh.db")
            try FileManager.default.copyItem(atPath: desk.store, toPath: store)
            fillUp(place.file("filler"))
            let before = try desk.run(["audit", "root", "--store", desk.store]).output
            let words = StoreTroubleTests.write + ["--store", store]
            let outcome = try desk.run(words)
            #expect(outcome.exit == 69)
            #expect(outcome.error.contains("Đĩa đầy"))
            let answer = try desk.run(["task", "list", "--format", "json"])
            #expect(!answer.output.isEmpty)
            try FileManager.default.removeItem(atPath: place.file("filler"))
            #expect(try desk.run(["audit", "root", "--store", store]).output == before)
            #expect(try desk.run(["audit", "verify", "--store", store]).exit == 0)
            #expect(try desk.run(words).exit == 0)
        }
    }

    @Test("An answer that cannot be written ends with 69 and says so", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullOutput() throws {
        let desk = try Desk()
        let outcome = try Program.run(
            ["task", "list"],
            in: desk.folder.path,
            environment: ["NHIEMVU_STORE": "tinh.db"],
            output: "/dev/full"
        )
        #expect(outcome.exit == 69)
        #expect(outcome.error.hasPrefix("Lỗi: "))
    }

    @Test("A person may not award what the same person reviewed")
    func twoPeople() throws {
        let desk = try Desk()
        #expect(try desk.run(["task", "do", "TH-2022-002", "review", "--actor", "CT01"]).exit == 0)
        let words = [
            "task", "do", "TH-2022-002", "award", "--actor", "CT01", "--set", "award.on=2022-04-01", "--set", "award.money=1", "--set",
            "task.host=SKHCN", "--doc", "QĐ-1:1:2022-04-01",
        ]
        let before = try desk.head()
        let outcome = try desk.run(words)
        try Golden.expect("two-people", words, outcome, on: desk)
        #expect(outcome.exit == 1)
        #expect(try desk.head() == before)
    }

    /// Writes until nothing fits.
    private func fillUp(_ path: String) {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else { return }
        defer { try? file.close() }
        do { for _ in 0..<100_000 { try file.write(contentsOf: Data(count: 64)) } } catch {}
    }
}
