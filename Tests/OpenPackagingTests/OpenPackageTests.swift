import Foundation
import OpenPackaging
import TestSupport
import Testing

@Suite struct OpenPackageTests {
    private func archive(_ parts: [(String, [UInt8])]) throws -> [UInt8] {
        try OpenPackage(parts: parts.map { OpenPackage.Part(name: $0, bytes: $1) }).archived()
    }

    @Test func roundTrip() throws {
        let parts: [(String, [UInt8])] = [("b.xml", Array("một".utf8)), ("a/đ.xml", []), ("z", [UInt8](repeating: 7, count: 100_000))]
        let read = try OpenPackage(reading: try archive(parts))
        #expect(read.parts.map(\.name) == parts.map(\.0))
        #expect(read.parts.map(\.bytes) == parts.map(\.1))
    }

    @Test(arguments: [[], Array("PK".utf8), Array("không phải zip".utf8), [UInt8](repeating: 0, count: 1000)] as [[UInt8]])
    func noArchive(_ bytes: [UInt8]) {
        let fault = #expect(throws: PackageFault.self) { try OpenPackage(reading: bytes) }
        #expect(fault?.code == .notAnArchive)
    }

    @Test(arguments: ["/etc/passwd", "../x", "a/../../x", "a\\b", "c:x"])
    func namesThatLeadElsewhere(_ name: String) throws {
        let bytes = try archive([(name, [1])])
        #expect(throws: PackageFault.self) { try OpenPackage(reading: bytes) }
    }

    @Test func sameNameTwice() throws {
        let bytes = try archive([("a.xml", [1]), ("A.xml", [2])])
        #expect(throws: PackageFault.self) { try OpenPackage(reading: bytes) }
    }

    @Test func limits() throws {
        let bytes = try archive([("a", [UInt8](repeating: 1, count: 100)), ("b", [UInt8](repeating: 1, count: 100))])
        var limits = PackageLimits()
        limits.partBytes = 100
        limits.totalBytes = 200
        limits.parts = 2
        limits.fileBytes = bytes.count
        #expect(throws: Never.self) { try OpenPackage(reading: bytes, limits: limits) }
        for path in [\PackageLimits.partBytes, \.totalBytes, \.parts, \.fileBytes] {
            var tighter = limits
            tighter[keyPath: path] -= 1
            #expect(throws: PackageFault.self) { try OpenPackage(reading: bytes, limits: tighter) }
        }
    }

    /// 3 MiB of zeros packed to 3 KiB by zlib (made by Python's zipfile; its size is declared truly).
    @Test func bomb() throws {
        let bytes = Bomb.archive
        let fault = #expect(throws: PackageFault.self) { try OpenPackage(reading: bytes) }
        #expect(fault?.code == .unsafe)
        var limits = PackageLimits()
        limits.ratio = 100_000
        #expect(try OpenPackage(reading: bytes, limits: limits).parts[0].bytes.count == 3 * 1024 * 1024)
    }

    @Test func changedContent() throws {
        var bytes = try archive([("a", Array("nội dung".utf8))])
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("nội dung".utf8)) })
        bytes[place] ^= 1
        #expect(throws: PackageFault.self) { try OpenPackage(reading: bytes) }
    }

    @Test func deepXML() {
        let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
        #expect(throws: PackageFault.self) { try XMLElement(reading: Array(deep.utf8), part: "x") }
    }

    @Test(arguments: ["", "<a>", "<a></b>", "<a>&x;</a>", "<!DOCTYPE a><a/>", "<a/><b/>", "<a b=1/>"])
    func brokenXML(_ text: String) {
        #expect(throws: PackageFault.self) { try XMLElement(reading: Array(text.utf8), part: "x") }
    }

    /// What is not UTF-8 is not read, whatever it says of itself: what looks harmless to one program must not be markup to another.
    @Test func otherEncodings() throws {
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        let wide: [UInt8] = [0xFF, 0xFE] + "<a/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        for bytes in [latin, wide, Array("<?xml version='1.0' encoding='UTF-7'?><a>+ADw-b/+AD4-</a>".utf8) + [0xFF]] {
            #expect(throws: PackageFault.self) { try XMLElement(reading: bytes, part: "x") }
        }
        let sevenBits = Array("<?xml version='1.0' encoding='UTF-7'?><a>+ADw-b/+AD4-</a>".utf8)
        #expect(try XMLElement(reading: sevenBits, part: "x").ownText == "+ADw-b/+AD4-")
    }

    /// Two entries of the table of contents that name one content, and a name within another (Fifield, "A better zip bomb", 2019).
    @Test func overlappingEntries() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fuzzing/Corpora/archive")
        let bytes = Array(try Data(contentsOf: folder.appending(path: "overlapping.zip")))
        #expect(throws: PackageFault.self) { try OpenPackage(reading: bytes) }
    }

    @Test func billionLaughs() {
        let text = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><a>&b;</a>"
        let fault = #expect(throws: PackageFault.self) { try XMLElement(reading: Array(text.utf8), part: "x") }
        #expect(fault?.code == .unsafe)
    }

    @Test(arguments: ["<a x=\"1\" y=\"&amp;&quot;\">t &lt; đ<b/></a>", "<w:t xml:space=\"preserve\"> a </w:t>", "<w:t> </w:t>"])
    func xmlRoundTrip(_ text: String) throws {
        let element = try XMLElement(reading: Array(text.utf8), part: "x")
        #expect(String(decoding: element.document, as: UTF8.self).hasSuffix(text))
    }

    /// The flag that says so, set by hand in both headers (PKWARE APPNOTE 4.4.4).
    @Test func encryptedPart() throws {
        var bytes = try archive([("a.xml", Array("nội dung".utf8))])
        let local = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 3, 4]) })
        let central = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        bytes[local + 6] |= 1
        bytes[central + 8] |= 1
        let fault = #expect(throws: PackageFault.self) { try OpenPackage(reading: bytes) }
        #expect(fault?.code == .encrypted)
        #expect(fault?.place == "a.xml")
    }

    @Test func stepByStep() throws {
        let reader = try XMLReader(Array("<a x='1'>\n<b/>t&amp;<![CDATA[<]]></a>".utf8), part: "x")
        var events: [XMLReader.Event] = []
        while let event = try reader.next() { events.append(event) }
        #expect(
            events == [
                .begin(name: "a", attributes: [XMLElement.Attribute(name: "x", value: "1")]), .blank("\n"),
                .begin(name: "b", attributes: []), .end,
                .text("t&"), .text("<"), .end,
            ]
        )
        #expect(reader.place == "x:2")
    }
}
