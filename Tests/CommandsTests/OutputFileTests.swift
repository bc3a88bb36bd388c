import Foundation
import TestSupport
import Testing

/// Where an exported file goes when something is there already.
@Suite("Files that are written")
struct OutputFileTests {
    @Test("a link keeps pointing where it points, and what it points at is written")
    func link() throws {
        let desk = try Desk()
        let (target, link) = (desk.folder.file("that.svg"), desk.folder.file("lien-ket.svg"))
        try Data("cũ".utf8).write(to: URL(filePath: target))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        #expect(try desk.run(["rules", "graph", "old-law", "--as", "svg", "--output", link]).exit == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
        #expect(try String(contentsOfFile: target, encoding: .utf8).contains("<svg"))
    }

    @Test(
        "what is new is for its owner alone, whatever the umask; what is replaced stays as open as it was; no link laid in its way is followed"
    )
    func modes() throws {
        let desk = try Desk()
        let (new, open) = (desk.folder.file("moi.svg"), desk.folder.file("chung.svg"))
        try Data("cũ".utf8).write(to: URL(filePath: open))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: open)
        for path in [new, open] { #expect(try desk.run(["rules", "graph", "old-law", "--as", "svg", "--output", path]).exit == 0) }
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(new) == 0o600)
        #expect(try mode(open) == 0o644)
    }

    @Test("a device stays a device, a folder a folder")
    func device() throws {
        let desk = try Desk()
        #expect(try desk.run(["rules", "graph", "old-law", "--as", "svg", "--output", "/dev/null"]).exit == 0)
        let kind = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
        #expect(kind == .typeCharacterSpecial)
        #expect(try desk.run(["rules", "graph", "old-law", "--as", "svg", "--output", desk.folder.path]).exit == 69)
        #expect(try FileManager.default.contentsOfDirectory(atPath: desk.folder.path).allSatisfy { !$0.hasSuffix(".part") })
    }

    @Test("a pipe is written when somebody reads it; one that nobody reads is refused, not waited for")
    func pipe() throws {
        let desk = try Desk()
        let pipe = desk.folder.file("ong")
        mkfifo(pipe, 0o600)
        let refused = try desk.run(["rules", "graph", "old-law", "--as", "svg", "--output", pipe])
        #expect(refused.exit == 69 && refused.error.contains("ống dẫn chưa có ai đọc"))
        // Small enough for the pipe to hold it.
        let reader = open(pipe, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        #expect(try desk.run(["rules", "graph", "old-law", "--as", "mermaid", "--output", pipe]).exit == 0)
        var bytes = [UInt8](repeating: 0, count: 65_536)
        #expect(read(reader, &bytes, bytes.count) > 100)
    }
}
