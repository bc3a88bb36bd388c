import Expressions
import Rules

/// The life of one machine: its own moves, and those of other machines that can happen beside it at any time.
struct Life {
    let regime: Regime
    /// The machine's identifier.
    let id: String
    let machine: Machine
    let moves: [Move]
    /// Moves that can be taken in each state.
    let leaving: [String: [Int]]
    /// Moves of other machines, taken in any state.
    let beside: [Int]
    let consistency: Consistency
    /// Flags that a clock raises by itself: they may stand at any time, so they are not followed.
    private let clockFlags: Set<String>

    init?(of id: String, in compiled: CompiledRegime) {
        guard let machine = compiled.regime.machine(id) else { return nil }
        let regime = compiled.regime
        self.regime = regime
        self.id = id
        self.machine = machine
        var moves: [Move] = []
        for part in [Regime.taskMachine] + regime.machines.keys.sorted() {
            for (_, transition) in compiled.compiledTransitions(of: part) {
                if part == id {
                    let isEnd = transition.rule.to.map { machine.states[$0]?.end != nil } ?? false
                    // Clocks do not start when life ends.
                    let starts = isEnd ? [] : Set(transition.turns.filter { !$0.starts.isEmpty }.map(\.deadline.id))
                    moves.append(
                        Move(
                            transition,
                            of: part,
                            isOwn: true,
                            in: regime,
                            from: Set(transition.rule.from),
                            to: transition.rule.to,
                            starts: starts
                        )
                    )
                    continue
                }
                let starts = id == Regime.taskMachine ? Set(transition.taskTurns.filter { !$0.starts.isEmpty }.map(\.deadline.id)) : []
                moves.append(Move(transition, of: part, isOwn: false, in: regime, from: nil, to: nil, starts: starts))
                for case .close(id, let states, let to) in transition.rule.effects {
                    moves.append(Move(transition, of: part, isOwn: false, in: regime, from: Set(states), to: to, starts: []))
                }
            }
        }
        self.moves = moves
        var leaving: [String: [Int]] = [:]
        for (index, move) in moves.enumerated() {
            for state in (move.from ?? []).sorted() { leaving[state, default: []].append(index) }
        }
        self.leaving = leaving
        beside = moves.indices.filter { moves[$0].from == nil }
        consistency = Consistency(domains: regime.domains(of: machine), constants: regime.constants)
        var clockFlags: Set<String> = []
        for part in [regime.task] + regime.machines.values {
            for consequence in part.deadlines.values.flatMap(\.passing) {
                if case .flag(let flag, _) = consequence.act { clockFlags.insert(flag) }
            }
        }
        self.clockFlags = clockFlags
    }

    /// Whether it is the life of the task itself.
    var isTask: Bool { id == Regime.taskMachine }

    /// How something an expression reads can be followed; nil when it cannot: times, people, numbers.
    func atom(for path: FactPath) -> Atom? {
        if path.root.hasPrefix("machines."), path.fields.isEmpty {
            let kind = regime.machines.first { FactEnvironment.names($0.key, as: String(path.root.dropFirst("machines.".count))) }
            return kind.flatMap { canFollow($0.key) ? .machines($0.key) : nil }
        }
        guard path.fields.count == 1, let name = path.fields.first else { return nil }
        switch path.root {
        case "documents": return isTask ? .document(name) : nil
        case "flags": return isTask && !clockFlags.contains(name) ? .flag(name) : nil
        case "fired":
            let isShared = regime.machines.values.contains { $0.events.contains(name) }
            return isTask && !isShared && machine.events.contains(name) ? .fired(name) : nil
        case "this": return isTask ? nil : machine.facts[name].map { .fact(path, domain: $0.domain) }
        default: return regime.facts[path.root]?[name].map { .fact(path, domain: $0.domain) }
        }
    }

    /// Whether it can be followed where small machines of a kind stand.
    func canFollow(_ kind: String) -> Bool {
        guard let states = regime.machines[kind]?.states, kind != id else { return false }
        return states.count <= Atom.stateLimit
    }

    /// The states of a small machine in a fixed order, for the bits of ``Atom/machines(_:)``.
    func states(of kind: String) -> [String] {
        regime.machines[kind]?.states.keys.sorted() ?? []
    }
}
