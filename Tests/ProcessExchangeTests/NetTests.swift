import LifecycleModel
import ProcessExchange
import Rules
import Testing

@Suite struct NetTests {
    @Test("one source, one sink, and every state in between", arguments: ShippedMachine.all) func workflowNet(_ shipped: ShippedMachine)
        throws
    {
        let machine = try #require(shipped.rules.regime.machine(shipped.machine))
        let net = try #require(ProcessNet(shipped.rules.regime, scope: .machine(shipped.machine)))
        let (entered, left) = (Set(net.transitions.flatMap(\.outputs)), Set(net.transitions.flatMap(\.inputs)))
        #expect(net.places.map(\.id).filter { !entered.contains($0) } == [ProcessNet.source])
        #expect(net.places.map(\.id).filter { !left.contains($0) } == [ProcessNet.sink])
        #expect(Set(net.places.map(\.id)) == Set(machine.states.keys).union([ProcessNet.source, ProcessNet.sink]))
        for transition in machine.transitions {
            let name = Activity.name(transition.event, machine: shipped.machine)
            for state in transition.from {
                #expect(net.transitions.contains { $0.activity == name && $0.inputs == [state] }, "\(name) from \(state)")
            }
        }
    }

    @Test("a silent way to the sink from each end, and from every state where what runs may end", arguments: [false, true])
    func ends(_ runningMayEnd: Bool) throws {
        let net = try #require(ProcessNet(TestRules.small("old-law").regime, scope: .machine("task"), runningMayEnd: runningMayEnd))
        let silent = net.transitions.filter { $0.activity == nil && $0.outputs == [ProcessNet.sink] }.flatMap(\.inputs)
        let ends = ["acceptance/applied", "ordering/withdrawn"]
        let others = ["acceptance/accepted", "execution/paused", "execution/running", "ordering/proposed"]
        #expect(silent.sorted() == (runningMayEnd ? ends + others : ends).sorted())
    }

    @Test("what stands beside a task may happen at any time of its life") func beside() throws {
        let net = try #require(ProcessNet(TestRules.small("old-law").regime))
        let loops = net.transitions.filter { $0.inputs == [ProcessNet.beside] }
        #expect(loops.map(\.activity) == ["report/opened", "report/receive-report"])
        #expect(loops.allSatisfy { $0.outputs == $0.inputs })
        #expect(net.transitions.filter { $0.outputs == [ProcessNet.sink] }.allSatisfy { $0.inputs.contains(ProcessNet.beside) })
    }

    @Test("tasks come in from another regime where that hands them over") func entries() throws {
        let old = try #require(TestRules.shipped.first { $0.regime.id == "law-2013" }).regime
        let entries = old.entries(into: "law-2025")
        #expect(!entries.isEmpty)
        let new = try #require(TestRules.shipped.first { $0.regime.id == "law-2025" }).regime
        let net = try #require(ProcessNet(new, scope: .machine("task"), entries: entries))
        let entered = net.transitions.filter { $0.activity == nil && $0.inputs == [ProcessNet.source] }.flatMap(\.outputs)
        #expect(entered == entries)
        let leaving = try #require(ProcessNet(old, scope: .machine("task"))).transitions.filter { $0.activity == "decide-regime" }
        #expect(leaving.contains { $0.outputs == [ProcessNet.sink] })
        #expect(leaving.contains { $0.outputs == $0.inputs })
    }
}
