import LifecycleModel
import Terminal
import Testing

@Suite("Table")
struct TableTests {
    private func text(_ block: some Block, columns: Int = 100, drawing: Bool = true) -> String {
        let screen = Screen(columns: columns, usesDrawing: drawing)
        return block.lines(on: screen).map { $0.rendered(on: screen) }.joined(separator: "\n")
    }

    private let tasks = Table(
        columns: [
            .init("Mã", minimumWidth: 11),
            .init("Tên nhiệm vụ", shrinkPriority: 1, minimumWidth: 10),
            .init("Kinh phí", alignment: .right, minimumWidth: 8),
        ],
        rows: [
            ["TH-2022-001", "Phục tráng giống lúa nếp cái hoa vàng", "1.250.000"],
            ["TH-2022-002", "Đề tài", "300"],
        ],
        footer: [["Tổng", "", "1.250.300"]]
    )

    @Test("columns are in line whatever marks the letters carry")
    func aligned() {
        #expect(
            text(tasks) == """
                Mã          │ Tên nhiệm vụ                          │  Kinh phí
                ────────────┼───────────────────────────────────────┼──────────
                TH-2022-001 │ Phục tráng giống lúa nếp cái hoa vàng │ 1.250.000
                TH-2022-002 │ Đề tài                                │       300
                ────────────┼───────────────────────────────────────┼──────────
                Tổng        │                                       │ 1.250.300
                """
        )
    }

    @Test("where not even the minimum widths fit, what may shrink gives way before codes and dates")
    func below() {
        let table = Table(
            columns: [
                .init("Mã", minimumWidth: 20), .init("Tên", shrinkPriority: 2, minimumWidth: 20), .init("Hạn", minimumWidth: 10),
            ],
            rows: [["NV-2024-001", "Tuyển chọn giống lúa đặc sản", "31/12/2025"]]
        )
        let lines = table.lines(on: Screen(columns: 35)).map(\.plain)
        #expect(lines.last == "NV-2024-001 │ Tuyển c… │ 31/12/2025")
    }

    @Test("on a narrow screen the column that may shrink is cut with an ellipsis")
    func narrow() {
        #expect(
            text(tasks, columns: 44) == """
                Mã          │ Tên nhiệm vụ       │  Kinh phí
                ────────────┼────────────────────┼──────────
                TH-2022-001 │ Phục tráng giống … │ 1.250.000
                TH-2022-002 │ Đề tài             │       300
                ────────────┼────────────────────┼──────────
                Tổng        │                    │ 1.250.300
                """
        )
    }

    @Test("words of columns that wrap stay whole where they can, and are broken behind a sign where they cannot")
    func wholeWords() {
        let table = Table(
            columns: [.init("Nơi", shrinkPriority: 1, overflow: .wrap), .init("Việc", shrinkPriority: 2, overflow: .wrap)],
            rows: [["machines.dossier/open", "nộp hồ sơ nghiệm thu lên Sở"]]
        )
        #expect(
            text(table, columns: 34) == """
                Nơi                   │ Việc
                ──────────────────────┼───────────
                machines.dossier/open │ nộp hồ sơ
                                      │ nghiệm thu
                                      │ lên Sở
                """
        )
        #expect(
            text(table, columns: 20) == """
                Nơi         │ Việc
                ────────────┼───────
                machines.   │ nộp hồ
                dossier/    │ sơ
                open        │ nghiệm
                            │ thu
                            │ lên Sở
                """
        )
    }

    @Test("without drawing it is plain ASCII around the words")
    func ascii() {
        #expect(
            text(tasks, columns: 44, drawing: false) == """
                Mã          | Tên nhiệm vụ       |  Kinh phí
                ------------+--------------------+----------
                TH-2022-001 | Phục tráng giốn... | 1.250.000
                TH-2022-002 | Đề tài             |       300
                ------------+--------------------+----------
                Tổng        |                    | 1.250.300
                """
        )
    }

    @Test("a wrapping column goes on below")
    func wrapping() {
        var table = tasks
        table.columns[1].overflow = .wrap
        table.footer = []
        #expect(
            text(table, columns: 44)
                == """
                Mã          │ Tên nhiệm vụ       │  Kinh phí
                ────────────┼────────────────────┼──────────
                TH-2022-001 │ Phục tráng giống   │ 1.250.000
                            │ lúa nếp cái hoa    │
                            │ vàng               │
                TH-2022-002 │ Đề tài             │       300
                """.split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    line.hasSuffix("│") ? line + String(repeating: " ", count: 10) : String(line)
                }.joined(separator: "\n")
        )
    }

    @Test("no line is wider than the screen", arguments: [20, 24, 30, 46, 60, 80, 100, 200])
    func fits(columns: Int) {
        for line in text(tasks, columns: columns).split(separator: "\n") {
            #expect(VietnameseText.displayWidth(String(line)) <= columns)
        }
    }

    @Test("wide and decomposed characters keep the columns in line, and are never cut apart")
    func wide() {
        let decomposed = "Nghie\u{302}\u{301}n cu\u{31B}\u{301}u"
        let table = Table(
            columns: [.init("a", shrinkPriority: 1, minimumWidth: 4), .init("b")],
            rows: [["日本語日本語", "x"], [StyledText(decomposed), "y"], ["👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", "z"]]
        )
        for columns in 20...24 {
            let lines = text(table, columns: columns).split(separator: "\n").map(String.init)
            let bars = lines.dropFirst(2).map { VietnameseText.displayWidth(String($0.prefix { $0 != "│" })) }
            #expect(Set(bars).count == 1)
        }
        let cut = text(
            Table(columns: [.init("a", minimumWidth: 4)], rows: [[StyledText(decomposed + decomposed + decomposed)]]),
            columns: 20
        )
        let kept = cut.split(separator: "\n")[2].dropLast()
        #expect((decomposed + decomposed + decomposed).hasPrefix(kept))
        #expect(cut.hasSuffix("…"))
    }

    @Test("short rows are filled up, long ones end with the columns")
    func ragged() {
        #expect(text(Table(columns: [.init("a"), .init("b")], rows: [["1"], ["1", "2", "3"]])) == "a │ b\n──┼──\n1 │ \n1 │ 2")
    }

    @Test("a styled cell keeps its style when it is cut")
    func styled() {
        let table = Table(columns: [.init("a")], rows: [[StyledText("rất là dài dòng đấy nhé", .bad)]])
        let screen = Screen(columns: 20, usesColour: true)
        #expect(table.lines(on: screen)[2].rendered(on: screen) == "\u{1B}[1;31mrất là dài dòng đấy…\u{1B}[0m")
    }
}

