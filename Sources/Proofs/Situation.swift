import Expressions
import Rules

/// Where a life stands: its state, what is followed, and which watches of the claim are on.
struct Situation: Hashable {
    /// The state of the machine.
    var state: String
    /// Whether the life went on under another regime, where nothing more is followed.
    var hasLeft = false
    /// Which watches are on, a bit each.
    var armed: UInt8
    /// The numbers of the atoms that are followed, in their order.
    var values: [UInt64]
}

/// The atoms that are followed in one round of a proof.
struct Following {
    let life: Life
    let atoms: [Atom]
    private let places: [FactPath: Int]
    private let machinePlaces: [String: Int]
    /// What the expressions of the life read to see them.
    let paths: Set<FactPath>

    init(_ life: Life, _ atoms: [Atom]) {
        self.life = life
        self.atoms = atoms
        var places: [FactPath: Int] = [:]
        var machinePlaces: [String: Int] = [:]
        var paths: Set<FactPath> = []
        for (place, atom) in atoms.enumerated() {
            let path: FactPath
            switch atom {
            case .fact(let fact, _): path = fact
            case .document(let form): path = FactPath(root: "documents", fields: [form])
            case .flag(let flag): path = FactPath(root: "flags", fields: [flag])
            case .fired(let event): path = FactPath(root: "fired", fields: [event])
            case .machines(let kind):
                path = FactPath(root: "machines.\(FactEnvironment.expressionName(kind))")
                machinePlaces[path.root] = place
            }
            places[path] = place
            paths.insert(path)
        }
        self.places = places
        self.machinePlaces = machinePlaces
        self.paths = paths
    }

    /// The place of a fact among the atoms.
    func place(of path: FactPath) -> Int? { places[path] }

    /// The place of a kind of small machine among the atoms.
    func place(ofMachines kind: String) -> Int? { machinePlaces["machines.\(FactEnvironment.expressionName(kind))"] }

    /// What expressions see in a situation, read for a move of some machine.
    func view(of situation: Situation, isOwn: Bool) -> View { View(following: self, situation: situation, isOwn: isOwn) }

    /// What expressions see in one situation.
    struct View: PartialFacts {
        let following: Following
        let situation: Situation
        /// Whether `this` is the machine whose life it is.
        let isOwn: Bool

        func glimpse(of path: FactPath) -> Glimpse {
            if path.root == "this" {
                guard isOwn, !following.life.isTask else { return .open }
                if path.fields == ["state"] { return .known(.string(situation.state)) }
            }
            if let place = following.place(of: path) { return following.atoms[place].glimpse(situation.values[place]) }
            return following.life.consistency.constants[path].map(Glimpse.known) ?? .open
        }

        func states(of machines: String) -> Set<String>? {
            standing(machines) { $0 }
        }

        func certainStates(of machines: String) -> Set<String> {
            standing(machines) { $0 >> UInt64(Atom.stateLimit) } ?? []
        }

        private func standing(_ machines: String, _ part: (UInt64) -> UInt64) -> Set<String>? {
            guard let place = following.machinePlaces[machines], case .machines(let kind) = following.atoms[place] else { return nil }
            let bits = part(situation.values[place])
            let states = following.life.states(of: kind)
            return Set(states.indices.filter { bits & (1 << UInt64($0)) != 0 }.map { states[$0] })
        }

        func end(of state: String, in machines: String) -> String? {
            guard let place = following.machinePlaces[machines], case .machines(let kind) = following.atoms[place] else { return nil }
            return following.life.regime.machines[kind]?.states[state].map { $0.end?.rawValue ?? "" }
        }
    }

    /// The bits of states of a kind of small machine.
    func bits(_ states: some Sequence<String>, of kind: String) -> UInt64 {
        let all = life.states(of: kind)
        return states.reduce(0) { bits, state in all.firstIndex(of: state).map { bits | 1 << UInt64($0) } ?? bits }
    }
}
