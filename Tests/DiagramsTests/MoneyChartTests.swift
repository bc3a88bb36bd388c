import Diagrams
import LifecycleModel
import Testing

@Suite("Charts of money")
struct MoneyChartTests {
    private static func chart(_ groups: [MoneyChart.Group]) -> String {
        MoneyChart(
            title: "Kinh phí <A&B>",
            subtitle: "2 nhiệm vụ",
            series: ["Dự toán", "Được giao"],
            ceilingName: "Mức trần",
            groups: groups
        ).svg(in: .vi)
    }

    /// Widths of the bars, in the order in which they are drawn.
    private static func bars(_ svg: String) -> [Double] {
        svg.split(separator: "\n").filter { $0.hasPrefix("<rect x=\"284\"") }.compactMap { line in
            line.split(separator: "width=\"").dropFirst().first.flatMap { Double($0.prefix { $0 != "\"" }) }
        }
    }

    @Test("a bar is as long as its amount against the scale")
    func lengths() {
        let svg = Self.chart([
            MoneyChart.Group(name: "CT1", amounts: [800, 400]), MoneyChart.Group(name: "CT2", amounts: [200, 0]),
        ])
        // 800 fills the scale of 576 points; nothing is drawn for nothing.
        #expect(Self.bars(svg) == [576, 288, 144])
        #expect(svg.contains(">–</text>"))
    }

    @Test("a ceiling is a line, and widens the scale")
    func ceiling() {
        let svg = Self.chart([MoneyChart.Group(name: "2026", amounts: [400, 200], ceiling: 800)])
        #expect(Self.bars(svg) == [288, 144])
        #expect(svg.contains("Mức trần") && svg.contains("d=\"M860 "))
        #expect(!Self.chart([MoneyChart.Group(name: "2026", amounts: [400, 200])]).contains("Mức trần"))
    }

    @Test(
        "the scale has at most eight steps of 1, 2 or 5 and its marks are told short",
        arguments: [(9, "10 "), (53_000_000_000, "60 tỷ"), (Int64.max, "tỷ")]
    )
    func scale(_ largest: Int64, _ end: String) {
        let svg = Self.chart([MoneyChart.Group(name: "A", amounts: [Dong(largest), .zero])])
        let marks = svg.split(separator: "\n").filter { $0.contains("text-anchor=\"middle\"") }
        #expect((2...9).contains(marks.count), "\(marks.count)")
        #expect(marks.last?.contains(">\(end)") == true || marks.last?.contains(end) == true, "\(marks)")
    }

    @Test("other people's names cannot leave their text, and nothing at all still is a picture")
    func edges() {
        #expect(Self.chart([]).contains("Kinh phí &lt;A&amp;B&gt;"))
        #expect(Self.chart([MoneyChart.Group(name: "</text><script>", amounts: [1, 1])]).contains("&lt;/text&gt;&lt;script&gt;"))
    }
}
