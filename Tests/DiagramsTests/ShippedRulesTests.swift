import Diagrams
import Foundation
import LifecycleModel
import RuleLoading
import Rules
import Testing

@Suite("pictures of the shipped rules")
struct ShippedRulesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private func rules(_ id: String) throws -> CompiledRegime {
        try WorkflowLibrary.load(regime: id, directory: Self.root.appending(path: "workflows").path)
    }

    @Test("every stage, small machine and overview is drawn as well-formed XML", arguments: ["law-2013", "law-2025", "base-level"])
    func wellFormed(id: String) throws {
        let rules = try rules(id)
        var graphs = [RegimeGraph(overviewOf: rules.regime, hash: rules.hash)]
        for stage in rules.regime.stages { graphs.append(try #require(RegimeGraph(stage: stage.id, of: rules.regime, hash: rules.hash))) }
        for machine in rules.regime.machines.keys {
            graphs.append(try #require(RegimeGraph(machine: machine, of: rules.regime, hash: rules.hash)))
        }
        for graph in graphs {
            for language in Language.allCases {
                let svg = graph.svg(in: language)
                #expect(svg.hasSuffix("</svg>\n"))
                #expect(svg.components(separatedBy: "<text").count == svg.components(separatedBy: "</text>").count)
                #expect(!graph.mermaid(in: language).isEmpty && graph.dot(in: language).contains("digraph"))
            }
        }
    }

    @Test("the same rules give the same bytes, and every state is in the overview")
    func deterministic() throws {
        let rules = try rules("law-2013")
        let graph = RegimeGraph(overviewOf: rules.regime, hash: rules.hash)
        #expect(graph.svg(in: .vi) == RegimeGraph(overviewOf: rules.regime, hash: rules.hash).svg(in: .vi))
        #expect(graph.nodes.count == rules.regime.task.states.count)
    }

    @Test(
        "the README's picture shows the rules as they are (regenerate: nhiemvu rules graph law-2013 --output docs/images/law-2013-stages.svg)"
    )
    func readmePicture() throws {
        let rules = try rules("law-2013")
        let picture = try String(contentsOf: Self.root.appending(path: "docs/images/law-2013-stages.svg"), encoding: .utf8)
        #expect(RegimeGraph(overviewOf: rules.regime, hash: rules.hash).svg(in: .vi) == picture)
    }

    @Test("what is not there is not drawn")
    func unknown() throws {
        let rules = try rules("law-2013")
        #expect(RegimeGraph(stage: "nowhere", of: rules.regime, hash: "") == nil)
        #expect(RegimeGraph(machine: "nothing", of: rules.regime, hash: "") == nil)
    }
}
