import Diagrams
import LifecycleModel
import Statistics
import Testing

@Suite("Charts of survival")
struct SurvivalChartTests {
    private static func svg(_ groups: [[Int]], mark: SurvivalChart.Mark? = nil, hasBands: Bool? = nil) -> String {
        SurvivalChart(
            title: "Ứng dụng <sau> nghiệm thu",
            subtitle: "2025",
            timeName: "Tháng",
            riskName: "Còn theo dõi",
            mark: mark,
            lines: groups.enumerated().map { index, times in
                SurvivalChart.Line(
                    name: "CT\(index)",
                    curve: SurvivalCurve(times.map { Observation(time: abs($0), hadEvent: $0 > 0) })
                )
            },
            hasBands: hasBands
        ).svg(in: .vi)
    }

    @Test("a curve goes up at each event by its share and ends where the last one was seen")
    func steps() {
        let svg = Self.svg([[100, 300, -365, -365]])
        // 365 days end a little before the last of twelve ticks; a quarter of 360 points is 90.
        let path = svg.split(separator: "\n").first { $0.contains("stroke-width=\"2.2\"") } ?? ""
        #expect(path.split(separator: "V").count == 3, "\(path)")
        let heights = path.split(separator: "V").dropFirst().compactMap { Double($0.prefix { $0.isNumber || $0 == "." }) }
        #expect(heights.count == 2 && abs(heights[0] - heights[1] - 90) < 0.2, "\(heights)")
    }

    @Test("who is still watched stands under each tick")
    func risk() {
        let svg = Self.svg([[100, 300, -365, -365]])
        let numbers = svg.split(separator: "\n").filter { $0.contains("fill=\"#1f2933\" text-anchor=\"middle\"") }
            .compactMap { $0.split(separator: ">").dropFirst().first?.prefix { $0.isNumber } }
        #expect(numbers == ["4", "4", "4", "4", "3", "3", "3", "3", "3", "3", "2", "2", "2"])
    }

    @Test("the median and its band stand beside the name, or that it was not reached")
    func median() {
        #expect(Self.svg([[10, 20, 30]]).contains("CT0: n = 3, trung vị 20 [10–…] ngày"))
        #expect(Self.svg([[-10, -20]]).contains("CT0: n = 2, chưa đến trung vị"))
    }

    @Test("bands are drawn for two groups, not for three, or as asked")
    func bands() {
        #expect(Self.svg([[10, 20], [15, -20]]).split(separator: "fill-opacity").count == 3)
        #expect(!Self.svg([[10, 20], [15, -20], [10]]).contains("fill-opacity"))
        #expect(Self.svg([[10, 20], [15, -20], [10]], hasBands: true).contains("fill-opacity"))
    }

    @Test("eight groups look different from each other")
    func eight() {
        let lines = Self.svg((1...8).map { [$0 * 30, -400] }).split(separator: "\n").filter { $0.contains("stroke-width=\"2.2\"") }
        let styles = lines.map { line in line.drop { $0 != "f" }.split(separator: "fill=").last.map(String.init) ?? "" }
        #expect(Set(styles).count == 8, "\(styles)")
    }

    @Test("a mark widens the axis; nothing at all still is a picture; names cannot leave their text")
    func edges() {
        let marked = Self.svg([[30]], mark: SurvivalChart.Mark(months: 24, name: "24 tháng"))
        #expect(marked.contains("24 tháng") && marked.contains(">24</text>"))
        #expect(Self.svg([]).contains("Ứng dụng &lt;sau&gt; nghiệm thu"))
        #expect(Self.svg([[]]).contains("CT0: n = 0"))
        #expect(!Self.svg([]).contains("nan"))
    }
}
