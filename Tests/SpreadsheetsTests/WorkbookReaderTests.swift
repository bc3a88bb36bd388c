import LifecycleModel
import Spreadsheets
import Testing

@Suite struct WorkbookReaderTests {
    private func sheet(_ parts: [String: String]) throws -> OpenedSheet {
        try #require(try WorkbookReader().workbook(in: try HandMade.archive(parts)).sheets.first)
    }

    private func content(_ cell: String, strings: String? = nil, styles: String? = nil, book: String = "") throws -> OpenedCell.Content? {
        try sheet(HandMade.parts("<row r='1'>\(cell)</row>", strings: strings, styles: styles, book: book))["A1"]?.content
    }

    @Test(
        arguments: [
            ("<c r='A1'><v>1.5E6</v></c>", .number(ExactDecimal(1_500_000))), ("<c r='A1' t='n'><v>-3</v></c>", .number(ExactDecimal(-3))),
            ("<c r='A1'><v>9007199254740993</v></c>", .number(ExactDecimal(9_007_199_254_740_993))),
            ("<c r='A1' t='str'><f>A2</f><v/></c>", .text("")), ("<c r='A1' t='b'><v>1</v></c>", .bool(true)),
            ("<c r='A1' t='e'><v>#REF!</v></c>", .error("#REF!")), ("<c r='A1'><f>1+1</f></c>", .uncalculated),
            ("<c r='A1'><f>1+1</f><v/></c>", .uncalculated), ("<c r='A1' s='5'/>", nil), ("<c r='A1'><v></v></c>", nil),
            ("<c r='A1' t='inlineStr'><is><t/></is></c>", nil),
            ("<c r='A1' t='inlineStr'><is><t xml:space='preserve'> a </t></is></c>", .text(" a ")),
            ("<c r='A1' t='inlineStr'><is><r><t>a</t></r><r><rPr/><t>b</t></r><rPh><t>x</t></rPh></is></c>", .text("ab")),
            ("<c r='A1' t='d'><v>2026-12-31</v></c>", .date(.day(2026, 12, 31), hasTime: false)),
            ("<c r='A1' t='d'><v>2026-12-31T00:00:00</v></c>", .date(.day(2026, 12, 31), hasTime: false)),
            ("<c r='A1' t='d'><v>2026-12-31T08:00</v></c>", .date(.day(2026, 12, 31), hasTime: true)),
            ("<c r='A1' t='str'><v>a_x000D_b_x005F_x0041_ _x</v></c>", .text("a\rb_x0041_ _x")),
            ("<c r='A1' t='str'><v>Tie\u{302}\u{300}n</v></c>", .text("Tiền")), ("<c t='str'><v><![CDATA[<x>]]></v></c>", .text("<x>")),
        ] as [(String, OpenedCell.Content?)]
    )
    func cells(_ cell: String, _ content: OpenedCell.Content?) throws {
        #expect(try self.content(cell) == content)
    }

