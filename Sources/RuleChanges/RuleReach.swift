public import Rules

/// Which rules of a regime a task can still meet from where it stands, by the ways its machines can go. Guards are not looked at: what the way
/// allows counts as possible.
public struct RuleReach: Sendable {
    private let regime: Regime
    /// Transitions by machine, with what they name.
    private let ways: [String: [Way]]

    /// Where a task and the things beside it stand.
    public struct Place: Sendable, Hashable {
        /// The task's position.
        public var position: String
        /// States of the small machines that still live, by kind.
        public var living: [String: Set<String>]
        /// Running clocks, `machine/id`.
        public var clocks: Set<String>

        /// Creates a place.
        public init(position: String, living: [String: Set<String>], clocks: Set<String>) {
            self.position = position
            self.living = living
            self.clocks = clocks
        }
    }

    /// Prepares a regime.
    public init(_ regime: Regime) {
        self.regime = regime
        let machines = [Regime.taskMachine] + regime.machines.keys
        ways = Dictionary(uniqueKeysWithValues: machines.map { ($0, Self.ways(of: $0, in: regime)) })
    }

    /// Those of the rules a task at a place can still meet, by their index.
    public func met(_ rules: [BasedRule], at place: Place) -> Set<Int> {
        let (states, transitions) = reached(from: place)
        func canStart(_ machine: String, _ id: String) -> Bool {
            guard let deadline = regime.machine(machine)?.deadlines[id] else { return false }
            return deadline.starts.contains { start in
                guard let event = start.event else { return machine != Regime.taskMachine && opens(machine, transitions) }
                return transitions.contains { $0.machine == machine && $0.rule.event == event || "\($0.machine)/\($0.rule.event)" == event }
            }
        }
        let isSessionOpen = !place.living["council-session", default: []].isEmpty
        func meets(council kind: String) -> Bool {
            isSessionOpen
                || transitions.contains { way in
                    way.rule.effects.contains { effect in
                        guard case .open("council-session", _, let facts) = effect else { return false }
                        // A kind that is not written out may be any.
                        return facts["kind"].map { !$0.contains("\"") || $0.contains("\"\(kind)\"") } ?? true
                    }
                }
        }
        let isMet = { (meeting: BasedRule.Meeting) -> Bool in
            switch meeting {
            case .transition(let machine, let from): !states[machine, default: []].isDisjoint(with: from)
            case .deadline(let machine, let id): place.clocks.contains("\(machine)/\(id)") || canStart(machine, id)
            case .parameter(let name):
                transitions.contains { $0.names.parameters.contains(name) }
                    || regime.councils.contains { $0.value.parameters.contains(name) && meets(council: $0.key) }
                    || regime.budget?.parameters.contains(name) ?? false
            case .money: true
            case .council(let kind): meets(council: kind)
            case .life(let machine): states[machine] != nil
            case .form(let code):
                transitions.contains { $0.names.forms.contains(code) }
                    || regime.councils.contains { kind, council in
                        council.ballots.values.contains { $0.form == code } && meets(council: kind)
                    }
            case .choice: false
            }
        }
        var known: [BasedRule.Meeting: Bool] = [:]
        return Set(
            rules.indices.filter { index in
                let meeting = rules[index].meeting
                if let answer = known[meeting] { return answer }
                let answer = isMet(meeting)
                known[meeting] = answer
                return answer
            }
        )
    }

    /// A transition of a machine.
    private struct Way: Sendable {
        let machine: String
        let rule: Transition
        let names: RuleNames
    }

    private static func ways(of machine: String, in regime: Regime) -> [Way] {
        (regime.machine(machine)?.transitions ?? []).map { Way(machine: machine, rule: $0, names: RuleNames(of: $0)) }
    }

    /// States that can be stood in, and transitions that can be taken, of each machine; a small machine counts once it lives or can be opened.
    private func reached(from place: Place) -> (states: [String: Set<String>], transitions: [Way]) {
        var states = place.living
        states[Regime.taskMachine] = [place.position]
        var taken: [Way] = []
        var left = ways
        var grows = true
        while grows {
            grows = false
            for (machine, open) in states {
                guard let waiting = left[machine] else { continue }
                var still: [Way] = []
                for way in waiting {
                    guard !open.isDisjoint(with: way.rule.from) else {
                        still.append(way)
                        continue
                    }
                    grows = true
                    taken.append(way)
                    if let to = way.rule.to { states[machine, default: []].insert(to) }
                    for effect in way.rule.effects {
                        switch effect {
                        case .open(let kind, _, _):
                            if let first = regime.machines[kind]?.initial { states[kind, default: []].insert(first) }
                        case .close(let kind, _, let to): if states[kind] != nil { states[kind, default: []].insert(to) }
                        default: break
                        }
                    }
                }
                left[machine] = still
            }
        }
        return (states, taken)
    }

    private func opens(_ kind: String, _ transitions: [Way]) -> Bool {
        transitions.contains { way in way.rule.effects.contains { if case .open(kind, _, _) = $0 { true } else { false } } }
    }
}
