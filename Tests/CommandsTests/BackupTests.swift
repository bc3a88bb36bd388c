import Foundation
import SQLiteStore
import Store
import TestSupport
import Testing

/// Backups and what can be in their way: one message, the right exit code, nothing half-written.
@Suite("Backups")
struct BackupTests {
    @Test("go there and back again with the attached files")
    func roundTrip() throws {
        let desk = try Desk()
        try FileManager.default.createDirectory(atPath: desk.folder.file("sao"), withIntermediateDirectories: false)
        for (name, words) in [
            ("backup", ["store", "backup", "sao"]), ("backup-exists", ["store", "backup", "sao"]),
            ("backup-next", ["store", "backup", "sao", "--now", "2022-04-02", "--thin"]),
            ("restore", ["store", "restore", "sao/tinh-2022-04-01.db", "--store", "moi.db"]),
        ] {
            let outcome = try desk.run(words)
            try Golden.expect(name, words, outcome, on: desk)
            #expect(outcome.exit == (name == "backup-exists" ? 69 : 0))
        }
        #expect(try desk.run(["store", "verify", "--store", "moi.db"]).exit == 0)
        #expect(try desk.run(["audit", "root", "--store", "moi.db"]).output == desk.run(["audit", "root"]).output)
        #expect(try desk.run(["task", "do", "TH-2022-002", "review", "--actor", "CV01", "--store", "moi.db"]).exit == 0)
    }

    @Test("that replace older copies need a folder that is there, as when the disk for them is not mounted")
    func noFolder() throws {
        let desk = try Desk()
        let names = try desk.folder.names()
        let outcome = try desk.run(["store", "backup", "khong-co", "--thin"])
        #expect(outcome.exit == 69 && outcome.error.contains("Không có thư mục «khong-co»"), "\(outcome.error)")
        #expect(try desk.folder.names() == names)
    }

    @Test("of a damaged store are not kept; a damaged backup is not restored")
    func damaged() throws {
        let desk = try Desk()
        let url = URL(fileURLWithPath: desk.store)
        var data = try Data(contentsOf: url)
        data.replaceSubrange(4096..<data.count / 2, with: Data(repeating: 0xAB, count: data.count / 2 - 4096))
        try data.write(to: url)
        let names = try desk.folder.names()
        for (name, words) in [
            ("backup-damaged", ["store", "backup", "sao.db"]), ("restore-damaged", ["store", "restore", "tinh.db", "--store", "moi.db"]),
        ] {
            let outcome = try desk.run(words)
            try Golden.expect(name, words, outcome, on: desk)
            #expect(outcome.exit == 69)
            #expect(try desk.folder.names() == names)
        }
    }

    @Test("need a place that can be written", .enabled(if: Mounting.isAllowed, "a read-only mount needs root"))
    func readOnly() throws {
        let desk = try Desk()
        let place = try TemporaryFolder()
        let words = ["store", "backup", place.path]
        try Mounting.withReadOnly(place.path) {
            let outcome = try desk.run(words)
            #expect(outcome.exit == 69)
            #expect(outcome.error.contains("Không được phép ghi vào «\(place.path)/tinh-2022-04-01.db»"))
            #expect(try place.names().isEmpty)
        }
        #expect(try desk.run(words).exit == 0)
    }

    @Test(
        "need room: on a full disk nothing is left behind",
        .enabled(if: Mounting.isAllowed, "a small file system needs root"),
        arguments: [8, 400]
    )
    func full(_ kilobytes: Int) throws {
        let desk = try Desk()
        let size = try #require(try FileManager.default.attributesOfItem(atPath: desk.store)[.size] as? Int) / 1024
        let place = try TemporaryFolder()
        // With no room at all, or with room for almost all of it.
        let room = kilobytes == 8 ? 8 : size - 8
        try Mounting.withMount(["-t", "tmpfs", "-o", "size=\(room)k", "tmpfs"], at: place.path) {
            for words in [["store", "backup", place.path], ["store", "restore", "tinh.db", "--store", place.file("moi.db")]] {
                let outcome = try desk.run(words)
                #expect(outcome.exit == 69, "\(words)")
                #expect(outcome.error.contains("Đĩa đầy"), "\(outcome.error)")
                #expect(try place.names().isEmpty)
            }
        }
    }

    @Test("A backup is made while others write; it holds everything that was acknowledged before it began")
    func whileWriting() throws {
        let desk = try Desk()
        let store = try SQLiteStore.open(desk.store)
        try store.write { writer in
            // Somebody is in the middle of a write: the backup does not wait and does not see it.
            let before = try writer.head()
            let outcome = try desk.run(["store", "backup", "sao.db", "--format", "json"], environment: ["NHIEMVU_WAIT": "0"])
            #expect(outcome.exit == 0, "\(outcome.error)")
            #expect(outcome.output.contains("\"root\": \"\(before.root)\""))
        }
        try store.close()
    }
}
