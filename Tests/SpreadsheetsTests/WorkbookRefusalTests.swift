import Foundation
import LifecycleModel
import OpenPackaging
import Spreadsheets
import Testing

@Suite struct WorkbookRefusalTests {
    private func fault(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) -> WorkbookFault? {
        #expect(throws: WorkbookFault.self) { try WorkbookReader(limits: limits).workbook(in: bytes) }
    }

    @Test(
        arguments: [
            ("workbook.xls", .oldFormat), ("workbook.ods", .otherFormat), ("encrypted.xlsx", .encrypted), ("make.py", .notAWorkbook),
        ] as [(String, WorkbookFault.Code)]
    )
    func otherFiles(_ name: String, _ code: WorkbookFault.Code) throws {
        let fault = fault(try Fixture.bytes(name))
        #expect(fault?.code == code)
        #expect(fault?.hint?.vi.isEmpty == false)
        #expect(fault?.hint?.en.isEmpty == false)
    }

    @Test(
        arguments: [
            ("xl/vbaProject.bin", "x", .macros), ("xl/macrosheets/sheet1.xml", "<a/>", .macros),
            (
                "[Content_Types].xml", "<Types><Override ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>",
                .macros
            ),
            ("xl/workbook.bin", "x", .otherFormat), ("word/document.xml", "<x/>", .otherFormat),
            ("xl/worksheets/sheet1.xml", "<worksheet", .broken), ("xl/worksheets/sheet1.xml", "", .broken),
            ("xl/workbook.xml", "<workbook/>", .broken), ("_rels/.rels", "<Relationships/>", .missingPart),
            ("xl/_rels/workbook.xml.rels", "<Relationships/>", .missingPart),
            ("xl/worksheets/sheet1.xml", "<!DOCTYPE a [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><worksheet>&b;</worksheet>", .unsafe),
            ("xl/texts.xml", "<!DOCTYPE a [<!ENTITY a 'aaaa'>]><sst><si><t>&a;</t></si></sst>", .unsafe),
            ("xl/styles.xml", "<styleSheet", .broken), ("../x", "", .unsafe),
        ] as [(String, String, WorkbookFault.Code)]
    )
    func parts(_ name: String, _ content: String, _ code: WorkbookFault.Code) throws {
        var parts = HandMade.parts("", strings: "", styles: "")
        parts[name] = content
        #expect(fault(try HandMade.archive(parts))?.code == code)
    }

    @Test(arguments: [
        "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml", "xl/texts.xml", "xl/styles.xml",
    ])
    func missingParts(_ name: String) throws {
        var parts = HandMade.parts("<row r='1'/>", strings: "", styles: "")
        parts[name] = nil
        let fault = fault(try HandMade.archive(parts))
        #expect(fault?.code == .missingPart)
        #expect(fault?.place?.vi == name)
    }

    @Test func cutFile() throws {
        let whole = try Fixture.bytes("openpyxl.xlsx")
        for length in stride(from: 0, to: whole.count, by: 97) {
            #expect(fault(Array(whole.prefix(length)))?.code == .notAWorkbook)
        }
    }

    /// Every byte of a real file changed: read, or refused with a fault; never a crash.
    @Test func changedBytes() throws {
        let whole = try Fixture.bytes("openpyxl.xlsx")
        var refused = 0
        for place in stride(from: 0, to: whole.count, by: 13) {
            var bytes = whole
            bytes[place] ^= 0x55
            do throws(WorkbookFault) { _ = try WorkbookReader().workbook(in: bytes) } catch { refused += 1 }
        }
        #expect(refused > 100)
    }

    @Test func limits() throws {
        let rows =
            "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>1</v></c></row><row r='9'><c r='A9'><v>1</v></c></row><row r='1048576'><c r='A1048576' s='1'/></row>"
        let bytes = try HandMade.archive(HandMade.parts(rows))
        var limits = WorkbookLimits()
        limits.sheets = 1
        limits.rows = 9
        limits.cells = 3
        let sheet = try WorkbookReader(limits: limits).workbook(in: bytes).sheets[0]
        #expect(sheet.rows.map(\.number) == [1, 9])
        for path in [\WorkbookLimits.sheets, \.rows, \.cells] {
            var tighter = limits
            tighter[keyPath: path] -= 1
            #expect(fault(bytes, limits: tighter)?.code == .tooLarge)
        }
        var short = limits
        short.package.elements = 5
        #expect(fault(bytes, limits: short)?.code == .unsafe)
    }
}

/// A file beside the tests, made by another program; `make.py` there says how.
enum Fixture {
    static func bytes(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return Array(try Data(contentsOf: folder.appendingPathComponent(name)))
    }
}
