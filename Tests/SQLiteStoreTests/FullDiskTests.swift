import Foundation
@testable import SQLiteStore
import Store
import TestSupport
import Testing

@Suite("A full disk")
struct FullDiskTests {
    @Test("undoes the transaction and says so; what was there stays, and small things still fit afterwards")
    func pageLimit() throws {
        let folder = try TemporaryFolder()
        // SQLite's own limit on the size of the file, for the connection that makes the store.
        let store = try SQLiteStore.create(
            folder.file("a.db"),
            patience: .zero,
            migrations: Migration.all + [Migration(sql: "PRAGMA max_page_count = 100")]
        )
        try store.write { _ = try $0.record(.sample("T-1")) }
        let before = try store.read { try $0.head() }
        let code = try SampleStore.code {
            try store.write { writer in
                for number in 0..<5000 { try writer.record(.sample("T-2-\(number)")) }
            }
        }
        #expect(code == .full)
        let after = try store.read { try $0.verifyLog() }
        #expect(after == before)
        try store.write { _ = try $0.record(.sample("T-3")) }
        try store.close()
    }

    @Test("of the operating system does the same", .enabled(if: Mounting.isAllowed, "mounting a small file system needs root"))
    func smallDisk() throws {
        let folder = try TemporaryFolder()
        try Mounting.withMount(["-t", "tmpfs", "-o", "size=1m", "tmpfs"], at: folder.path) {
            let store = try SQLiteStore.create(folder.file("a.db"))
            try store.write { _ = try $0.record(.sample("T-1")) }
            let before = try store.read { try $0.head() }
            let code = try SampleStore.code {
                for round in 0..<1000 {
                    try store.write { writer in
                        for number in 0..<20 { try writer.record(.sample("T-\(round)-\(number)")) }
                    }
                }
            }
            #expect(code == .full)
            let after = try store.read { try $0.verifyLog() }
            #expect(after.size >= before.size)
            try? store.close()
            // Reopening needs a little room for the shared files; without it the refusal is the same.
            let reopening = try SampleStore.code { try SQLiteStore.open(folder.file("a.db")).close() }
            #expect(reopening == nil || reopening == .full)
            try fillUp(folder.file("filler"))
            #expect(try SampleStore.code { _ = try SQLiteStore.create(folder.file("b.db")) } == .full)
            #expect(try !folder.names().contains("b.db"))
        }
    }

    /// Writes until nothing fits.
    private func fillUp(_ path: String) throws {
        try Data().write(to: URL(fileURLWithPath: path))
        let file = try #require(FileHandle(forWritingAtPath: path))
        defer { try? file.close() }
        do {
            for _ in 0..<100_000 { try file.write(contentsOf: Data(count: 64)) }
        } catch {}
    }
}