    @Test func composedText() throws {
        guard case .text(let text)? = try content("<c r='A1' t='str'><v>Tie\u{302}\u{300}n</v></c>") else { return #expect(Bool(false)) }
        #expect(Array(text.unicodeScalars) == Array("Tiền".unicodeScalars))
    }

    @Test(arguments: [
        "<c r='A1'><v>một</v></c>", "<c r='A1'><v>1,5</v></c>", "<c r='A1' t='s'><v>1</v></c>", "<c r='A1' t='s'><v>-1</v></c>",
        "<c r='A1' t='b'><v>2</v></c>", "<c r='A1' t='d'><v>2026-02-30</v></c>", "<c r='A1' t='x'><v>1</v></c>", "<c r='A1'><v>NaN</v></c>",
    ])
    func brokenCells(_ cell: String) {
        let fault = #expect(throws: WorkbookFault.self) { try content(cell, strings: "<si><t>a</t></si>") }
        #expect(fault?.code == .brokenCell)
        #expect(fault?.place?.vi == "tờ «Tờ», ô A1")
        #expect(fault?.hint != nil)
    }

    @Test(
        arguments: [
            ("0", "A"), ("1", "Mục 1.1"), ("2", " x "),
        ]
    )
    func sharedTexts(_ index: String, _ text: String) throws {
        let strings =
            "<si><t>A</t></si> <si><r><t xml:space='preserve'>Mục </t></r>\n<r><t>1.1</t></r><rPh><t>đọc</t></rPh></si><si><t> x </t></si>"
        #expect(try content("<c r='A1' t='s'><v>\(index)</v></c>", strings: strings) == .text(text))
    }

    @Test(
        arguments: [
            (0, "1", nil), (1, "46387", .date(.day(2026, 12, 31), hasTime: false)),
            (1, "46387.5", .date(.day(2026, 12, 31), hasTime: true)),
            (1, "61", .date(.day(1900, 3, 1), hasTime: false)), (1, "59", .date(.day(1900, 2, 28), hasTime: false)),
            (1, "1", .date(.day(1900, 1, 1), hasTime: false)), (1, "60", nil), (1, "0", nil), (1, "0.5", nil), (1, "-5", nil),
            (1, "1e9", nil), (1, "109939", .date(.day(2200, 12, 31), hasTime: false)), (1, "109940", nil),
            (2, "46387", .date(.day(2026, 12, 31), hasTime: false)), (3, "46387", nil), (9, "46387", nil),
        ] as [(Int, String, OpenedCell.Content?)]
    )
    func dates(_ style: Int, _ value: String, _ date: OpenedCell.Content?) throws {
        let styles = """
            <numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/><numFmt numFmtId='165' formatCode='0 "ngày"'/></numFmts>
            <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
            <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='165'/></cellXfs>
            """
        let number = try #require(ExactDecimal(value))
        #expect(try content("<c r='A1' s='\(style)'><v>\(value)</v></c>", styles: styles) == date ?? .number(number))
    }

    @Test(arguments: [("0", 1904, 1, 1), ("44925", 2026, 12, 31)])
    func daysFrom1904(_ value: String, _ year: Int, _ month: Int, _ day: Int) throws {
        let styles = "<cellXfs><xf numFmtId='14'/></cellXfs>"
        let read = try content("<c r='A1' s='0'><v>\(value)</v></c>", styles: styles, book: "<workbookPr date1904='1'/>")
        #expect(read == .date(.day(year, month, day), hasTime: false))
    }

    @Test func cellsWithoutAddresses() throws {
        let rows =
            "<row><c><v>1</v></c><c r='D1'><v>2</v></c><c><v>3</v></c></row><row r='7'><c><v>4</v></c></row><row><c><v>5</v></c></row>"
        let sheet = try sheet(HandMade.parts(rows))
        #expect(sheet.rows.flatMap(\.cells).map(\.address.description) == ["A1", "D1", "E1", "A7", "A8"])
    }

    @Test func anyOrder() throws {
        let sheet = try sheet(
            HandMade.parts("<row r='2'><c r='B2'><v>4</v></c><c r='A2'><v>3</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>")
        )
        #expect(sheet.rows.flatMap(\.cells).map(\.address.description) == ["A1", "A2", "B2"])
        #expect(sheet["B2"]?.content == .number(ExactDecimal(4)))
        #expect(sheet["C2"] == nil)
        #expect(sheet["A3"] == nil)
    }

    @Test func formulas() throws {
        let rows =
            "<row r='1'><c r='A1'><f t='shared' ref='A1:A2' si='0'>B1*2</f><v>4</v></c></row><row r='2'><c r='A2'><f t='shared' si='0'/><v>6</v></c></row>"
        let sheet = try sheet(HandMade.parts(rows))
        #expect(sheet["A1"]?.formula == "B1*2")
        #expect(sheet["A2"]?.formula == "")
        #expect(sheet["A2"]?.isFormula == true)
    }

    /// Programs that choose a prefix for every element, and the strict kind of workbook.
    @Test func prefixes() throws {
        var parts = HandMade.parts("")
        let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        parts["xl/workbook.xml"] =
            "<x:workbook xmlns:x='\(strict)' xmlns:rel='http://purl.oclc.org/ooxml/officeDocument/relationships'><x:sheets><x:sheet name='Tờ' sheetId='1' rel:id='r1' state='veryHidden'/></x:sheets></x:workbook>"
        parts["xl/worksheets/sheet1.xml"] =
            "<x:worksheet xmlns:x='\(strict)'><x:sheetData><x:row r='1'><x:c r='A1'><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        let sheet = try sheet(parts)
        #expect(sheet["A1"]?.content == .number(ExactDecimal(7)))
        #expect(sheet.isHidden)
    }

    @Test(arguments: [
        "<row r='0'/>", "<row r='1048577'/>", "<row r='x'/>", "<row r='1'><c r='A2'><v>1</v></c></row>", "<row r='1'><c r='XFE1'/></row>",
        "<row r='1'><c r=''/></row>", "<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>",
        "<row r='1'><c r='A1'><v>1</v></c></row><row r='1'><c r='A1'><v>2</v></c></row>", "<row r='1'><c r='XFD1'/><c/></row>",
    ])
    func brokenSheets(_ rows: String) {
        let fault = #expect(throws: WorkbookFault.self) { try sheet(HandMade.parts(rows)) }
        #expect(fault?.code == .broken)
        #expect(fault?.place?.vi == "tờ «Tờ»")
    }

    @Test func whatLooksLikeCellsElsewhere() throws {
        let after = "<extLst><ext><x><row><c r='A1'><v>9</v></c></row></x></ext></extLst>"
        #expect(
            try sheet(HandMade.parts("<row r='1'><c r='A1'><v>1</v></c></row>", after: after))["A1"]?.content == .number(ExactDecimal(1))
        )
    }

    @Test func names() throws {
        let book = """
            <definedNames><definedName name='a'>'Nhà ''A'''!$B$2:$C$3</definedName><definedName name='b'>Sheet1!C4</definedName>\
            <definedName name='c'>SUM(A!B1)</definedName><definedName name='_xlnm.Print_Area'>A!$B$1</definedName>\
            <definedName name='d' localSheetId='0'>A!$B$1</definedName><definedName name='e'>#REF!</definedName></definedNames>
            """
        let names = try WorkbookReader().workbook(in: try HandMade.archive(HandMade.parts("", book: book))).names
        #expect(names.map(\.name) == ["a", "b"])
        #expect(names.map(\.reference) == ["'Nhà ''A'''!$B$2:$C$3", "'Sheet1'!$C$4"])
    }
}

extension CivilDate {
    /// A day of a test.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? .earliest
    }
}
