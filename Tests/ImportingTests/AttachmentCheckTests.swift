import Foundation
import Importing
import LifecycleModel
import Testing

@Suite("AttachmentCheck")
struct AttachmentCheckTests {
    /// An archive with entries of these names, each empty and stored (PKWARE APPNOTE 4.3.7–4.3.16).
    private static func archive(_ entries: [(name: String, content: String)]) -> [UInt8] {
        func little(_ number: Int, _ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, content) in entries {
            let offset = file.count
            let sizes =
                little(0, 4) + little(content.utf8.count, 4) + little(content.utf8.count, 4) + little(name.utf8.count, 2) + little(0, 2)
            file += [0x50, 0x4B, 0x03, 0x04] + little(20, 2) + little(0, 8) + sizes + Array(name.utf8) + Array(content.utf8)
            directory +=
                [0x50, 0x4B, 0x01, 0x02] + little(20, 2) + little(20, 2) + little(0, 8) + sizes + little(0, 10) + little(offset, 4)
            directory += Array(name.utf8)
        }
        let end = little(0, 4) + little(entries.count, 2) + little(entries.count, 2) + little(directory.count, 4) + little(file.count, 4)
        return file + directory + [0x50, 0x4B, 0x05, 0x06] + end + little(0, 2)
    }

    private static let docx = archive([("[Content_Types].xml", "<a/>"), ("word/document.xml", "")])
    private static let xlsx = archive([("[Content_Types].xml", ""), ("xl/workbook.xml", "")])
    private static let odt = archive([("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")])
    private static let macros = archive([("[Content_Types].xml", ""), ("word/document.xml", ""), ("word/vbaProject.bin", "")])
    private static let pdf = Array("%PDF-1.7\n".utf8)
    private static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]
    private static let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]

    @Test(
        "a file is taken when its content is what its name says",
        arguments: [
            ("a.pdf", pdf, .pdf), ("A.PDF", pdf, .pdf), ("thư mục/quyết định.docx", docx, .docx), ("a.xlsx", xlsx, .xlsx),
            ("a.odt", odt, .odt),
            ("a.png", png, .png), ("a.jpg", jpeg, .jpeg), ("a.jpeg", jpeg, .jpeg), ("a.b.txt", Array("Biên bản\n".utf8), .text),
            ("a.csv", Array("a,b".utf8), .text),
        ] as [(String, [UInt8], AttachmentType)]
    )
    func taken(path: String, bytes: [UInt8], type: AttachmentType) throws {
        let accepted = try AttachmentCheck().check(bytes, path: path)
        #expect(accepted.type == type)
        #expect(accepted.name == path.split(separator: "/").last.map(String.init))
        #expect(accepted.bytes == bytes)
    }

    @Test(
        "a file whose content is something else is refused",
        arguments: [
            ("a.docx", pdf, .wrongEnding(path: "a.docx", type: .pdf)),
            ("a.docx", xlsx, .wrongEnding(path: "a.docx", type: .xlsx)),
            ("a", pdf, .wrongEnding(path: "a", type: .pdf)),
            ("pdf", pdf, .wrongEnding(path: "pdf", type: .pdf)),
            ("a.pdf.exe", pdf, .wrongEnding(path: "a.pdf.exe", type: .pdf)),
            ("a.pdf", Array("chữ".utf8), .wrongEnding(path: "a.pdf", type: .text)),
            ("a.docm", macros, .unknownType(path: "a.docm")),
            ("a.docx", macros, .unknownType(path: "a.docx")),
            ("a.docx", docx.dropLast(30), .unknownType(path: "a.docx")),
            ("a.docx", [0x50, 0x4B, 0x03, 0x04], .unknownType(path: "a.docx")),
            ("a.zip", archive([("a.txt", "")]), .unknownType(path: "a.zip")),
            ("a.odt", archive([("mimetype", "application/vnd.oasis.opendocument.text-template")]), .unknownType(path: "a.odt")),
            ("a.txt", [0x4E, 0xAA, 0x6E], .unknownType(path: "a.txt")),
            ("a.txt", [0x61, 0x00], .unknownType(path: "a.txt")),
            ("a.exe", [0x4D, 0x5A, 0x90, 0x00], .unknownType(path: "a.exe")),
            ("a.txt", [], .empty(path: "a.txt")),
        ] as [(String, [UInt8], AttachmentFault)]
    )
    func refused(path: String, bytes: [UInt8], fault: AttachmentFault) {
        #expect(throws: fault) { try AttachmentCheck().check(bytes, path: path) }
        #expect(!fault.phrase.vi.isEmpty && !fault.phrase.en.isEmpty && !fault.hint.vi.isEmpty && fault.code.hasPrefix("attachment_"))
    }

    @Test("a broken archive never leads outside of it")
    func fuzzed() {
        let sound = Self.docx
        for position in sound.indices {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var broken = sound
                broken[position] = value
                let type = AttachmentType(content: broken)
                #expect(type == nil || type == .docx)
            }
            #expect(AttachmentType(content: Array(sound.prefix(position))) != .docx)
        }
    }

    @Test("a file of the limit is taken, one byte more is not")
    func size() throws {
        let check = AttachmentCheck(sizeLimit: 9)
        #expect(try check.check(Self.pdf, path: "a.pdf").bytes.count == 9)
        #expect(throws: AttachmentFault.tooLarge(path: "a.pdf", size: 10, limit: 9)) { try check.check(Self.pdf + [0x20], path: "a.pdf") }
    }

    @Test("files are read from the disk; folders, links, empty and large files are not")
    func disk() throws {
        try TemporaryFolder.with { folder in
            let file = try folder.write(Self.pdf, to: "a.pdf")
            #expect(try AttachmentCheck().read(file).bytes == Self.pdf)
            #expect(throws: AttachmentFault.tooLarge(path: file, size: 9, limit: 8)) { try AttachmentCheck(sizeLimit: 8).read(file) }
            let link = folder.path + "/link.pdf"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
            #expect(throws: AttachmentFault.notAPlainFile(path: link)) { try AttachmentCheck().read(link) }
            #expect(throws: AttachmentFault.notAPlainFile(path: folder.path)) { try AttachmentCheck().read(folder.path) }
            #expect(throws: AttachmentFault.notAPlainFile(path: "/dev/null")) { try AttachmentCheck().read("/dev/null") }
            let empty = try folder.write([], to: "b.pdf")
            #expect(throws: AttachmentFault.empty(path: empty)) { try AttachmentCheck().read(empty) }
            #expect(throws: AttachmentFault.unreadable(path: folder.path + "/c.pdf")) { try AttachmentCheck().read(folder.path + "/c.pdf") }
        }
    }
}
