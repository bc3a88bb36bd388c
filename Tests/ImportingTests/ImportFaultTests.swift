import Importing
import LifecycleModel
import Testing

/// Every fault that a file can have, each with its row, column, words and hint.
@Suite("ImportFault")
struct ImportFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: PortfolioFile
        let text: String
        let code: ImportFault.Code
        var row: Int?
        var column: String?
        let message: String
        let hint: String

        var testDescription: String { "\(code.rawValue): \(message)" }
    }

    private static func task(_ row: String, _ code: ImportFault.Code, _ column: String?, _ message: String, _ hint: String) -> Case {
        let header = "code,title,proposed_on,year,regime,programme,host,investigator,state_money,months,award.on"
        return Case(file: .tasks, text: "\(header)\n\(row)\n", code: code, row: 2, column: column, message: message, hint: hint)
    }

    private static func event(_ row: String, _ code: ImportFault.Code, _ column: String?, _ message: String, _ hint: String) -> Case {
        let header = "task,happened_on,event,machine,actor,facts,documents,note"
        return Case(file: .history, text: "\(header)\n\(row)\n", code: code, row: 2, column: column, message: message, hint: hint)
    }

    private static let header = "code,title,proposed_on"

    static let cases: [Case] = [
        // The table.
        Case(
            file: .tasks,
            text: "code,proposed_on\nT,2021-01-01",
            code: .missingColumn,
            row: 1,
            column: "title",
            message: "thiếu cột ‘title’",
            hint: "hoặc ‘tên’"
        ),
        Case(
            file: .tasks,
            text: header + ",prgramme\n",
            code: .unknownColumn,
            row: 1,
            column: "prgramme",
            message: "không có cột nào tên ‘prgramme’",
            hint: "‘programme’"
        ),
        Case(
            file: .tasks,
            text: header + ",chủ nhiẹn\n",
            code: .unknownColumn,
            row: 1,
            column: "chủ nhiẹn",
            message: "‘chủ nhiẹn’",
            hint: "‘chủ nhiệm’"
        ),
        Case(file: .tasks, text: header + ",\n", code: .unknownColumn, row: 1, message: "cột thứ 4 không có tiêu đề", hint: "code, title"),
        Case(
            file: .organisations,
            text: "code,name,kind,award.on\n",
            code: .unknownColumn,
            row: 1,
            column: "award.on",
            message: "award.on",
            hint: "code, name"
        ),
        Case(
            file: .tasks,
            text: header + ",mã\n",
            code: .duplicateColumn,
            row: 1,
            column: "mã",
            message: "‘mã’ có hai lần",
            hint: "một cột"
        ),
        Case(
            file: .tasks,
            text: header + ",a.b,a.b\n",
            code: .duplicateColumn,
            row: 1,
            column: "a.b",
            message: "‘a.b’ có hai lần",
            hint: "một cột"
        ),
        Case(
            file: .tasks,
            text: header + "\nT,a\n",
            code: .wrongCellCount,
            row: 2,
            message: "dòng có 2 ô, tiêu đề có 3",
            hint: "thêm dấu phân cách"
        ),
        Case(
            file: .tasks,
            text: header + "\nT,a,b,2021-01-01\n",
            code: .wrongCellCount,
            row: 2,
            message: "dòng có 4 ô, tiêu đề có 3",
            hint: "nháy kép"
        ),
        Case(
            file: .tasks,
            text: header + "\nT,\"a,2021-01-01\n",
            code: .brokenQuotes,
            row: 2,
            message: "ô thứ 2 không được đóng",
            hint: "đóng"
        ),
        Case(
            file: .tasks,
            text: header + "\nT,\"a\"b,2021-01-01\n",
            code: .brokenQuotes,
            row: 2,
            message: "sau dấu nháy kép đóng ở ô thứ 2",
            hint: "\"\""
        ),
        Case(file: .tasks, text: "", code: .emptyFile, message: "tệp trống", hint: "tiêu đề"),
        Case(file: .tasks, text: "\u{FEFF}\n \n", code: .emptyFile, message: "tệp trống", hint: "tiêu đề"),
        Case(file: .tasks, text: "PK\u{03}\u{04}abc", code: .notText, message: "Excel", hint: "CSV UTF-8"),
        Case(file: .tasks, text: "code\u{0}", code: .notText, message: "không phải văn bản", hint: "CSV UTF-8"),
        // Text.
        task("T,NguyÔn V¨n,2021-01-01,,,,,,,,", .legacyEncoding, "title", "TCVN3", "UniKey"),
        task("T,Nghieân cöùu,2021-01-01,,,,,,,,", .legacyEncoding, "title", "VNI", "UniKey"),
        task("T,Nghi?n c?u,2021-01-01,,,,,,,,", .damagedText, "title", "dấu hỏi", "xuất lại"),
        task("T,Nghi\u{FFFD}n,2021-01-01,,,,,,,,", .damagedText, "title", "U+FFFD", "xuất lại"),
        task("T,Nghie\u{302}n,2021-01-01,,,,,,,,", .decomposedText, "title", "NFC", "‘Nghiên’"),
        task("T,a\u{1B}[2J,2021-01-01,,,,,,,,", .controlCharacter, "title", "U+001B", "xóa"),
        // Values.
        task("T,,2021-01-01,,,,,,,,", .missingValue, "title", "ô để trống", "điền"),
        task("T 1,a,2021-01-01,,,,,,,,", .badCode, "code", "không được phép", "TH-2022-001"),
        task("T,a,2025-02-30,,,,,,,,", .badDate, "proposed_on", "tháng 2 năm 2025 không có ngày 30", "tháng 2 năm 2025 có 28 ngày"),
        task("T,a,30/02/2024,,,,,,,,", .badDate, "proposed_on", "không có ngày 30", "có 29 ngày"),
        task("T,a,31/04/2025,,,,,,,,", .badDate, "proposed_on", "không có ngày 31", "có 30 ngày"),
        task("T,a,03/13/2025,,,,,,,,", .badDate, "proposed_on", "không có tháng 13", "ngày/tháng/năm"),
        task("T,a,44256,,,,,,,,", .badDate, "proposed_on", "‘44256’", "01/03/2022"),
        task("T,a,1/3/21,,,,,,,,", .badDate, "proposed_on", "‘1/3/21’", "01/03/2022"),
        task("T,a,0202-01-01,,,,,,,,", .badDate, "proposed_on", "202", "2022-03-01"),
        task("T,a,2025-06-02,,,,,,,,", .futureDate, "proposed_on", "tương lai", "01/06/2025"),
        task("T,a,2021-01-01,21,,,,,,,", .badNumber, "year", "‘21’", "1900 đến 2200"),
        task("T,a,2021-01-01,,,,,,,0,", .badNumber, "months", "‘0’", "1 đến 240"),
        task("T,a,2021-01-01,,,,,,,1.5,", .badNumber, "months", "‘1.5’", "1 đến 240"),
        task("T,a,2021-01-01,,Law 2013,,,,,,", .badWord, "regime", "‘Law 2013’", "law-2013"),
        task("T,a,2021-01-01,,,,,,-5,,", .negativeMoney, "state_money", "âm", "dấu trừ"),
        task("T,a,2021-01-01,,,,,,1.5,,", .badMoney, "state_money", "phần lẻ", "1.250.000"),
        task("T,a,2021-01-01,,,,,,\"1,250,000\",,", .badMoney, "state_money", "hãy viết 1.250.000", "1.250.000"),
        task("T,a,2021-01-01,,,,,,12.50.000,,", .badMoney, "state_money", "nhóm ba", "1.250.000"),
        task("T,a,2021-01-01,,,,,,1.25E+09,,", .badMoney, "state_money", "1.25E+09", "1.250.000"),
        task("T,a,2021-01-01,,,,,,99999999999999999999,,", .badMoney, "state_money", "quá", "1.250.000"),
        // Events.
        event("TH-1,2022-01-01,Ký hợp đồng,,system,,,", .badWord, "event", "‘Ký hợp đồng’", "sign-contract"),
        event("TH-1,2022-01-01,order,report,system,,,", .badWord, "machine", "‘report’", "periodic-report:3"),
        event("TH-1,2022-01-01,order,report:0,system,,,", .badWord, "machine", "‘report:0’", "periodic-report:3"),
        event("TH-1,2022-01-01,order,,system,award,,", .badFacts, "facts", "tên=giá trị", "award.on="),
        event("TH-1,2022-01-01,order,,system,a.b=1|,,", .badFacts, "facts", "tên=giá trị", "award.on="),
        event("TH-1,2022-01-01,order,,system,a.b=x\\,,", .badFacts, "facts", "tên=giá trị", "award.on="),
        event("TH-1,2022-01-01,order,,system,A.b=1,,", .badFacts, "facts", "‘A.b’", "selection.mean"),
        event("TH-1,2022-01-01,order,,system,a.b=,,", .badFacts, "facts", "không có giá trị", "bỏ"),
        event("TH-1,2022-01-01,order,,system,a.b=1|a.b=2,,", .badFacts, "facts", "hai lần", "một giá trị"),
        event("TH-1,2022-01-01,order,,system,,B3:5192,", .badDocuments, "documents", "thiếu mẫu, số hoặc ngày", "quyet-dinh.pdf"),
        event("TH-1,2022-01-01,order,,system,,B3::2021-12-16,", .badDocuments, "documents", "thiếu mẫu, số hoặc ngày", "quyet-dinh.pdf"),
        event("TH-1,2022-01-01,order,,system,,B3:1:2021-02-29,", .badDocuments, "documents", "không có ngày 29", "28 ngày"),
        event("TH-1,2022-01-01,order,,system,,B3:1:2021-02-01:@../a.pdf,", .badDocuments, "documents", "trong thư mục", "tương đối"),
        event("TH-1,2022-01-01,order,,system,,B3:1:2021-02-01:@/etc/passwd,", .badDocuments, "documents", "trong thư mục", "tương đối"),
        event("TH-1,2022-01-01,order,,system,,B3:1:2021-02-01:@,", .badDocuments, "documents", "trong thư mục", "tương đối"),
        event("TH-1,2026-01-01,order,,system,,,", .futureDate, "happened_on", "tương lai", "01/06/2025"),
        event("TH-9,2022-01-01,order,,system,,,", .unknownReference, "task", "không có nhiệm vụ mã ‘TH-9’", "‘TH-1’"),
        event("TH-1,2022-01-01,order,,cv-khnc,,,", .unknownReference, "actor", "không có cá nhân mã ‘cv-khnc’", "‘cv-khcn’"),
        event("TH-1,2021-02-28,order,,system,,,", .dateGoesBack, "happened_on", "trước ngày đề xuất (01/03/2021)", "theo ngày"),
        // Rows among each other.
        Case(
            file: .programmes,
            text: "code,name,from_year,to_year\nCT1,a,2025,2021",
            code: .yearsReversed,
            row: 2,
            column: "to_year",
            message: "2021 trước năm bắt đầu 2025",
            hint: "đổi chỗ"
        ),
        Case(
            file: .people,
            text: "code,name,roles,erased_on\nnguyen-van-a,nguyen-van-a,investigator,2024-01-01\ncv-khcn,b,,",
            code: .dataOfErased,
            row: 2,
            column: "erased_on",
            message: "đã xoá, mà dòng này vẫn ghi dữ liệu",
            hint: "chỉ để lại mã"
        ),
        Case(
            file: .people,
            text: "code,name,roles\nnguyen-van-a,a,Chủ nhiệm\ncv-khcn,b,",
            code: .badWord,
            row: 2,
            column: "roles",
            message: "‘Chủ nhiệm’",
            hint: "dấu |"
        ),
        Case(
            file: .people,
            text: "code,name,sex\nnguyen-van-a,a,x\ncv-khcn,b,",
            code: .badWord,
            row: 2,
            column: "sex",
            message: "‘x’",
            hint: "để trống"
        ),
        Case(
            file: .people,
            text: "code,name,email\nnguyen-van-a,a,mau.thanhhoa.gov.vn\ncv-khcn,b,",
            code: .badAddress,
            row: 2,
            column: "email",
            message: "đúng một dấu @",
            hint: "ten@don-vi.gov.vn"
        ),
    ]

    @Test("each fault says where it is, what it is and how to mend it", arguments: cases)
    func fault(of scene: Case) throws {
        let latest = try CivilDate(parsing: "2025-06-01")
        let changes: [PortfolioFile: String?] = scene.file == .tasks ? [.tasks: scene.text, .history: nil] : [scene.file: scene.text]
        let faults = PortfolioReader(latestDay: latest).faults(SampleFiles.with(changes))
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.code == scene.code)
        #expect(fault.file == scene.file.name)
        #expect(fault.row == scene.row)
        #expect(fault.column == scene.column)
        #expect(fault.message.vi.contains(scene.message), "\(fault.message.vi)")
        #expect(fault.hint?.vi.contains(scene.hint) == true, "\(fault.hint?.vi ?? "")")
        #expect(!fault.message.en.isEmpty && fault.hint?.en.isEmpty == false)
    }

    @Test("every code but those of the folder, the rules and the record is among the cases")
    func complete() {
        let others: Set<ImportFault.Code> = [
            .missingDirectory, .missingFile, .misnamedFile, .unreadableFile, .duplicateCode, .differsFromRecord, .refusedByRules,
        ]
        #expect(Set(ImportFault.Code.allCases).subtracting(Self.cases.map(\.code)).subtracting(others) == [])
    }

    @Test("a code that is there twice names both rows")
    func duplicate() throws {
        let faults = PortfolioReader().faults([
            .tasks: Array("code,title,proposed_on\nT-1,a,2021-01-01\nT-2,b,2021-01-01\nT-1,c,2021-01-01\n".utf8)
        ])
        let fault = try #require(faults.first)
        #expect(faults.count == 1)
        #expect(fault.code == .duplicateCode)
        #expect(fault.row == 4)
        #expect(fault.message.vi == "mã nhiệm vụ ‘T-1’ ở dòng 4 đã có ở dòng 2")
    }

    @Test("a day that goes back names the row before it")
    func goesBack() throws {
        let history =
            "task,happened_on,event,actor\nTH-1,2022-05-01,a,system\nTH-2,2023-01-01,a,system\nTH-1,2022-04-30,b,system\nTH-1,2022-05-01,c,system"
        let faults = PortfolioReader().faults(SampleFiles.with([.history: history]))
        #expect(faults.map(\.row) == [4])
        #expect(faults.first?.message.vi == "nhiệm vụ TH-1: ngày 30/04/2022 trước dòng 2 (01/05/2022)")
    }

    @Test("all faults of all files come at once, in the order of files and rows")
    func atOnce() {
        let files = SampleFiles.with([
            .organisations: "code,name,kind\nDH HD,a,b\nSO-NN,,b\n", .people: "code,name\nnguyen-van-a,a\n\"\n",
            .tasks: "code,title,proposed_on,host,state_money\nTH-1,a,2021-13-01,SO-NN,-1\nTH-2,b,2021-01-01,XX-NN,1\n",
        ])
        let faults = PortfolioReader().faults(files)
        #expect(
            faults.map { "\($0.file) \($0.row ?? 0) \($0.code.rawValue)" } == [
                "organisations.csv 2 bad_code", "organisations.csv 3 missing_value", "people.csv 3 broken_quotes", "tasks.csv 2 bad_date",
                "tasks.csv 2 negative_money", "tasks.csv 3 unknown_reference", "history.csv 2 unknown_reference",
                "history.csv 3 unknown_reference",
            ]
        )
    }

    @Test("a file whose header is wrong makes no false faults of references in others")
    func noFollowUps() {
        let faults = PortfolioReader().faults(SampleFiles.with([.organisations: "cde,name,kind\n", .tasks: "title\n"]))
        #expect(Set(faults.map(\.file)) == ["organisations.csv", "tasks.csv"])
        #expect(faults.allSatisfy { $0.code == .missingColumn || $0.code == .unknownColumn })
    }

    @Test("beyond the limit faults are counted")
    func limit() throws {
        let rows = (1...50).map { "T-\($0),,2021-01-01" }.joined(separator: "\n")
        let error = try #require(throws: ImportRefusal.self) {
            try PortfolioReader(faultLimit: 10).read([.tasks: Array("code,title,proposed_on\n\(rows)".utf8)])
        }
        #expect(error.faults.count == 10)
        #expect(error.omitted == 40)
        #expect(error.phrase.vi == "có 50 lỗi trong hồ sơ nạp, nêu 10 lỗi đầu; chưa nạp gì")
    }

    @Test("the row is that of a spreadsheet, the line that of the file")
    func rowAndLine() throws {
        let text = "code,title,proposed_on\nT-1,\"a\nb\",2021-01-01\n\nT-2,,2021-01-01\n"
        let fault = try #require(PortfolioReader().faults([.tasks: Array(text.utf8)]).first)
        #expect(fault.row == 4)
        #expect(fault.line == 5)
    }

    @Test(
        "bytes that are not UTF-8 are named by what they are",
        arguments: [
            ([0x4E, 0x67, 0x68, 0x69, 0xAA, 0x6E], "TCVN3"),
            ([0xA7, 0xD2, 0x20, 0x74, 0xB5, 0x69], "TCVN3"),
            ([0x6E, 0x67, 0x68, 0x69, 0x65, 0xE2, 0x6E, 0x20, 0x63, 0xF6, 0xF9, 0x75], "VNI"),
            ([0x6E, 0x67, 0x68, 0x69, 0xEA, 0x6E, 0x20, 0x63, 0xFD, 0xEC, 0x75], "Windows-1258"),
            ([0xF0, 0xEA, 0xCC, 0x20, 0x74, 0xE0, 0x69], "Windows-1258"),
            ([0x80, 0x81, 0xFE, 0xFF], "có byte không phải UTF-8"),
        ] as [([UInt8], String)]
    )
    func bytes(title: [UInt8], expected: String) throws {
        let text = Array("code,title,proposed_on\nT-1,".utf8) + title + Array(",2021-01-01\n".utf8)
        let faults = PortfolioReader().faults([.tasks: text])
        #expect(faults.count == 1)
        let fault = try #require(faults.first)
        #expect(fault.code == .legacyEncoding)
        #expect(fault.row == 2)
        #expect(fault.message.vi.contains(expected), "\(fault.message.vi)")
        #expect(fault.hint != nil)
    }

    @Test("UTF-16 is named as such")
    func utf16() {
        let faults = PortfolioReader().faults([.tasks: [0xFF, 0xFE, 0x63, 0x00]])
        #expect(faults.map(\.code) == [.notText])
        #expect(faults.first?.message.vi == "tệp là UTF-16")
    }
}
