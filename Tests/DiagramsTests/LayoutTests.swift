@testable import Diagrams
import LifecycleModel
import Testing

@Suite struct LayoutTests {
    @Test("no box, label or line touches another", arguments: Shipped.details) func apart(_ graph: RegimeGraph) {
        let picture = StatePicture(graph, language: .vi)
        let placement = picture.placement()
        for row in picture.layers.rows {
            for (left, right) in zip(row, row.dropFirst()) { #expect(placement.frames[left].right < placement.frames[right].x) }
        }
        for (above, below) in zip(placement.rows, placement.rows.dropFirst()) { #expect(above.bottom < below.top) }
    }

    @Test("wrapped lines fit, and no word is lost", arguments: [40.0, 90, 178, 1000]) func wrapping(_ limit: Double) {
        let measure = TextMeasure(size: 12)
        let text = "Nghiệm thu đạt, đang hoàn thiện hồ sơ theo kết luận của hội đồng"
        for lines in [measure.wrap(text, to: limit), measure.balance(text, to: limit)] {
            #expect(lines.allSatisfy { measure.width($0) <= limit })
            #expect(lines.joined(separator: " ").filter { $0 != " " } == text.filter { $0 != " " })
        }
    }

    @Test("a word wider than the line is cut") func longWord() {
        let lines = TextMeasure(size: 12).wrap(String(repeating: "ư", count: 50), to: 60)
        #expect(lines.count > 1)
        #expect(lines.joined().count == 50)
        #expect(TextMeasure(size: 12).wrap("", to: 60) == [""])
        #expect(TextMeasure(size: 12).wrap("W", to: 1) == ["W"])
    }

    @Test("marks on their own take no room") func combiningMarks() {
        #expect(TextMeasure(size: 10).width("e\u{302}\u{301}") == TextMeasure(size: 10).width("e"))
    }

    @Test("values pooled into order") func pooling() {
        #expect(Pooling.ascending([(3, 1), (1, 1), (5, 1)]) == [2, 2, 5])
        #expect(Pooling.ascending([(3, 3), (1, 1)]) == [2.5, 2.5])
        #expect(Pooling.spread([10, 10, 10], atLeast: 4) == [6, 10, 14])
    }

    @Test("crossing lines are untangled") func untangling() {
        var graph = LayeredGraph()
        let item = LayeredGraph.Item(width: 10, height: 10)
        let upper = (0..<3).map { _ in graph.add(item, row: 0) }
        let lower = (0..<3).map { _ in graph.add(item, row: 1) }
        for (place, start) in upper.enumerated() { _ = graph.connect(start, lower[2 - place]) }
        graph.untangle()
        let places = graph.rows[1].map { lower.firstIndex(of: $0) ?? -1 }
        #expect(places == graph.rows[0].map { 2 - (upper.firstIndex(of: $0) ?? -1) })
    }
}
