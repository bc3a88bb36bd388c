import BookkeepingExchange
import LifecycleModel
import LumpSum
import Testing

@Suite("Journals as plain-text accounting")
struct JournalTextTests {
    private static let labour = BudgetPlace(item: "labour", year: 2026, isLumpSum: true)

    private static func entry(_ day: String, _ kind: String, _ event: Int64?, _ postings: [(Account, Int64)]) throws -> JournalEntry {
        try JournalEntry(
            day: CivilDate(parsing: day),
            kind: kind,
            event: event,
            postings: postings.map { JournalEntry.Posting($0.0, Dong($0.1)) }
        )
    }

    private static func text(_ books: [TaskBooks], _ dialect: JournalText.Dialect = .hledger) -> String {
        JournalText(dialect, language: .vi).text(of: books, title: "Sổ")
    }

    @Test("one transaction an entry, declared and in order")
    func whole() throws {
        let plan = try Self.entry("2026-01-05", "estimate_recorded", 7, [(.planned(Self.labour), 300), (.promised(.state), -300)])
        let advance = try Self.entry("2026-02-01", "advance_paid", 9, [(.advanced(number: 1), 100), (.allotted(year: 2026), -100)])
        let books = TaskBooks(
            task: "NV-1",
            programme: "CT1",
            host: "VNN",
            entries: [TaskBooks.Entry(advance, documents: ["UNC 5 (2026-02-01)", "QĐ 6"]), TaskBooks.Entry(plan)]
        )
        #expect(
            Self.text([books]) == """
                ; Sổ

                commodity VND
                    format 1000. VND

                tag task
                tag programme
                tag host
                tag kind
                tag documents

                account advanced:NV-1:1
                account allotted:NV-1:2026
                account planned:NV-1:state:2026:labour:lump-sum
                account promised:NV-1:state

                2026-01-05 (7) NV-1 | Lập dự toán
                    ; task: NV-1
                    ; programme: CT1
                    ; host: VNN
                    ; kind: estimate_recorded
                    planned:NV-1:state:2026:labour:lump-sum  300 VND
                    promised:NV-1:state  -300 VND

                2026-02-01 (9) NV-1 | Tạm ứng
                    ; task: NV-1
                    ; programme: CT1
                    ; host: VNN
                    ; kind: advance_paid
                    ; documents: UNC 5 (2026-02-01) | QĐ 6
                    advanced:NV-1:1  100 VND
                    allotted:NV-1:2026  -100 VND

                """
        )
    }

    @Test("Ledger's commodity has no decimal point")
    func ledger() {
        #expect(Self.text([], .ledger).contains("\n    format 1000 VND\n"))
    }

    @Test("of one day, what was no event of its own comes first, then events by number, whatever the order of tasks")
    func order() throws {
        func books(_ task: String, _ event: Int64?) throws -> TaskBooks {
            TaskBooks(
                task: task,
                entries: [TaskBooks.Entry(try Self.entry("2026-01-05", "recovery_paid", event, [(.repaid, 1), (.owed, -1)]))]
            )
        }
        let text = Self.text([try books("B", 12), try books("C", 3), try books("A", nil)])
        let heads = text.split(separator: "\n").filter { $0.hasPrefix("2026") }
        #expect(heads == ["2026-01-05 A | Nộp hoàn trả", "2026-01-05 (3) C | Nộp hoàn trả", "2026-01-05 (12) B | Nộp hoàn trả"])
    }

    @Test(
        "other people's words stay in their place",
        arguments: [
            ("12/QĐ; x", "12/QĐ · x"), ("a\n2026-01-01 hack\n    x  1 VND", "a 2026-01-01 hack x 1 VND"), ("a, kind: b", "a · kind: b"),
            ("[2026-01-01]", "(2026-01-01)"), ("a\u{2028}b\u{85}c\td", "a b c d"), ("\u{202E}QĐ", "QĐ"),
        ]
    )
    func escaping(_ words: String, _ written: String) throws {
        let entry = try Self.entry("2026-01-05", "advance_paid", 1, [(.owed, 1), (.recovery, -1)])
        let text = Self.text([TaskBooks(task: "A", entries: [TaskBooks.Entry(entry, documents: [words])])])
        #expect(text.contains("\n    ; documents: \(written)\n"))
        #expect(text.split(separator: "\n").filter { $0.hasPrefix("2026") }.count == 1)
    }

    @Test("a part of an account's name cannot become two, nor end it")
    func accounts() throws {
        let entry = try Self.entry("2026-01-05", "advance_paid", 1, [(.owed, 1), (.recovery, -1)])
        let text = Self.text([TaskBooks(task: "A:B  ;C", entries: [TaskBooks.Entry(entry)])])
        #expect(text.contains("\n    owed:A-B ,C  1 VND\n"))
        #expect(text.contains("\naccount owed:A-B ,C\n"))
    }

    @Test("the largest amount is written in full")
    func largest() throws {
        let entry = try Self.entry("2026-01-05", "advance_paid", 1, [(.owed, .max), (.recovery, -.max)])
        let text = Self.text([TaskBooks(task: "A", entries: [TaskBooks.Entry(entry)])])
        #expect(text.contains("owed:A  9223372036854775807 VND") && text.contains("recovery:A  -9223372036854775807 VND"))
    }
}
