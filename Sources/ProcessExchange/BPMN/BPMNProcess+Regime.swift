import LifecycleModel
import Rules
import WorkingCalendar

extension BPMNProcess {
    /// Acts that stay where they are are drawn in each state up to so many of them; beyond that the picture would drown in them.
    private static let manyStates = 2

    /// A machine of a regime; nil when there is none of that name.
    init?(_ regime: Regime, machine machineID: String) {
        guard let machine = regime.machine(machineID) else { return nil }
        let isTask = machineID == Regime.taskMachine
        var builder = BPMNBuilder(regime, machineID: machineID, machine: machine)
        if isTask {
            for stage in regime.stages { builder.addLane(stage.id, stage.label) }
        } else {
            builder.addLane(machineID, machine.label)
        }
        builder.addStates()
        for transition in machine.transitions { builder.add(transition, manyStates: Self.manyStates) }
        if !isTask {
            for closing in Closing.all(of: machineID, in: regime) { builder.add(closing) }
        }
        self = builder.process
    }
}

/// Puts a process together node by node.
private struct BPMNBuilder {
    private(set) var process: BPMNProcess
    private let regime: Regime
    private let machineID: String
    private let machine: Machine
    private var names = XMLNames()
    /// Where the states stand among the nodes.
    private var places: [String: Int] = [:]

    init(_ regime: Regime, machineID: String, machine: Machine) {
        self.regime = regime
        self.machineID = machineID
        self.machine = machine
        let isTask = machineID == Regime.taskMachine
        let id = names.name(isTask ? regime.id : "\(regime.id).\(machineID)")
        process = BPMNProcess(id: id, label: isTask ? regime.label : machine.label)
    }

    mutating func addLane(_ id: String, _ label: Phrase) {
        process.lanes.append(BPMNProcess.Lane(id: names.name("lane", id), label: label))
    }

    mutating func addStates() {
        for (lane, states) in StateOrder(regime, machineID).rows.enumerated() {
            for name in states {
                guard let state = machine.states[name] else { continue }
                let isEnd = state.end != nil
                places[name] = node(isEnd ? .end : .state, state.label, lane, named: ["state", name])
            }
        }
        guard let initial = places[machine.initial] else { return }
        let start = node(.start, Phrase(vi: "Bắt đầu", en: "Start"), process.nodes[initial].lane, named: ["start"])
        flow(start, initial)
    }

    mutating func add(_ transition: Transition, manyStates: Int) {
        let loops = transition.changesRegime ? [] : transition.from.filter { (transition.to ?? $0) == $0 }
        if loops.count > manyStates {
            process.anytime.append(task(transition, lane: 0, states: loops))
        } else {
            for state in loops {
                guard let place = places[state] else { continue }
                let act = append(task(transition, lane: process.nodes[place].lane))
                flow(place, act)
                flow(act, place)
            }
        }
        let moves = transition.from.filter { !loops.contains($0) }.compactMap { places[$0] }
        for lane in process.lanes.indices {
            let sources = moves.filter { process.nodes[$0].lane == lane }
            guard !sources.isEmpty else { continue }
            let act = append(task(transition, lane: lane))
            for source in sources { flow(source, act) }
            if let target = transition.to.flatMap({ places[$0] }), !transition.changesRegime {
                flow(act, target)
            } else {
                flow(act, node(.end, transition.farewell, lane, named: ["end", transition.event]))
            }
        }
    }

    /// What follows from acts on other machines.
    mutating func add(_ closing: Closing) {
        guard let target = places[closing.to] else { return }
        let sources = closing.states.compactMap { places[$0] }.filter { $0 != target }
        guard !sources.isEmpty else { return }
        let act = node(.serviceTask, closing.label, process.nodes[target].lane, named: ["closing", closing.event])
        for source in sources { flow(source, act) }
        flow(act, target)
    }

    private mutating func task(_ transition: Transition, lane: Int, states: [String] = []) -> BPMNProcess.Node {
        let isAutomatic = transition.by.allSatisfy { regime.roles[$0]?.heldBy == .system }
        var notes = Notes(regime, machine)
        notes.add(transition, states: states)
        return BPMNProcess.Node(
            id: names.name("act", transition.event),
            kind: isAutomatic ? .serviceTask : .userTask,
            label: transition.label,
            lane: lane,
            roles: transition.by,
            notes: notes.lines
        )
    }

    private mutating func node(_ kind: BPMNProcess.Node.Kind, _ label: Phrase, _ lane: Int, named words: [String]) -> Int {
        append(BPMNProcess.Node(id: names.name(words.joined(separator: ".")), kind: kind, label: label, lane: lane))
    }

    private mutating func append(_ node: BPMNProcess.Node) -> Int {
        process.nodes.append(node)
        return process.nodes.count - 1
    }

    private mutating func flow(_ from: Int, _ to: Int) {
        process.flows.append(BPMNProcess.Flow(id: names.name("flow"), from: from, to: to))
    }
}

extension Transition {
    /// What stands at the end of an act that takes the task out of the regime.
    fileprivate var farewell: Phrase {
        for case .setRegime(let regime, let position) in effects {
            return Phrase(vi: "Sang \(regime): \(position)", en: "To \(regime): \(position)")
        }
        return label
    }
}

/// What the documentation of a task says: states, requirements, documents, clocks, the article.
private struct Notes {
    private(set) var lines: [Phrase] = []
    private let regime: Regime
    private let machine: Machine

    init(_ regime: Regime, _ machine: Machine) {
        self.regime = regime
        self.machine = machine
    }

    mutating func add(_ transition: Transition, states: [String]) {
        add("Ở", "In", states.compactMap { machine.states[$0]?.label })
        add("Người thực hiện", "By", transition.by.compactMap { regime.roles[$0]?.label })
        add("Ghi", "Records", transition.records.compactMap { regime.fact($0.fact, of: machine)?.label })
        add("Kèm", "With", transition.documents.compactMap { regime.forms[$0]?.label })
        for requirement in transition.requires {
            let basis = requirement.basis.map { " [\($0)]" } ?? ""
            lines.append(
                Phrase(vi: "Không được khi: \(requirement.message.vi)\(basis)", en: "Refused when: \(requirement.message[.en])\(basis)")
            )
        }
        let deadlines = machine.deadlines.sorted { $0.key < $1.key }.map(\.value)
        add("Bắt đầu tính", "Starts", deadlines.filter { $0.starts.contains { $0.event == transition.event } }.map(\.named))
        add("Dừng tính", "Stops", deadlines.filter { $0.stops.contains(transition.event) }.map(\.named))
        add(
            "Tự động khi qua",
            "By itself after",
            deadlines.filter { $0.passing.contains { $0.act == .fire(transition.event) } }.map(\.named)
        )
        if let basis = transition.basis { add("Căn cứ", "Basis", [Phrase(vi: basis, en: basis)]) }
    }

    private mutating func add(_ vi: String, _ en: String, _ items: [Phrase]) {
        guard !items.isEmpty else { return }
        lines.append(
            Phrase(
                vi: "\(vi): \(items.map(\.vi).joined(separator: "; "))",
                en: "\(en): \(items.map { $0[.en] }.joined(separator: "; "))"
            )
        )
    }
}

extension Deadline {
    /// Its name with its term.
    fileprivate var named: Phrase {
        Phrase(vi: "\(label.vi) (\(term.phrase.vi))", en: "\(label[.en]) (\(term.phrase.en))")
    }
}
