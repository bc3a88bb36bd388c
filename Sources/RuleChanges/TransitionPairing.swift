import Rules

/// Finds for each transition of one machine the one it became in another version: transitions have no names of their own, and one event may
/// have several.
struct TransitionPairing {
    /// A transition before and after; one of them may not be there.
    struct Pair {
        var old, new: Transition?
    }

    /// The pairs, those that are gone or new included.
    let pairs: [Pair]

    /// Likeness, the best first: the same in everything; the same way; the same end; a common beginning; only the event.
    private static let likenesses: [@Sendable (Transition, Transition) -> Bool] = [
        { $0 == $1 }, { Set($0.from) == Set($1.from) && $0.to == $1.to }, { $0.to == $1.to && !Set($0.from).isDisjoint(with: $1.from) },
        { !Set($0.from).isDisjoint(with: $1.from) }, { $0.to == $1.to }, { _, _ in true },
    ]

    init(_ old: [Transition], _ new: [Transition]) {
        var pairs: [Pair] = []
        var (before, after) = (old, new)
        for isLike in TransitionPairing.likenesses {
            var left: [Transition] = []
            for transition in before {
                if let place = after.firstIndex(where: { $0.event == transition.event && isLike(transition, $0) }) {
                    pairs.append(Pair(old: transition, new: after.remove(at: place)))
                } else {
                    left.append(transition)
                }
            }
            before = left
        }
        self.pairs = pairs + before.map { Pair(old: $0, new: nil) } + after.map { Pair(old: nil, new: $0) }
    }
}
