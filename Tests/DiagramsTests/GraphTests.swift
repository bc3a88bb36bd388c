import Diagrams
import LifecycleModel
import Rules
import Testing

@Suite struct GraphTests {
    private func stage(_ id: String) throws -> RegimeGraph {
        try #require(RegimeGraph(stage: id, of: SampleRegime.regime, hash: SampleRegime.hash))
    }

    @Test("states in the order of life, neighbours around them") func nodes() throws {
        #expect(try stage("one").nodes.map(\.id) == ["one/a", "one/b", "one/c", "out:two/d"])
        #expect(try stage("off").nodes.map(\.id) == ["in:one", "in:two/d", "off/e"])
    }

    @Test("events of one pair share a line, returns have their own") func edges() throws {
        let graph = try stage("one")
        #expect(
            graph.edges.map { [$0.sources.joined(separator: " "), $0.target] } == [
                ["one/a", "one/b"], ["one/b", "one/c"], ["one/c", "one/a"], ["one/c", "out:two/d"],
            ]
        )
        #expect(graph.edges[0].events.map(\.label.vi) == ["Đi", "Cũng đi"])
    }

    @Test("events of many states are notes, those of few stand in the box") func notes() throws {
        let graph = try stage("one")
        #expect(graph.notes.map(\.event.label.vi) == ["Ghi chung", "Bỏ"])
        #expect(graph.notes.map(\.target?.vi) == [nil, "Ngoài: E"])
        #expect(graph.nodes[1].loops.map(\.vi) == ["Ghi"])
        #expect(graph.nodes.map(\.marks) == [[1, 2], [1, 2], [1, 2], []])
    }

    @Test("what the fields mean decides the look") func tones() throws {
        let graph = RegimeGraph(overviewOf: SampleRegime.regime, hash: SampleRegime.hash)
        #expect(graph.nodes.map(\.tone) == [.plain, .plain, .plain, .applied, .ended])
        #expect(graph.edges.map(\.isAutomatic) == [false, false, true])
        #expect(graph.boxes.map(\.transitions) == [8, 1, 0])
    }

    @Test("what is not there is not drawn") func unknown() {
        #expect(RegimeGraph(stage: "three", of: SampleRegime.regime, hash: "") == nil)
        #expect(RegimeGraph(machine: "task", of: SampleRegime.regime, hash: "") == nil)
    }

    @Test("nothing is left out of a stage", arguments: Shipped.regimes.map(\.regime)) func complete(_ regime: Regime) throws {
        for stage in regime.stages {
            let graph = try #require(RegimeGraph(stage: stage.id, of: regime, hash: ""))
            let shown = Set(graph.edges.flatMap(\.events).map(\.label) + graph.notes.map(\.event.label) + graph.nodes.flatMap(\.loops))
            let prefix = stage.id + "/"
            for transition in regime.task.transitions
            where transition.from.contains(where: { $0.hasPrefix(prefix) }) || transition.to?.hasPrefix(prefix) == true {
                #expect(shown.contains(transition.label), "\(regime.id) \(stage.id): \(transition.event)")
            }
            #expect(graph.nodes.count { $0.box != nil } == regime.task.states.keys.count { $0.hasPrefix(prefix) })
        }
    }
}
