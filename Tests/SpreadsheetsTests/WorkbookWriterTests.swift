import LifecycleModel
import OpenPackaging
import Spreadsheets
import Testing

@Suite struct WorkbookWriterTests {
    private func book(_ sheet: WorkbookSheet, names: [DefinedName] = []) -> Workbook {
        Workbook(title: "Dự toán", author: "Sở KH&CN", createdOn: .day(2026, 1, 15), sheets: [sheet], names: names)
    }

    private func book(_ cells: [Cell]) -> Workbook {
        book(WorkbookSheet(name: "Tờ", rows: cells.map { WorkbookRow([$0]) }))
    }

    private func read(_ workbook: Workbook) throws -> OpenedSheet {
        try #require(try WorkbookReader().workbook(in: try WorkbookWriter().bytes(of: workbook)).sheets.first)
    }

    private func part(_ name: String, of workbook: Workbook) throws -> String {
        let package = try OpenPackage(reading: try WorkbookWriter().bytes(of: workbook))
        return String(decoding: try #require(package.parts.first { $0.name == name }).bytes, as: UTF8.self)
    }

    @Test(
        arguments: [
            .blank, .text("Tiền công"), .text("=1+1"), .text("+84"), .text("  hai đầu \n\t\"<&>' "), .text("_x0041_"),
            .text("_x_x00E0_x005F__x0041"), .text("a\rb"),
            .text(String(repeating: "ệ", count: 32_767)), .text("😀"), .number(.zero), .number(ExactDecimal(-1_500_000)),
            .number(ExactDecimal(ExactDecimal.largestWhole)), .number(ExactDecimal(-ExactDecimal.largestWhole)),
            .number(ExactDecimal("0.1") ?? .zero), .number(ExactDecimal("123456789.012345") ?? .zero),
            .number(ExactDecimal("1e-7") ?? .zero),
            .formula("SUM(A2:A9)", result: .number(ExactDecimal(12))), .formula("0", result: .number(.zero)),
            .formula("IF(A2<>\"đ\",\"&\",\"\")", result: .text("&")), .formula("\"_x0041_\"", result: .text("_x0041_")),
            .formula("\"\"", result: .text("")),
        ] as [Cell.Content],
        CellStyle.allCases.filter { $0 != .date }
    )
    func roundTrip(_ content: Cell.Content, _ style: CellStyle) throws {
        let cell = try read(book([Cell(content, style: style)]))["A1"]
        switch content {
        case .blank: #expect(cell == nil)
        case .text(let text):
            #expect(cell?.content == .text(text))
            #expect(cell?.isFormula == false)
        case .number(let number): #expect(cell?.content == .number(number))
        case .date: break
        case .formula(let formula, let result):
            #expect(cell?.formula == formula)
            switch result {
            case .text(let text): #expect(cell?.content == .text(text))
            case .number(let number): #expect(cell?.content == .number(number))
            }
        }
    }

    @Test(arguments: [CivilDate.day(1900, 3, 1), .day(2024, 2, 29), .day(2026, 12, 31), .latest])
    func dates(_ date: CivilDate) throws {
        #expect(try read(book([.date(date)]))["A1"]?.content == .date(date, hasTime: false))
    }

    /// Every length up to fifteen digits, whole and with a fraction, seeded. Fractions are written with the sixteenth digit of their binary form.
    @Test func manyNumbers() throws {
        var state: UInt64 = 1
        let numbers = (0..<3000).compactMap { index -> ExactDecimal? in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let digits = String(state >> 12).prefix(1 + index % 15)
            return ExactDecimal("\(index % 2 == 0 ? "" : "-")\(digits)e-\(index % 7)")
        }
        let sheet = try read(book(numbers.map { Cell(.number($0)) }))
        #expect(sheet.rows.count == 3000)
        for (index, number) in numbers.enumerated() {
            guard case .number(let read)? = sheet[CellAddress(row: index + 1, column: 1)]?.content else {
                Issue.record("\(number) is gone")
                continue
            }
            #expect((number.isWhole ? read : read.asShown) == number)
        }
    }

    @Test func composedText() throws {
        let written = try part("xl/sharedStrings.xml", of: book([.text("Tie\u{302}\u{300}n")]))
        #expect(Array(written.utf8).contains(Array("<t>Tiền</t>".utf8)))
    }

    @Test func sameBytes() throws {
        let workbook = book([.text("a"), .whole(5), .formula("A2*2", gives: 10), .date(.day(2026, 1, 1))])
        #expect(try WorkbookWriter().bytes(of: workbook) == WorkbookWriter().bytes(of: workbook))
        var later = workbook
        later.createdOn = .day(2026, 1, 16)
        #expect(try WorkbookWriter().bytes(of: later) != WorkbookWriter().bytes(of: workbook))
        #expect(try part("docProps/core.xml", of: workbook).contains("2026-01-15T12:00:00Z"))
    }

    @Test func layout() throws {
        let sheet = WorkbookSheet(
            name: "Dự toán",
            rows: [
                WorkbookRow([.text("TIÊU ĐỀ", style: .title), .blank(style: .title)], height: 30),
                WorkbookRow([.blank(isInput: true), .whole(1)]),
            ],
            columnWidths: [40, 12],
            frozenRows: 1,
            frozenColumns: 1,
            repeatedRows: 1...2,
            isProtected: true,
            merged: [try #require(CellRange("A1:B1"))],
            validations: [
                CellValidation(try #require(CellRange("A2:A9")), .oneOf(["có", "không"]), message: "Chọn"),
                CellValidation(try #require(CellRange("B2")), .whole(0...999_999_999_999_999), message: "Số"),
                CellValidation(
                    try #require(CellRange("C2")),
                    .oneOfCells(sheet: "Dự toán", range: try #require(CellRange("A1:A2"))),
                    message: ""
                ),
                CellValidation(try #require(CellRange("D2")), .date(.day(2026, 1, 1) ... .day(2026, 12, 31)), message: "Ngày"),
            ]
        )
        let workbook = book(sheet, names: [DefinedName("tong", sheet: "Dự toán", range: try #require(CellRange("B2")))])
        let written = try part("xl/worksheets/sheet1.xml", of: workbook)
        for piece in [
            "orientation=\"landscape\"", "paperSize=\"9\"", "fitToHeight=\"0\"", "fitToPage=\"1\"", "<sheetProtection sheet=\"1\"",
            "xSplit=\"1\" ySplit=\"1\"", "<mergeCell ref=\"A1:B1\"/>", "ht=\"30\"", "<formula1>\"có,không\"</formula1>",
            "<formula2>999999999999999</formula2>", "<formula1>'Dự toán'!$A$1:$A$2</formula1>", "<formula1>46023</formula1>",
        ] {
            #expect(written.contains(piece), "\(piece)")
        }
        let main = try part("xl/workbook.xml", of: workbook)
        #expect(main.contains("<definedName name=\"tong\">'Dự toán'!$B$2</definedName>"))
        #expect(main.contains("'Dự toán'!$1:$2"))
        #expect(try part("xl/styles.xml", of: workbook).contains("locked=\"0\""))
        let opened = try WorkbookReader().workbook(in: try WorkbookWriter().bytes(of: workbook))
        #expect(opened.names == workbook.names)
        #expect(opened.sheets[0].merged == sheet.merged)
    }

    @Test func sheetsInOrder() throws {
        let names = ["Một", "Nhà 'A' & B", "3"]
        let workbook = Workbook(
            title: "",
            createdOn: .day(2026, 1, 1),
            sheets: names.map { WorkbookSheet(name: $0, rows: [WorkbookRow(), WorkbookRow([.text($0)])]) },
            names: [DefinedName("x", sheet: "nhà 'a' & b", range: try #require(CellRange("A2")))]
        )
        let opened = try WorkbookReader().workbook(in: try WorkbookWriter().bytes(of: workbook))
        #expect(opened.sheets.map(\.name) == names)
        #expect(opened.sheets.map { $0["A2"]?.content } == names.map { .text($0) })
        #expect(opened.cell(named: "x")?.content == .text("Nhà 'A' & B"))
    }

    @Test(
        arguments: [
            .text(String(repeating: "a", count: 32_768)), .text("a\u{0}b"), .text("\u{1F}"), .text("\u{FFFE}"),
            .number(ExactDecimal(1_000_000_000_000_001)), .number(ExactDecimal(9_007_199_254_740_991)),
            .number(ExactDecimal("0.1234567890123456") ?? .zero), .number(ExactDecimal("1e301") ?? .zero), .date(.day(1900, 2, 28)),
            .formula("", result: .number(.zero)), .formula("=1", result: .number(.zero)), .formula("{1}", result: .number(.zero)),
            .formula(String(repeating: "1", count: 8193), result: .number(.zero)), .formula("1", result: .text("\u{0}")),
            .formula("1", result: .number(ExactDecimal(.max))),
        ] as [Cell.Content]
    )
    func unwritableCells(_ content: Cell.Content) throws {
        let workbook = book([.text("được"), Cell(content)])
        let fault = #expect(throws: WorkbookFault.self) { try WorkbookWriter().bytes(of: workbook) }
        #expect(fault?.code == .unwritableCell)
        #expect(fault?.place?.vi == "tờ «Tờ», ô A2")
        #expect(fault?.phrase.en.hasPrefix("sheet \"Tờ\", cell A2: ") == true)
    }

    @Test(arguments: ["", "a/b", "a[1]", "'a", "a'", "a:b", "a?", "a*", "a\\b", "a\nb", String(repeating: "ệ", count: 32)])
    func sheetNames(_ name: String) {
        let fault = #expect(throws: WorkbookFault.self) { try WorkbookWriter().bytes(of: book(WorkbookSheet(name: name, rows: []))) }
        #expect(fault?.code == .unwritableSheet)
    }

    @Test func longestSheetName() throws {
        let name = String(repeating: "ệ", count: 31)
        #expect(try read(book(WorkbookSheet(name: name, rows: []))).name == name)
    }

    @Test func sheetsAsAWhole() throws {
        let none = Workbook(title: "", createdOn: .day(2026, 1, 1), sheets: [])
        #expect(throws: WorkbookFault.self) { try WorkbookWriter().bytes(of: none) }
        let twice = Workbook(
            title: "",
            createdOn: .day(2026, 1, 1),
            sheets: [WorkbookSheet(name: "Tờ", rows: []), WorkbookSheet(name: "TỜ", rows: [])]
        )
        #expect(throws: WorkbookFault.self) { try WorkbookWriter().bytes(of: twice) }
    }

    @Test(
        arguments: [
            { $0.columnWidths = [0] }, { $0.columnWidths = [256] }, { $0.rows = [WorkbookRow([], height: 410)] }, { $0.frozenRows = -1 },
            { $0.frozenColumns = 16_384 }, { $0.repeatedRows = 0...1 },
            { $0.rows = [WorkbookRow([Cell](repeating: .blank(), count: 16_385))] },
            { $0.merged = [CellRange(CellAddress(row: 1, column: 1))] },
            { $0.merged = [CellRange("A1:B2"), CellRange("B2:C3")].compactMap { $0 } },
            { $0.merged = [CellRange(CellAddress(row: 2, column: 1), CellAddress(row: 1, column: 1))] },
            { $0.validations = [CellValidation(CellRange(CellAddress(row: 0, column: 1)), .whole(0...1), message: "")] },
            { $0.validations = [CellValidation(CellRange(CellAddress(row: 1, column: 1)), .oneOf([]), message: "")] },
            { $0.validations = [CellValidation(CellRange(CellAddress(row: 1, column: 1)), .oneOf(["a,b"]), message: "")] },
            {
                let words = CellValidation.Rule.oneOf([String](repeating: "mười ký tự", count: 24))
                $0.validations = [CellValidation(CellRange(CellAddress(row: 1, column: 1)), words, message: "")]
            },
            {
                let cell = CellRange(CellAddress(row: 1, column: 1))
                $0.validations = [CellValidation(cell, .oneOfCells(sheet: "Không có", range: cell), message: "")]
            },
            { $0.validations = [CellValidation(CellRange(CellAddress(row: 1, column: 1)), .whole(0...Int64.max), message: "")] },
        ] as [@Sendable (inout WorkbookSheet) -> Void]
    )
    func unwritableSheets(_ change: @Sendable (inout WorkbookSheet) -> Void) {
        var sheet = WorkbookSheet(name: "Tờ", rows: [])
        change(&sheet)
        let fault = #expect(throws: WorkbookFault.self) { try WorkbookWriter().bytes(of: book(sheet)) }
        #expect(fault?.code == .unwritableSheet)
    }

    @Test func coveredCell() throws {
        let rows = [WorkbookRow([.text("a"), .text("b")])]
        let sheet = WorkbookSheet(name: "Tờ", rows: rows, merged: [try #require(CellRange("A1:B9"))])
        let fault = #expect(throws: WorkbookFault.self) { try WorkbookWriter().bytes(of: book(sheet)) }
        #expect(fault?.place?.vi == "tờ «Tờ», ô B1")
    }

    @Test(arguments: [
        ("", "Tờ"), ("1a", "Tờ"), ("A1", "Tờ"), ("xfd7", "Tờ"), ("R", "Tờ"), ("r1c1", "Tờ"), ("tổng", "Tờ"), ("a b", "Tờ"), ("a", "Khác"),
    ])
    func unwritableNames(_ name: String, _ sheet: String) {
        let names = [DefinedName(name, sheet: sheet, range: CellRange(CellAddress(row: 1, column: 1)))]
        #expect(throws: WorkbookFault.self) { try WorkbookWriter().bytes(of: book(WorkbookSheet(name: "Tờ", rows: []), names: names)) }
    }

    /// libxlsxwriter shares parts of the C library between threads.
    @Test func manyAtOnce() async throws {
        let workbook = book([.text("a"), .date(.day(2026, 1, 1))])
        let alone = try WorkbookWriter().bytes(of: workbook)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<20 { group.addTask { try WorkbookWriter().bytes(of: workbook) } }
            for try await bytes in group { #expect(bytes == alone) }
        }
    }
}
