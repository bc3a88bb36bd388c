import Foundation
import Glibc
import PlainFiles
import TestSupport
import Testing

@Suite struct PlainFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try Data("văn bản".utf8).write(to: URL(filePath: folder.file("a")))
        symlink(folder.file("a"), folder.file("link"))
        symlink(folder.file("none"), folder.file("dangling"))
        symlink(folder.file("circle"), folder.file("circle"))
        mkfifo(folder.file("pipe"), 0o600)
        symlink(folder.file("pipe"), folder.file("link-to-pipe"))
    }

    @Test func plain() throws {
        #expect(try PlainFile.read(folder.file("a"), atMost: 10) == Array("văn bản".utf8))
        #expect(try PlainFile.read(folder.file("link"), atMost: 10, followsLinks: true) == Array("văn bản".utf8))
        #expect(throws: PlainFile.Fault.tooLarge(10)) { try PlainFile.read(folder.file("a"), atMost: 9) }
    }

    /// None of them is waited for.
    @Test(arguments: ["link", "dangling", "circle", "pipe", "link-to-pipe", ""])
    func notPlain(_ name: String) {
        #expect(throws: PlainFile.Fault.notPlain) { try PlainFile.read(folder.file(name), atMost: 10) }
    }

    @Test func whereLinksAreFollowed() {
        for name in ["link-to-pipe", "pipe"] {
            #expect(throws: PlainFile.Fault.notPlain) { try PlainFile.read(folder.file(name), atMost: 10, followsLinks: true) }
        }
        #expect(throws: PlainFile.Fault.notPlain) { try PlainFile.read("/dev/zero", atMost: 10, followsLinks: true) }
        #expect(throws: PlainFile.Fault.unreadable) { try PlainFile.read(folder.file("dangling"), atMost: 10, followsLinks: true) }
    }
}