@Suite("Tables of figures")
struct FigureTableTests {
    private let table = Table(
        columns: [
            Table.Column("Nội dung", shrinkPriority: 1, minimumWidth: 6),
            Table.Column("2025", alignment: .right, isWhole: true, dropOrder: 2),
            Table.Column("2026", alignment: .right, isWhole: true, dropOrder: 2), Table.Column("Cộng", alignment: .right, isWhole: true),
        ],
        rows: [["Công lao động", "400.000.000", "200.000.000", "600.000.000"]],
        footer: [["Cộng", "1.400.000.000", "200.000.000", "1.600.000.000"]]
    )

    private func text(_ columns: Int) -> [String] {
        table.lines(on: Screen(columns: columns)).map(\.plain)
    }

    @Test("no figure is cut: text gives way first, then whole columns leave")
    func figures() {
        #expect(text(80)[2].contains("Công lao động"))
        let narrow = text(54)
        #expect(narrow[2].contains("Công") && narrow[2].contains("400.000.000") && narrow[4].contains("1.600.000.000"))
        let narrower = text(30)
        #expect(!narrower[0].contains("2025") && !narrower[0].contains("2026"))
        #expect(narrower[4].hasSuffix("1.600.000.000"))
        #expect(narrower.allSatisfy { $0.count <= 30 })
        #expect(narrower.suffix(2).joined(separator: " ") == "Không đủ chỗ cho cột: 2025; 2026")
        #expect(!text(80).contains { $0.contains("Không đủ chỗ") })
    }
}
