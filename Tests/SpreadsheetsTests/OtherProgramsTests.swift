import LifecycleModel
import Spreadsheets
import Testing

/// Files of openpyxl 3.1 and LibreOffice 7.4 with the same content; openpyxl leaves formulas without results.
@Suite struct OtherProgramsTests {
    private static let typed: [(String, OpenedCell.Content)] = [
        ("A1", .text("Tiền công lao động trực tiếp")), ("A2", .text("Mục 1.1 – vật tư ")), ("A3", .text("  hai đầu trống\nhai dòng ")),
        ("B1", .number(ExactDecimal(1_500_000))), ("C1", .date(.day(2026, 12, 31), hasTime: false)),
        ("C2", .date(.day(2026, 2, 28), hasTime: true)), ("C4", .date(.day(2025, 12, 31), hasTime: false)),
        ("C5", .number(ExactDecimal(46_022))), ("D1", .bool(true)), ("D2", .bool(false)), ("E1", .text("=1+1")),
        ("A14", .text("Tổng cộng")),
        ("G1", .text("cột ẩn")), ("A15", .text("dòng ẩn")),
    ]

    @Test(arguments: ["openpyxl.xlsx", "libreoffice.xlsx"])
    func content(_ name: String) throws {
        let workbook = try WorkbookReader().workbook(in: try Fixture.bytes(name))
        #expect(workbook.sheets.map(\.name) == ["Dự toán", "Danh mục"])
        #expect(workbook.sheets.map(\.isHidden) == [false, true])
        let sheet = try #require(workbook.sheet("DỰ TOÁN"))
        for (address, content) in Self.typed { #expect(sheet[address]?.content == content, "\(address)") }
        #expect(sheet["B3"]?.content == ExactDecimal("-12.5").map { .number($0) })
        #expect(sheet["B4"]?.content == ExactDecimal("0.3").map { .number($0) })
        #expect(sheet["C3"]?.content == ExactDecimal("0.5625").map { .number($0) })
        #expect(sheet["F12"] == nil)
        #expect(sheet["E1"]?.isFormula == false)
        #expect(sheet["B5"]?.formula == "SUM(B1,B3)")
        #expect(sheet.merged.map(\.description) == ["A14:C14"])
        #expect(sheet.hiddenColumns == [7...7])
        #expect(sheet.rows.filter(\.isHidden).map(\.number) == [15])
        #expect(workbook.names == [DefinedName("ma_nhiem_vu", sheet: "Dự toán", range: CellRange(CellAddress(row: 1, column: 1)))])
        #expect(workbook.cell(named: "Ma_Nhiem_Vu")?.content == .text("Tiền công lao động trực tiếp"))
        #expect(workbook.cell(named: "tong") == nil)
    }

    @Test func withoutResults() throws {
        let sheet = try #require(try WorkbookReader().workbook(in: try Fixture.bytes("openpyxl.xlsx")).sheets.first)
        for row in 5...10 { #expect(sheet[CellAddress(row: row, column: 2)]?.content == .uncalculated) }
        #expect(sheet["B2"]?.content == .number(ExactDecimal(9_007_199_254_740_991)))
    }

    @Test(
        arguments: [
            ("B5", ExactDecimal("1499987.5").map { .number($0) }), ("B6", .text("đủ")), ("B7", .error("#DIV/0!")), ("B8", .bool(true)),
            ("B9", .date(.day(2026, 3, 31), hasTime: false)), ("B10", .text("")),
        ] as [(String, OpenedCell.Content?)]
    )
    func withResults(_ address: String, _ content: OpenedCell.Content?) throws {
        let sheet = try #require(try WorkbookReader().workbook(in: try Fixture.bytes("libreoffice.xlsx")).sheets.first)
        #expect(sheet[address]?.content == content)
        #expect(sheet[address]?.isFormula == true)
    }

    @Test func daysFrom1904() throws {
        let sheet = try #require(try WorkbookReader().workbook(in: try Fixture.bytes("days-from-1904.xlsx")).sheets.first)
        #expect(sheet["A1"]?.content == .date(.day(2026, 12, 31), hasTime: false))
        #expect(sheet["A2"]?.content == .date(.day(1904, 1, 2), hasTime: false))
    }
}
