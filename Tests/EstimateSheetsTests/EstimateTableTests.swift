import EstimateSheets
import Importing
import LifecycleModel
import LumpSum
import Rules
import Testing

@Suite("An estimate as CSV")
struct EstimateTableTests {
    @Test("headings and words in either language give the same estimate")
    func languages() throws {
        let english =
            "item,year,source,amount,lump_sum\nlabour,2026,state,1000000,yes\ntravel,2026,counterpart,2.000.000,\nassets,2027,,5,\n"
        let vietnamese =
            "Nội dung chi;Năm;Nguồn;Số tiền;Khoán\nThù lao;2026;Ngân sách nhà nước;1.000.000;Có\nCông tác;2026;Đối ứng;2000000;\nMua tài sản;2027;NSNN;5;Không\n"
        let expected = [
            BudgetLine(item: "labour", year: 2026, amount: 1_000_000, isLumpSum: true),
            BudgetLine(item: "travel", year: 2026, source: .counterpart, amount: 2_000_000),
            BudgetLine(item: "assets", year: 2027, amount: 5),
        ]
        for text in [english, vietnamese] {
            let estimate = try EstimateTable(law: Fixture.law, mode: .partial).estimate(in: Array(text.utf8), named: "a.csv")
            #expect(estimate.lines == expected)
        }
    }

    @Test(
        "every fault is told with its row, column and the figure that would be right",
        arguments: [
            ("labour,2026,,-5,", "2 amount: "), ("labour,2026,,1.5,", "2 amount: "), ("labour,2026,,\"1,000,000\",", "2 amount: "),
            ("labor,2026,,5,", "2 item: không có nội dung chi ‘labor’"), ("labour,26,,5,", "2 year: "),
            ("labour,,,5,", "2 year: ô để trống"),
            ("labour,2026,tỉnh,5,", "2 source: không có nguồn ‘tỉnh’"), ("labour,2026,,5,có lẽ", "2 lump_sum: "),
            ("assets,2026,,5,Có", "2: ‘Mua tài sản’ không được giao khoán [Điều 3]; số được khoán đúng là 0, không phải 5"),
            ("labour,2026,,5,\nlabour,2026,,6,", "3: đã có dòng cùng nội dung, năm và nguồn"),
            ("labour,2026,,5,\nTổng,,,6,", "3 amount: tổng ghi 6 nhưng các dòng cộng lại 5"),
            ("labour,2026,,9223372036854775807,\ntravel,2026,,1,\ntotal,,,1,", "4 amount: tổng quá lớn"),
        ]
    )
    func faults(_ rows: String, _ expected: String) {
        let faults = Fixture.faults(csv: "item,year,source,amount,lump_sum\n\(rows)\n")
        #expect(faults.count == 1 && faults[0].hasPrefix(expected), "\(faults)")
    }

    @Test("a sum that agrees is taken, of all or of one source and year")
    func sums() {
        let text =
            "item,year,source,amount\nlabour,2026,,5\ntravel,2027,counterpart,7\nTổng,,,12\ntotal,2027,counterpart,7\nCộng,2026,state,5\n"
        #expect(Fixture.faults(csv: text).isEmpty)
    }

    @Test("letters in an old encoding are named as such")
    func legacy() {
        // «Thù lao» in TCVN3, read as Latin-1 and saved as UTF-8.
        let faults = Fixture.faults(csv: "item,year,amount\nMua tµi s¶n,2026,5\n")
        #expect(faults.count == 1 && faults[0].hasPrefix("2 item: "), "\(faults)")
    }

    @Test("nothing but headings is no estimate", arguments: ["item,year,amount\n", ""])
    func empty(_ text: String) {
        #expect(Fixture.faults(csv: text).count == 1)
    }
}
