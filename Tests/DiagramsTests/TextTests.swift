import Diagrams
import Foundation
import LifecycleModel
import Rules
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct TextTests {
    @Test("every picture is well-formed, names what it shows, and comes out the same twice", arguments: Shipped.overviews + Shipped.details)
    func svg(_ graph: RegimeGraph) {
        for language in Language.allCases {
            let text = graph.svg(in: language)
            #expect(XMLParser(data: Data(text.utf8)).parse())
            #expect(text.contains(graph.subtitle))
            #expect(!text.contains("\"nan") && !text.contains("\"inf"))
        }
        #expect(graph.svg(in: .vi) == graph.svg(in: .vi))
    }

    @Test("a note shows all its clocks, however many")
    func clocksOfNotes() throws {
        var graph = try #require(Shipped.details.first { !$0.notes.isEmpty })
        graph.notes[0].event.stops = (1...9).map { "ZZ-\($0)" }
        let text = graph.svg(in: .vi)
        for number in 1...9 { #expect(text.contains(">ZZ-\(number)<")) }
    }

    @Test("the legend of an overview names dashed arrows where there are some, and only there", arguments: Shipped.overviews)
    func legend(_ graph: RegimeGraph) {
        let text = graph.svg(in: .vi)
        // One dashed line is the legend's own.
        let dashed = text.components(separatedBy: "stroke-dasharray=\"5 3\"").count - 1
        #expect(text.contains("hệ thống tự làm") ? dashed > 1 : dashed == 0)
    }

    @Test("signs of XML in labels") func xml() throws {
        let text = RegimeGraph(overviewOf: SampleRegime.regime, hash: SampleRegime.hash).svg(in: .vi)
        #expect(text.contains("Mẫu &lt;thử&gt; &amp; &quot;nháy&quot;"))
        #expect(XMLParser(data: Data(text.utf8)).parse())
    }

    @Test("Mermaid: boxes, lines, automatic ones dotted, signs escaped") func mermaid() throws {
        let overview = RegimeGraph(overviewOf: SampleRegime.regime, hash: SampleRegime.hash).mermaid(in: .vi)
        #expect(overview.contains("flowchart TD\n    subgraph s1[\"Một\"]\n"))
        #expect(overview.contains("n1 ~~~ n2 ~~~ n3"))
        #expect(overview.contains("s1 -->|\"Sang\"| s2"))
        #expect(overview.contains("s2 -.->|\"Quá hạn\"| s3"))
        #expect(overview.contains("n1(\"A #96;a#96; #35;1\"):::plain"))
        let stage = try #require(RegimeGraph(stage: "one", of: SampleRegime.regime, hash: SampleRegime.hash)).mermaid(in: .vi)
        #expect(stage.contains("n1 -->|\"Đi<br/>Cũng đi\"| n2"))
        #expect(stage.contains("n4(\"Hai: D\"):::outside"))
    }

    @Test("dot: clusters, cut lines, signs escaped") func dot() throws {
        let overview = RegimeGraph(overviewOf: SampleRegime.regime, hash: SampleRegime.hash).dot(in: .vi)
        #expect(overview.contains("label=\"Mẫu <thử> & \\\"nháy\\\" · sample 1.0.0 · SHA-256 0123456789ab\""))
        #expect(overview.contains("subgraph cluster_s3 {\n        label=\"Ngoài\"; style=\"dashed\";"))
        #expect(overview.contains("n3 -> n4 [label=\"Sang\", ltail=cluster_s1, lhead=cluster_s2];"))
        #expect(overview.contains("n2 [label=\"B \\\\ b\""))
        #expect(overview.contains("peripheries=2"))
        let stage = try #require(RegimeGraph(stage: "one", of: SampleRegime.regime, hash: SampleRegime.hash)).dot(in: .vi)
        #expect(stage.contains("n1 -> n2 [label=\"Đi\\nCũng đi\"];"))
    }

    @Test("English where it is asked for") func english() {
        let graph = RegimeGraph(overviewOf: SampleRegime.regime, hash: SampleRegime.hash)
        #expect(graph.svg(in: .en).contains("1. One"))
        #expect(graph.mermaid(in: .en).contains("subgraph s1[\"One\"]"))
    }

    @Test("the README's picture is up to date (NHIEMVU_RECORD=1 draws it anew)") func recorded() throws {
        let rules = try #require(Shipped.regimes.first { $0.regime.id == "law-2013" })
        let file = Shipped.package.appendingPathComponent("docs/images/law-2013-stages.svg")
        let picture = RegimeGraph(overviewOf: rules.regime, hash: rules.hash).svg(in: .vi)
        if ProcessInfo.processInfo.environment["NHIEMVU_RECORD"] == "1" { try Data(picture.utf8).write(to: file, options: .atomic) }
        #expect(try String(contentsOf: file, encoding: .utf8) == picture, "run: NHIEMVU_RECORD=1 swift test --filter DiagramsTests")
    }
}
