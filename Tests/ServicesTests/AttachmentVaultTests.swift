import Foundation
import Services
import TestSupport
import Testing

@Suite("Files beside the store")
struct AttachmentVaultTests {
    private func file(_ folder: TemporaryFolder, _ name: String, _ bytes: Data) throws -> String {
        try bytes.write(to: URL(fileURLWithPath: folder.file(name)))
        return folder.file(name)
    }

    @Test("are kept by their hash, once, for their owner only")
    func kept() throws {
        let folder = try TemporaryFolder()
        let vault = AttachmentVault(besides: folder.file("a.db"))
        let kept = try vault.keep(try file(folder, "quyết định.txt", Data("abc".utf8)))
        #expect(kept.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(kept.size == 3)
        #expect(vault.holds(kept.sha256))
        let again = try vault.keep(try file(folder, "b.txt", Data("abc".utf8)))
        #expect(again.sha256 == kept.sha256)
        let found = FileManager.default.subpaths(atPath: vault.folder)?.filter { !$0.hasSuffix("/ba") && $0.contains("/") }
        #expect(found == ["ba/\(kept.sha256)"])
        let mode = try FileManager.default.attributesOfItem(atPath: vault.path(of: kept.sha256))[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("that were altered or are gone are not held")
    func altered() throws {
        let folder = try TemporaryFolder()
        let vault = AttachmentVault(besides: folder.file("a.db"))
        let kept = try vault.keep(try file(folder, "a.txt", Data("abc".utf8)))
        try Data("abd".utf8).write(to: URL(fileURLWithPath: vault.path(of: kept.sha256)))
        #expect(!vault.holds(kept.sha256))
        #expect(!vault.holds(String(repeating: "0", count: 64)))
    }

    @Test("are refused when they are no good, and nothing is kept", arguments: ["missing.pdf", "empty.txt", "folder", "text.pdf"])
    func refused(_ name: String) throws {
        let folder = try TemporaryFolder()
        _ = try file(folder, "empty.txt", Data())
        _ = try file(folder, "text.pdf", Data("chữ".utf8))
        try FileManager.default.createDirectory(atPath: folder.file("folder"), withIntermediateDirectories: false)
        let vault = AttachmentVault(besides: folder.file("a.db"))
        #expect(throws: UseCaseFault.self) { try vault.keep(folder.file(name)) }
        #expect(!FileManager.default.fileExists(atPath: vault.folder))
    }

    @Test("that are too large are refused without reading them")
    func large() throws {
        let folder = try TemporaryFolder()
        let path = try file(folder, "a.txt", Data("a".utf8))
        let handle = try #require(FileHandle(forWritingAtPath: path))
        try handle.truncate(atOffset: UInt64(AttachmentVault.largest) + 1)
        try handle.close()
        #expect(throws: UseCaseFault.self) { try AttachmentVault.inspect(path) }
    }

    @Test("cannot be kept below a file")
    func place() throws {
        let folder = try TemporaryFolder()
        let path = try file(folder, "a.txt", Data("abc".utf8))
        let vault = AttachmentVault(besides: "\(path)/a.db")
        let result = Result { try vault.keep(path) }
        #expect(result.faultCode == "attachment-not-kept")
    }
}
