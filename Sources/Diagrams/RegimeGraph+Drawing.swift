import LifecycleModel
public import Rules

extension RegimeGraph {
    /// All stages with their states, the main road and what leads off it.
    public init(overviewOf regime: Regime, hash: String) {
        let stages = regime.stages.map { stage in (stage: stage, states: regime.task.states.keys.filter { $0.hasPrefix(stage.id + "/") }) }
        let clocks = StageClocks(regime)
        self.init(
            title: regime.label,
            subtitle: Self.subtitle(regime, hash),
            part: nil,
            boxes: stages.map { stage, states in
                Box(
                    id: stage.id,
                    label: stage.label,
                    isSide: stage.isSide,
                    transitions: regime.task.transitions.count { !Set(states).isDisjoint(with: $0.from) },
                    deadlines: clocks.count(in: stage.id)
                )
            },
            nodes: stages.flatMap { stage, states in
                LifeOrder(regime.task, within: Set(states)).states.compactMap { name in
                    regime.task.states[name].map {
                        Node(id: name, label: $0.label, box: stage.id, tone: Tone($0), isInitial: name == regime.task.initial)
                    }
                }
            },
            edges: [],
            notes: [],
            clocks: []
        )
        var roads = EdgeCollector()
        for transition in regime.task.transitions {
            guard let to = transition.to else { continue }
            for source in regime.stages.map(\.id)
            where transition.from.contains(where: { $0.hasPrefix(source + "/") }) && source != to.stageName {
                roads.add(Event(transition, of: regime, machine: regime.task), from: [source], to: to.stageName)
            }
        }
        edges = roads.edges
    }

    /// One stage with its neighbours; nil when the regime has no such stage.
    public init?(stage id: String, of regime: Regime, hash: String) {
        guard let stage = regime.stages.first(where: { $0.id == id }) else { return nil }
        let states = Set(regime.task.states.keys.filter { $0.hasPrefix(id + "/") })
        self.init(
            title: regime.label,
            subtitle: Self.subtitle(regime, hash),
            part: Phrase(vi: "Giai đoạn: \(stage.label.vi)", en: "Stage: \(stage.label[.en])"),
            boxes: [Box(id: id, label: stage.label, isSide: stage.isSide, transitions: 0, deadlines: 0)],
            nodes: [],
            edges: [],
            notes: [],
            clocks: []
        )
        draw(regime.task, states: states, box: id, of: regime)
    }

    /// A small machine; nil when the regime has none of that name.
    public init?(machine id: String, of regime: Regime, hash: String) {
        guard let machine = regime.machines[id] else { return nil }
        self.init(
            title: regime.label,
            subtitle: Self.subtitle(regime, hash),
            part: machine.label,
            boxes: [Box(id: id, label: machine.label, isSide: false, transitions: 0, deadlines: 0)],
            nodes: [],
            edges: [],
            notes: [],
            clocks: []
        )
        draw(machine, states: Set(machine.states.keys), box: id, of: regime)
    }

    private static func subtitle(_ regime: Regime, _ hash: String) -> String {
        "\(regime.id) \(regime.version) · SHA-256 \(hash.prefix(12))"
    }

    private mutating func draw(_ machine: Machine, states: Set<String>, box: String, of regime: Regime) {
        var drawing = MachineDrawing(machine, states: states, box: box, regime: regime)
        for transition in machine.transitions { drawing.add(transition) }
        drawing.addClosings()
        nodes = drawing.nodes
        edges = drawing.roads.edges
        notes = drawing.notes
        clocks = drawing.clocks
    }
}

extension String {
    /// The stage part of a task's state.
    var stageName: String { String(prefix { $0 != "/" }) }
}

extension RegimeGraph.Event {
    init(_ transition: Transition, of regime: Regime, machine: Machine) {
        let deadlines = machine.deadlines.sorted { $0.key < $1.key }
        self.init(
            label: transition.label,
            isAutomatic: transition.by.contains { regime.roles[$0]?.heldBy == .system },
            starts: deadlines.filter { $0.value.starts.contains { $0.event == transition.event } }.map(\.key),
            stops: deadlines.filter { $0.value.stops.contains(transition.event) }.map(\.key)
        )
    }
}

/// Joins events between the same ends to one edge.
struct EdgeCollector {
    private(set) var edges: [RegimeGraph.Edge] = []

    mutating func add(_ event: RegimeGraph.Event, from sources: [String], to target: String) {
        guard let place = edges.firstIndex(where: { $0.sources == sources && $0.target == target }) else {
            edges.append(RegimeGraph.Edge(sources: sources, target: target, events: [event]))
            return
        }
        if !edges[place].events.contains(where: { $0.label == event.label }) { edges[place].events.append(event) }
    }
}

/// Which stage a clock of the task belongs to: the first in which an event starts it.
private struct StageClocks {
    private let stages: [String]

    init(_ regime: Regime) {
        stages = regime.task.deadlines.values.compactMap { deadline in
            let events = deadline.starts.map(\.event)
            if events.contains(nil) { return regime.task.initial.stageName }
            let sources = Set(regime.task.transitions.filter { events.contains($0.event) }.flatMap(\.from).map(\.stageName))
            return regime.stages.first { sources.contains($0.id) }?.id
        }
    }

    func count(in stage: String) -> Int { stages.count { $0 == stage } }
}
