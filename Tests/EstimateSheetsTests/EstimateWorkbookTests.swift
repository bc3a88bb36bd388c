import EstimateSheets
import Importing
import LifecycleModel
import LumpSum
import Rules
import Spreadsheets
import Testing

@Suite("The workbook a host fills")
struct EstimateWorkbookTests {
    @Test("what is planned comes back as it was, mode and labour with it", arguments: [LumpSumMode.partial, .finalProduct])
    func roundTrip(_ mode: LumpSumMode) throws {
        var estimate = Fixture.estimate
        estimate.mode = mode
        if mode == .finalProduct {
            for index in estimate.lines.indices where estimate.lines[index].source == .state { estimate.lines[index].isLumpSum = true }
        }
        let read = try EstimateWorkbook(law: Fixture.law).estimate(in: Fixture.opened(estimate), named: "a.xlsx")
        #expect(Set(read.lines) == Set(estimate.lines) && read.lines.count == estimate.lines.count)
        #expect(read.mode == mode)
        #expect(read.labour == estimate.labour)
    }

    @Test("an empty form has no estimate")
    func empty() throws {
        let workbook = try Fixture.opened(nil)
        #expect(throws: ImportRefusal.self) { try EstimateWorkbook(law: Fixture.law).estimate(in: workbook, named: "a.xlsx") }
    }

    @Test(
        "a fault is told with its cell and the figure that would be right",
        arguments: [
            ("F7", Cell.whole(-5), ["7F: số tiền âm: -5 → kinh phí không thể âm; bỏ dấu trừ"]),
            (
                "E9", Cell.text("Có"),
                ["9G: ‘Mua tài sản’ không được giao khoán [Điều 3]; số được khoán đúng là 0, không phải 30.000.000 → ghi Không ở cột khoán"]
            ),
            ("C7", Cell.text("labor"), ["7C: không có nội dung chi ‘labor’ → có phải ý bạn là ‘labour’?"]),
            ("E7", Cell.text("có thể"), ["7E: ‘có thể’ không phải Có hoặc Không → chọn Có hoặc Không"]),
            (
                "L7", Cell.whole(74_999_999),
                ["7L: cột Cộng của ‘Thù lao’ ghi 74.999.999 nhưng các dòng cộng lại 75.000.000 → số đúng: 75.000.000"]
            ),
            ("F12", Cell.whole(1), ["12F: tổng ngân sách nhà nước ghi 1 nhưng các dòng cộng lại 120.000.001 → số đúng: 120.000.001"]),
            ("F13", Cell.whole(1), ["13F: phần giao khoán ghi 1 nhưng các dòng cộng lại 75.000.000 → số đúng: 75.000.000"]),
            (
                "F10", Cell.whole(1),
                ["10F: tổng ngân sách nhà nước năm 2026 ghi 1 nhưng các dòng cộng lại 85.000.000 → số đúng: 85.000.000"]
            ),
            (
                "F6", Cell.text("Ngân sách 26x", style: .header),
                ["6F: không có cột nào tên ‘Ngân sách 26x’ → cột tiền có tên như ‘Ngân sách nhà nước 2026’"]
            ),
        ]
    )
    func faults(_ address: String, _ cell: Cell, _ expected: [String]) throws {
        let faults = try Fixture.faults { $0[0, address] = cell }
        #expect(faults == expected)
    }

    @Test(
        "amounts typed as text are read as people write them, or refused",
        arguments: [
            ("1.000.000", nil), ("1000000", nil), ("1,000,000", "1.000.000"), ("1.000.000,5", "phần lẻ"), ("một triệu", "một triệu"),
        ] as [(String, String?)]
    )
    func typed(_ text: String, _ fault: String?) throws {
        // The sums of the sheet leave text out, so they are taken away as well.
        let faults = try Fixture.faults { workbook in
            workbook[0, "F8"] = .text(text)
            for address in ["L8", "F10", "L10", "F12"] { workbook[0, address] = .text("") }
        }
        guard let fault else { return #expect(faults.isEmpty) }
        #expect(faults.count == 1 && faults[0].hasPrefix("8F: "), "\(faults)")
        #expect(faults[0].contains(fault), "\(faults)")
    }

    @Test("a part of a đồng is refused with what stands before it")
    func fraction() throws {
        let faults = try Fixture.faults { $0[0, "F8"] = Cell(ExactDecimal("10000000.5").map { .number($0) } ?? .blank) }
        #expect(faults == ["8F: 10000000.5 có phần lẻ của đồng → ghi số đồng nguyên: 10.000.000"])
    }

    @Test("every fault is told at once")
    func all() throws {
        let faults = try Fixture.faults { workbook in
            workbook[0, "F7"] = .whole(-1)
            workbook[0, "C8"] = .text("nothing")
            workbook[1, "B5"] = .text("Giám đốc")
        }
        #expect(faults.count == 3, "\(faults)")
    }

    @Test(
        "labour is held against its own sums",
        arguments: [
            ("F5", Cell.whole(1), "5F: thành tiền ghi 1 nhưng tính ra 75.000.000 → số đúng: 75.000.000"),
            ("C5", Cell.whole(0), "5C: số người phải từ 1 đến 1000"), ("E5", Cell.blank(), "5E: ô để trống → điền giá trị"),
        ]
    )
    func labour(_ address: String, _ cell: Cell, _ expected: String) throws {
        #expect(try Fixture.faults { $0[1, address] = cell } == [expected])
    }

    @Test("a workbook without the sheet, or without its headings, is refused")
    func otherWorkbook() throws {
        #expect(
            try Fixture.faults {
                $0.sheets[0].name = "Sheet1"; $0.sheets[1].rows.removeAll { _ in true }; $0.sheets[1].merged = [];
                $0.sheets[1].validations = []
            }.first?.contains("không có tờ «Dự toán»") == true
        )
        #expect(try Fixture.faults { $0[0, "C6"] = .text("Mục") }.first?.contains("‘Mã nội dung’") == true)
    }
}
