public import LifecycleModel
public import Rules

/// A regime as BPMN 2.0 (ISO/IEC 19510) with diagram interchange, so that BPMN editors draw it.
///
/// States are exclusive gateways and end events, acts are user tasks (service tasks where the program itself acts), stages are lanes. An act that moves
/// nothing and can happen in many states is an event subprocess that does not interrupt. Conditions stand in the documentation of the acts.
public struct BPMNDocument {
    private let regime: Regime
    private let process: BPMNProcess
    private let language: Language

    /// The task of a regime, or one of its small machines; nil when there is none of that name.
    public init?(_ regime: Regime, machine: String = Regime.taskMachine, language: Language) {
        guard let process = BPMNProcess(regime, machine: machine) else { return nil }
        self.regime = regime
        self.process = process
        self.language = language
    }

    /// The document.
    public func xml() -> String {
        var xml = XMLWriter()
        xml.begin(
            "bpmn:definitions",
            [
                "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL", "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
                "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC", "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
                "id": "definitions", "targetNamespace": "urn:nhiemvu:\(regime.id)", "exporter": "nhiemvu",
                "exporterVersion": regime.version,
            ]
        )
        let roles = Set((process.nodes + process.anytime).flatMap(\.roles)).sorted()
        for role in roles {
            xml.element("bpmn:resource", ["id": "role.\(role)", "name": regime.roles[role]?.label[language] ?? role])
        }
        xml.element("bpmn:collaboration", ["id": "collaboration"]) { xml in
            xml.element("bpmn:participant", ["id": "pool", "name": process.label[language], "processRef": "process.\(process.id)"])
        }
        xml.element("bpmn:process", ["id": "process.\(process.id)", "name": process.label[language], "isExecutable": "false"]) { xml in
            write(lanes: &xml)
            for place in process.nodes.indices { write(place, &xml) }
            for act in process.anytime { write(anytime: act, &xml) }
            for flow in process.flows {
                xml.element(
                    "bpmn:sequenceFlow",
                    ["id": flow.id, "sourceRef": process.nodes[flow.from].id, "targetRef": process.nodes[flow.to].id]
                )
            }
        }
        BPMNDiagram(process, language: language).write(&xml)
        xml.end()
        return xml.take()
    }

    private func write(lanes xml: inout XMLWriter) {
        xml.element("bpmn:laneSet", ["id": "lanes"]) { xml in
            for (place, lane) in process.lanes.enumerated() {
                xml.element("bpmn:lane", ["id": lane.id, "name": lane.label[language]]) { xml in
                    for node in process.nodes where node.lane == place { xml.element("bpmn:flowNodeRef", text: node.id) }
                }
            }
            guard !process.anytime.isEmpty else { return }
            xml.element("bpmn:lane", ["id": BPMNDiagram.anytimeLane, "name": BPMNDiagram.anytimeLabel[language]]) { xml in
                for act in process.anytime { xml.element("bpmn:flowNodeRef", text: "anytime.\(act.id)") }
            }
        }
    }

    private func write(_ place: Int, _ xml: inout XMLWriter) {
        let node = process.nodes[place]
        let incoming = process.flows.filter { $0.to == place }
        let outgoing = process.flows.filter { $0.from == place }
        xml.element("bpmn:\(node.kind.rawValue)", ["id": node.id, "name": node.label[language]]) { xml in
            documentation(node, &xml)
            for flow in incoming { xml.element("bpmn:incoming", text: flow.id) }
            for flow in outgoing { xml.element("bpmn:outgoing", text: flow.id) }
            owners(node, &xml)
        }
    }

    private func write(anytime act: BPMNProcess.Node, _ xml: inout XMLWriter) {
        let (start, end) = ("\(act.id).start", "\(act.id).end")
        xml.element("bpmn:subProcess", ["id": "anytime.\(act.id)", "name": act.label[language], "triggeredByEvent": "true"]) { xml in
            xml.element("bpmn:startEvent", ["id": start, "isInterrupting": "false"]) { xml in
                xml.element("bpmn:outgoing", text: "\(start).flow")
                xml.element("bpmn:messageEventDefinition", ["id": "\(start).message"])
            }
            xml.element("bpmn:\(act.kind.rawValue)", ["id": act.id, "name": act.label[language]]) { xml in
                documentation(act, &xml)
                xml.element("bpmn:incoming", text: "\(start).flow")
                xml.element("bpmn:outgoing", text: "\(end).flow")
                owners(act, &xml)
            }
            xml.element("bpmn:endEvent", ["id": end]) { $0.element("bpmn:incoming", text: "\(end).flow") }
            xml.element("bpmn:sequenceFlow", ["id": "\(start).flow", "sourceRef": start, "targetRef": act.id])
            xml.element("bpmn:sequenceFlow", ["id": "\(end).flow", "sourceRef": act.id, "targetRef": end])
        }
    }

    private func documentation(_ node: BPMNProcess.Node, _ xml: inout XMLWriter) {
        if !node.notes.isEmpty { xml.element("bpmn:documentation", lines: node.notes.map { $0[language] }) }
    }

    private func owners(_ node: BPMNProcess.Node, _ xml: inout XMLWriter) {
        guard node.kind == .userTask else { return }
        for role in node.roles {
            xml.element("bpmn:potentialOwner") { $0.element("bpmn:resourceRef", text: "role.\(role)") }
        }
    }
}
