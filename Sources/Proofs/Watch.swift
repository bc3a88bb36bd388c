import Expressions
import Rules

/// A claim as something to watch for: what must not happen, and from when to when.
struct Watch {
    /// What must not happen.
    let bad: Occurrence
    /// Whether it is watched from the beginning.
    let isOnAtStart: Bool
    /// What turns the watch on.
    let on: Occurrence?
    /// What turns it off.
    let off: Occurrence?

    /// The watches of a claim; none for claims about a single step or a state.
    static func watches(of claim: Invariant.Claim) -> [Watch] {
        switch claim {
        case .never(let bad, .life, _): [Watch(bad: bad, isOnAtStart: true, on: nil, off: nil)]
        case .never(let bad, .before(let other), _): [Watch(bad: bad, isOnAtStart: true, on: nil, off: other)]
        case .never(let bad, .after(let on, let off), _): [Watch(bad: bad, isOnAtStart: false, on: on, off: off)]
        case .once(let bad): [Watch(bad: bad, isOnAtStart: false, on: bad, off: nil)]
        case .apart(let one, let other):
            [
                Watch(bad: one, isOnAtStart: false, on: other, off: nil),
                Watch(bad: other, isOnAtStart: false, on: one, off: nil),
            ]
        case .always, .every: []
        }
    }
}

extension Life {
    /// Whether something may happen in a step, and whether it then does for certain.
    func happens(_ occurrence: Occurrence, in move: Move, from state: String) -> (maybe: Bool, surely: Bool) {
        func named(_ name: String) -> Bool { occurrence.names.contains(name) }
        switch occurrence.kind {
        case .event:
            let isNamed = named(move.machine == id ? move.transition.event : move.qualifiedEvent)
            return (isNamed, isNamed)
        case .state:
            let isEntered = move.to.map { named($0) && !named(state) } ?? false
            return (isEntered, isEntered)
        case .ends:
            let ends = move.to.flatMap { machine.states[$0]?.end }.map { named($0.rawValue) } ?? false
            return (ends, ends)
        case .opens:
            let opened = move.opens.filter { named($0.machine) }
            return (!opened.isEmpty, opened.contains(where: \.isCertain))
        case .starts:
            let isStarted = !move.starts.isDisjoint(with: occurrence.names)
            return (isStarted, isStarted)
        case .changes:
            let recorded = move.records.filter { named($0.path.description) }
            let isSet = move.sets.contains { named($0.path.description) }
            return (isSet || !recorded.isEmpty, isSet || recorded.contains(where: \.isRequired))
        }
    }
}
