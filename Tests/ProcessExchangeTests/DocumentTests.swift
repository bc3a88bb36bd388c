import LifecycleModel
import ProcessExchange
import Rules
import Testing

@Suite struct DocumentTests {
    @Test("PNML is well formed, its arcs lead from something to something", arguments: ShippedMachine.all)
    func pnml(_ shipped: ShippedMachine) throws {
        let net = try #require(ProcessNet(shipped.rules.regime, scope: .machine(shipped.machine)))
        let xml = Parsed(net.pnml(in: .vi))
        #expect(xml.isWellFormed && xml.repeatedIDs.isEmpty)
        #expect(xml.all("transition").count == net.transitions.count)
        let known = Set((xml.all("place") + xml.all("transition")).compactMap { $0["id"] })
        #expect(xml.all("arc").allSatisfy { known.contains($0["source"] ?? "") && known.contains($0["target"] ?? "") })
    }

    @Test("BPMN is well formed, every node and flow is drawn once and no two tasks overlap", arguments: ShippedMachine.all)
    func bpmn(_ shipped: ShippedMachine) throws {
        let document = try #require(BPMNDocument(shipped.rules.regime, machine: shipped.machine, language: .vi))
        let text = document.xml()
        #expect(text == document.xml())
        let xml = Parsed(text)
        #expect(xml.isWellFormed && xml.repeatedIDs.isEmpty)
        let flows = xml.all("bpmn:sequenceFlow")
        #expect(flows.compactMap { $0["id"] }.sorted() == xml.all("bpmndi:BPMNEdge").compactMap { $0["bpmnElement"] }.sorted())
        let nodes = ["startEvent", "endEvent", "exclusiveGateway", "userTask", "serviceTask", "subProcess", "lane", "participant"]
        let ids = nodes.flatMap { xml.all("bpmn:\($0)") }.compactMap { $0["id"] }
        #expect(ids.sorted() == xml.all("bpmndi:BPMNShape").compactMap { $0["bpmnElement"] }.sorted())
        let tasks = Set((xml.all("bpmn:userTask") + xml.all("bpmn:serviceTask")).compactMap { $0["id"] })
        let boxes = xml.boxes.filter { tasks.contains($0.element) }
        for (place, box) in boxes.enumerated() {
            for other in boxes.prefix(place) { #expect(!box.overlaps(other), "\(box.element) \(other.element)") }
        }
    }

    @Test("every act of the rules is in the diagram") func acts() throws {
        for rules in TestRules.shipped {
            let xml = Parsed(try #require(BPMNDocument(rules.regime, language: .vi)).xml())
            let names = Set((xml.all("bpmn:userTask") + xml.all("bpmn:serviceTask")).compactMap { $0["name"] })
            #expect(names == Set(rules.regime.task.transitions.map(\.label.vi)))
        }
    }

    @Test("SMT-LIB and Promela close what they open, and are the same each time", arguments: ShippedMachine.all)
    func texts(_ shipped: ShippedMachine) throws {
        let smt = try #require(SMTDocument(shipped.rules, machine: shipped.machine)).text()
        let code = smt.split(separator: "\n").filter { !$0.hasPrefix(";") }.joined(separator: "\n")
        #expect(code.count { $0 == "(" } == code.count { $0 == ")" })
        #expect(smt == SMTDocument(shipped.rules, machine: shipped.machine)?.text())
        let promela = try #require(PromelaDocument(shipped.rules, machine: shipped.machine)).text()
        #expect(promela.count { $0 == "{" } == promela.count { $0 == "}" })
        #expect(promela == PromelaDocument(shipped.rules, machine: shipped.machine)?.text())
    }
}

extension Parsed {
    struct Box {
        var element: String
        var x, y, width, height: Int

        func overlaps(_ other: Box) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
        }
    }

    /// The first bounds after each shape: those of its element, not of its label.
    var boxes: [Box] {
        zip(elements, elements.dropFirst()).compactMap { shape, bounds in
            guard shape.name == "bpmndi:BPMNShape", bounds.name == "dc:Bounds", let element = shape.attributes["bpmnElement"] else {
                return nil
            }
            func number(_ key: String) -> Int { Int(bounds.attributes[key] ?? "") ?? 0 }
            return Box(element: element, x: number("x"), y: number("y"), width: number("width"), height: number("height"))
        }
    }
}
