import LifecycleModel
import Terminal
import Testing

@Suite("Blocks")
struct BlockTests {
    private func text(_ block: some Block, columns: Int = 30, drawing: Bool = true) -> String {
        let screen = Screen(columns: columns, usesDrawing: drawing)
        return block.lines(on: screen).map { $0.rendered(on: screen) }.joined(separator: "\n")
    }

    @Test("a heading is underlined as wide as it is")
    func heading() {
        #expect(text(Heading("Tổng quan")) == "Tổng quan\n═════════")
        #expect(text(Heading("Tổng quan"), drawing: false) == "Tổng quan\n=========")
        #expect(text(Heading("Phần hai", level: 2)) == "Phần hai")
    }

    @Test("points hang over their text, points below them further in")
    func bullets() {
        let list = Bullets([
            .init("Biên bản họp hội đồng chưa đủ chữ ký", points: [.init("Thư ký hành chính bổ sung")]), .init("Đủ"),
        ])
        #expect(
            text(list) == """
                • Biên bản họp hội đồng chưa
                  đủ chữ ký
                  • Thư ký hành chính bổ sung
                • Đủ
                """
        )
        #expect(text(Bullets(["một"], indent: 2), drawing: false) == "  * một")
    }

    @Test("what is copied is not broken, and its escapes do nothing")
    func verbatim() {
        #expect(text(Verbatim(#"{"code":"NV-2025-014","title":"a b c"}"#), columns: 20) == #"{"code":"NV-2025-014","title":"a b c"}"#)
        #expect(!text(Verbatim("a\u{1B}[31mb")).contains("\u{1B}"))
    }

    @Test("numbers stand in line")
    func numbered() {
        let lines = text(Bullets((1...10).map { StyledText("mục \($0)") }, isNumbered: true)).split(separator: "\n")
        #expect(lines.first == " 1. mục 1")
        #expect(lines.last == "10. mục 10")
    }

    @Test("values begin in one column and hang below it")
    func keyValues() {
        let block = KeyValues([
            .init("Mã", "TH-2022-001"), .init("Chủ trì", "Trường Đại học Hồng Đức tỉnh Thanh Hóa"), .init("Ghi chú", ""),
        ])
        #expect(
            text(block) == """
                Mã       TH-2022-001
                Chủ trì  Trường Đại học Hồng
                         Đức tỉnh Thanh Hóa
                Ghi chú
                """
        )
    }

    @Test("a long word is broken, a line break kept, and no letter lost", arguments: [20, 21, 25, 33])
    func paragraph(columns: Int) {
        let words = "Chuyển đổi\n" + String(repeating: "ă\u{323}", count: 50) + " hết"
        let lines = text(Paragraph(StyledText(words)), columns: columns).split(separator: "\n").map(String.init)
        #expect(lines.allSatisfy { VietnameseText.displayWidth($0) <= columns })
        #expect(lines.first == "Chuyển đổi")
        #expect(lines.joined().filter { $0 != " " } == words.filter { $0 != " " && $0 != "\n" })
    }

    @Test(
        "a bar shows the share in eighths of a cell, and where the target is",
        arguments: [
            (50, 100, nil, "█████░░░░░"),
            (0, 100, nil, "░░░░░░░░░░"),
            (100, 100, nil, "██████████"),
            (170, 100, nil, "██████████"),
            (-5, 100, nil, "░░░░░░░░░░"),
            (5, 0, nil, "░░░░░░░░░░"),
            (44, 100, nil, "████▍░░░░░"),
            (25, 100, 52, "██▌░░┃░░░░"),
            (80, 100, 52, "█████┃██░░"),
            (80, 100, 100, "████████░┃"),
            (Int64.max / 2, Int64.max, nil, "█████░░░░░"),
        ] as [(Int64, Int64, Int64?, String)]
    )
    func bar(value: Int64, whole: Int64, target: Int64?, expected: String) {
        let screen = Screen()
        #expect(ShareBar(value: value, of: whole, target: target).text(cells: 10, on: screen).rendered(on: screen) == expected)
    }

    @Test("without drawing a bar is made of signs; colours tell whether the target is reached")
    func asciiBar() {
        let ascii = Screen(usesDrawing: false)
        #expect(ShareBar(value: 25, of: 100, target: 52).text(cells: 10, on: ascii).rendered(on: ascii) == "###..|....")
        let colour = Screen(usesColour: true)
        #expect(ShareBar(value: 60, of: 100, target: 52).text(cells: 4, on: colour).rendered(on: colour).contains("\u{1B}[32m"))
        #expect(ShareBar(value: 40, of: 100, target: 52).text(cells: 4, on: colour).rendered(on: colour).contains("\u{1B}[33m"))
    }

    @Test("the bars of a chart begin in one column and leave room for the figures")
    func chart() {
        let chart = BarChart([
            .init("Ứng dụng", ShareBar(value: 43, of: 100, target: 50), figures: "43 %"),
            .init("Số", ShareBar(value: 1, of: 2), figures: "50 %"),
        ])
        #expect(
            text(chart, columns: 32) == """
                Ứng dụng  ██████▉░┃░░░░░░░  43 %
                Số        ████████░░░░░░░░  50 %
                """
        )
    }
}
