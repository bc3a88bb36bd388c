import Expressions
import Rules

/// One round of a proof: every situation a life can come into, in order of distance, until one breaks the claim.
struct Exploration {
    let following: Following
    let claim: Invariant.Claim
    let watches: [Watch]
    let clause: [Syntax]
    /// What the condition reads that is followed.
    let clausePaths: Set<FactPath>
    /// The moves that can matter beside the life's own.
    private let beside: [Int]
    /// Moves that stay where they are and change nothing that is followed or watched.
    private let idle: Set<Int>
    private let relevances = Relevances()
    var life: Life { following.life }

    init(_ following: Following, _ claim: Invariant.Claim, clause: Syntax?) {
        self.following = following
        self.claim = claim
        self.clause = clause.map { Exclusion.terms(of: $0) } ?? []
        clausePaths = clause?.followable.intersection(following.paths) ?? []
        let watches = Watch.watches(of: claim)
        self.watches = watches
        var named = watches.flatMap { [$0.bad] + [$0.on, $0.off].compactMap { $0 } }
        if case .every(let occurrence, _) = claim { named.append(occurrence) }
        func matters(_ move: Move) -> Bool {
            following.isTouched(by: move) || named.contains { following.life.happens($0, in: move, from: "").maybe }
        }
        beside = following.life.beside.filter { matters(following.life.moves[$0]) }
        let followsDocuments = following.atoms.contains { if case .document = $0 { true } else { false } }
        let moves = following.life.moves
        idle = Set(
            moves.indices.filter { index in
                let move = moves[index]
                return move.isOwn && move.to == nil && !move.leaves && !followsDocuments && !matters(move)
                    && !following.atoms.contains(.fired(move.transition.event))
            }
        )
    }

    /// What of a move concerns what is followed; worked out once.
    struct Relevance {
        /// The terms of its requirements that read something of it.
        let terms: [Int]
        /// What they read of it.
        let paths: Set<FactPath>
        /// The facts it records, by place, and whether it cannot do without.
        let records: [(place: Int, isRequired: Bool)]
        /// Whether it may do what the claim forbids, from some state.
        let mayBeBad: Bool
    }

    private final class Relevances {
        var byMove: [ObjectIdentifier: Relevance] = [:]
    }

    /// What of a move concerns what is followed.
    func relevance(of move: Move) -> Relevance {
        if let known = relevances.byMove[ObjectIdentifier(move)] { return known }
        var terms: [Int] = []
        var paths: Set<FactPath> = []
        for (index, read) in move.paths.enumerated() where !read.isDisjoint(with: following.paths) {
            terms.append(index)
            paths.formUnion(read.intersection(following.paths))
        }
        let records = move.records.compactMap { path, isRequired in following.place(of: path).map { ($0, isRequired) } }
        let mayBeBad = watches.contains { watch in watch.bad.kind == .state || life.happens(watch.bad, in: move, from: "").maybe }
        let relevance = Relevance(terms: terms, paths: paths, records: records, mayBeBad: mayBeBad)
        relevances.byMove[ObjectIdentifier(move)] = relevance
        return relevance
    }

    /// How a round ends.
    enum Outcome {
        /// Nothing breaks the claim.
        case holds
        /// These moves, by number, break it.
        case broken([Int])
        /// There are more situations than the bound.
        case tooMany
    }

    /// Looks at every situation.
    func run(limit: Int) -> (outcome: Outcome, explored: Int) {
        var seen: Set<Situation> = []
        var situations: [Situation] = []
        var origins: [(parent: Int, move: Int)] = []
        for start in starts where seen.insert(start).inserted {
            situations.append(start)
            origins.append((-1, -1))
            if isBrokenStanding(start) { return (.broken([]), situations.count) }
        }
        for start in initialStates where isBrokenEntering(start) { return (.broken([]), situations.count) }
        var next = 0
        while next < situations.count {
            let situation = situations[next]
            for index in moves(from: situation) {
                for step in steps(from: situation, by: life.moves[index]) {
                    let isBroken = step.isBroken
                    guard isBroken || seen.insert(step.situation).inserted else { continue }
                    if isBroken {
                        var path = [index]
                        var place = next
                        while origins[place].parent >= 0 {
                            path.append(origins[place].move)
                            place = origins[place].parent
                        }
                        return (.broken(path.reversed()), situations.count)
                    }
                    situations.append(step.situation)
                    origins.append((next, index))
                    if situations.count > limit { return (.tooMany, situations.count) }
                }
            }
            next += 1
        }
        return (.holds, situations.count)
    }

    /// The moves that may be taken in a situation.
    private func moves(from situation: Situation) -> [Int] {
        situation.hasLeft ? [] : (life.leaving[situation.state] ?? []).filter { !idle.contains($0) } + beside
    }

    /// The states a life can begin in.
    var initialStates: [String] {
        [life.machine.initial] + (life.isTask ? life.regime.entries.keys.sorted() : [])
    }

    /// The situations a life can begin in: a new task knows only the facts of the group `task`; one from another regime, or a small machine,
    /// may know anything.
    var starts: [Situation] {
        let armed = watches.enumerated().reduce(UInt8(0)) { $1.element.isOnAtStart ? $0 | 1 << UInt8($1.offset) : $0 }
        var all: [Situation] = []
        for (number, state) in initialStates.enumerated() {
            let values = following.atoms.map { startingNumber(of: $0, entry: number == 0 ? nil : life.regime.entries[state]) }
            all += resolved(Situation(state: state, armed: armed, values: values), standing: true)
        }
        return all
    }

    private func startingNumber(of atom: Atom, entry: Entry?) -> UInt64 {
        let knowsNothing = life.isTask && entry == nil
        switch atom {
        case .fact(let path, _): return knowsNothing && path.root != "task" ? 0 : Atom.anything
        case .machines(let kind):
            if life.isTask, !(entry?.machines.contains(kind) ?? false) { return 0 }
            return following.bits(life.states(of: kind), of: kind)
        case .document, .flag, .fired: return knowsNothing ? 0 : Atom.anything
        }
    }
}

extension Following {
    /// Whether a move of another machine can change something that is followed.
    func isTouched(by move: Move) -> Bool {
        if move.records.contains(where: { place(of: $0.path) != nil }) || move.sets.contains(where: { place(of: $0.path) != nil }) {
            return true
        }
        if move.transition.to != nil, place(ofMachines: move.machine) != nil { return true }
        return move.opens.contains { place(ofMachines: $0.machine) != nil }
            || move.transition.effects.contains { effect in
                switch effect {
                case .raise(let flag, _), .clear(let flag): atoms.contains(.flag(flag))
                case .close(let kind, _, _): place(ofMachines: kind) != nil
                default: false
                }
            }
    }
}
