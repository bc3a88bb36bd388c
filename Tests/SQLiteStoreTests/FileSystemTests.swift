import Foundation
@testable import SQLiteStore
import Store
import TestSupport
import Testing

@Suite("File systems")
struct FileSystemTests {
    /// A list of mounts in which a folder is on a file system of a type.
    private func mounts(_ folder: String, _ type: String, _ options: String = "rw") -> String {
        let escaped = folder.replacingOccurrences(of: " ", with: "\\040")
        return """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
            40 22 0:44 / \(escaped) rw,relatime shared:7 master:1 - \(type) server:/export \(options)
            41 22 0:45 / \(escaped)er rw - tmpfs tmpfs rw

            """
    }

    @Test(
        "that several machines share are told from those of this machine",
        arguments: [
            ("nfs4", "rw", true), ("cifs", "rw", true), ("fuse.sshfs", "rw", true), ("9p", "rw,trans=tcp,port=564", true),
            ("9p", "rw,trans=virtio", false), ("ext4", "rw", false), ("overlay", "rw", false), ("fuse.gocryptfs", "rw", false),
        ]
    )
    func shared(_ type: String, _ options: String, _ isShared: Bool) throws {
        let folder = try TemporaryFolder()
        let place = URL(fileURLWithPath: folder.path).resolvingSymlinksInPath().path
        FileSystem.$pretendedMounts.withValue(mounts(place, type, options)) {
            let found = FileSystem(of: folder.file("a.db"))
            #expect(found?.type == type)
            #expect(found?.isShared == isShared)
            #expect(FileSystem(of: "/a.db")?.type == "ext4")
        }
    }

    @Test("are found under names with spaces, the later of two at one place, and on this machine")
    func found() throws {
        let parent = try TemporaryFolder()
        let place = URL(fileURLWithPath: parent.path).resolvingSymlinksInPath().path + "/ổ mạng"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: false)
        FileSystem.$pretendedMounts.withValue(mounts(place, "tmpfs") + mounts(place, "nfs")) {
            #expect(FileSystem(of: "\(place)/a.db")?.type == "nfs")
        }
        #expect(FileSystem(of: parent.file("a.db")) != nil)
        #expect(FileSystem(of: parent.file("none/a.db")) == nil)
    }

    @Test("of a network: no store is made or written there, a copy that lies there is read and copied")
    func refused() throws {
        let sample = try SampleStore(name: "a.db")
        let place = URL(fileURLWithPath: sample.folder.path).resolvingSymlinksInPath().path
        let local = try TemporaryFolder()
        try FileSystem.$pretendedMounts.withValue(mounts(place, "nfs4")) {
            #expect(try SampleStore.code { _ = try SQLiteStore.open(sample.path) } == .network)
            #expect(try SampleStore.code { _ = try SQLiteStore.create(sample.folder.file("b.db")) } == .network)
            try sample.withStore(readOnly: true) { (store) throws in #expect(try store.read { try $0.verifyLog() } == sample.head) }
            #expect(try SQLiteStoreFiles().copy(sample.path, to: local.file("c.db")) { _, _ in } == sample.head)
            #expect(try SQLiteStoreFiles().copy(local.file("c.db"), to: sample.folder.file("d.db")) { _, _ in } == sample.head)
            #expect(try sample.folder.names() == ["a.db", "d.db"])
            // Somebody seems to work on it, from wherever.
            try Data().write(to: URL(fileURLWithPath: sample.path + "-wal"))
            #expect(try SampleStore.code { _ = try SQLiteStore.open(sample.path, readOnly: true) } == .network)
            #expect(try SampleStore.code { _ = try SQLiteStoreFiles().copy(sample.path, to: local.file("e.db")) { _, _ in } } == .network)
        }
    }
}
