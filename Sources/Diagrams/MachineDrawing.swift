import LifecycleModel
import Rules
import WorkingCalendar

/// Gathers what a picture of some states of a machine shows.
struct MachineDrawing {
    /// From this many states on, an event that leads out of the picture, or nowhere, becomes a note.
    private static let manyStates = 3

    private let id: String
    private let machine: Machine
    private let regime: Regime
    private let order: LifeOrder
    private var inner: [RegimeGraph.Node]
    private var before: [RegimeGraph.Node] = []
    private var after: [RegimeGraph.Node] = []
    private var events: Set<String> = []
    private(set) var roads = EdgeCollector()
    private(set) var notes: [RegimeGraph.Note] = []

    /// States before the picture, in it and behind it.
    var nodes: [RegimeGraph.Node] { before + inner + after }

    init(_ machine: Machine, states: Set<String>, box: String, regime: Regime) {
        self.id = box
        self.machine = machine
        self.regime = regime
        order = LifeOrder(machine, within: states)
        let opening = machine.deadlines.filter { $0.value.starts.contains { $0.event == nil } }.keys.sorted()
        inner = order.states.compactMap { name in
            machine.states[name].map {
                let isInitial = name == machine.initial
                return RegimeGraph.Node(
                    id: name,
                    label: $0.label,
                    box: box,
                    tone: RegimeGraph.Tone($0),
                    isInitial: isInitial,
                    clocks: isInitial ? opening : []
                )
            }
        }
    }

    mutating func add(_ transition: Transition) {
        let event = RegimeGraph.Event(transition, of: regime, machine: machine)
        let sources = order.states.filter(transition.from.contains)
        let target = transition.to.map { $0 }
        let staying = sources.filter { target == nil || target == $0 }
        let leaving = sources.filter { target != nil && target != $0 }
        if !staying.isEmpty || !leaving.isEmpty { events.insert(transition.event) }
        if staying.count >= Self.manyStates {
            note(event, at: staying, target: nil)
        } else {
            for state in staying { change(state) { if !$0.loops.contains(event.label) { $0.loops.append(event.label) } } }
        }
        guard let target else { return }
        if machine.states[target] != nil, !order.states.contains(target) {
            guard !leaving.isEmpty else { return }
            if leaving.count >= Self.manyStates {
                note(event, at: leaving, target: outsideLabel(target))
            } else {
                let id = "out:" + target
                if !after.contains(where: { $0.id == id }) {
                    after.append(RegimeGraph.Node(id: id, label: outsideLabel(target), box: nil, tone: .outside))
                }
                roads.add(event, from: leaving, to: id)
            }
            return
        }
        // Events from a state before it and one behind it are two lines, since one of them is a return.
        let (returns, forward) = (
            leaving.filter { order.isReturn(from: $0, to: target) }, leaving.filter { !order.isReturn(from: $0, to: target) }
        )
        for group in [forward, returns] where !group.isEmpty { roads.add(event, from: group, to: target) }
        let outer = transition.from.filter { !order.states.contains($0) }
        let stages = regime.stages.map { stage in outer.filter { $0.stageName == stage.id } }.filter { !$0.isEmpty }
        if !stages.isEmpty {
            events.insert(transition.event)
            roads.add(event, from: stages.map { entrance($0) }, to: target)
        }
    }

    /// Adds how events elsewhere close these machines.
    mutating func addClosings() {
        var closings: [[String]: [Phrase]] = [:]
        for other in [regime.task] + regime.machines.sorted(by: { $0.key < $1.key }).map(\.value) {
            for transition in other.transitions {
                for case .close(id, let states, let to) in transition.effects where machine.states[to] != nil {
                    closings[[to] + order.states.filter { states.contains($0) && $0 != to }, default: []].append(transition.label)
                }
            }
        }
        for (ends, labels) in closings.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) where ends.count > 1 {
            let event = RegimeGraph.Event(label: Words.closed(by: labels), isAutomatic: true, starts: [], stops: [])
            roads.add(event, from: Array(ends.dropFirst()), to: ends[0])
        }
    }

    /// The clocks that the shown events start or stop.
    var clocks: [RegimeGraph.Clock] {
        let opening = Set(inner.flatMap(\.clocks))
        return machine.deadlines.sorted { $0.key < $1.key }.filter { id, deadline in
            opening.contains(id) || deadline.starts.contains { $0.event.map(events.contains) == true }
                || deadline.stops.contains(where: events.contains)
        }.map { RegimeGraph.Clock(id: $0.key, label: $0.value.label, term: $0.value.term.phrase) }
    }

    private mutating func change(_ state: String, _ change: (inout RegimeGraph.Node) -> Void) {
        if let place = inner.firstIndex(where: { $0.id == state }) { change(&inner[place]) }
    }

    private mutating func note(_ event: RegimeGraph.Event, at states: [String], target: Phrase?) {
        let number = notes.count + 1
        notes.append(RegimeGraph.Note(number: number, event: event, target: target))
        for state in states { change(state) { $0.marks.append(number) } }
    }

    /// The node outside from which some states of one stage lead in: the state itself, or the stage when there are several.
    private mutating func entrance(_ states: [String]) -> String {
        let id = "in:" + (states.count == 1 ? states[0] : states[0].stageName)
        if !before.contains(where: { $0.id == id }) {
            let label = states.count == 1 ? outsideLabel(states[0]) : stageLabel(states[0])
            before.append(RegimeGraph.Node(id: id, label: label, box: nil, tone: .outside))
        }
        return id
    }

    private func stageLabel(_ state: String) -> Phrase {
        regime.stages.first { $0.id == state.stageName }?.label ?? Phrase(vi: state)
    }

    private func outsideLabel(_ state: String) -> Phrase {
        let (stage, label) = (stageLabel(state), machine.states[state]?.label ?? Phrase(vi: state))
        return Phrase(vi: "\(stage.vi): \(label.vi)", en: "\(stage[.en]): \(label[.en])")
    }
}
