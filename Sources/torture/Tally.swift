import Synchronization

/// How many attacks were made and what came of them, counted by several threads.
final class Tally: Sendable {
    /// What became of an attacked act.
    enum End: CaseIterable, Sendable {
        /// It said that it was done.
        case acknowledged
        /// It was done, but did not live to say so.
        case recorded
        /// It was not done.
        case nothing
    }

    private struct Counts {
        var left: Int
        var ends: [String: [End: Int]] = [:]
    }

    private let counts: Mutex<Counts>

    /// Allows so many attacks.
    init(_ attacks: Int) {
        counts = Mutex(Counts(left: attacks))
    }

    /// Whether there are attacks left.
    var hasRoom: Bool { counts.withLock { $0.left > 0 } }

    /// Takes one attack; false: there are none left.
    func take() -> Bool {
        counts.withLock { counts in
            guard counts.left > 0 else { return false }
            counts.left -= 1
            return true
        }
    }

    /// Counts what came of it.
    func note(_ blow: Blow, _ end: End) {
        counts.withLock { $0.ends[blow.kind, default: [:]][end, default: 0] += 1 }
    }

    /// `power cut: 167, of which acknowledged 20, recorded 31, nothing 116`, a line for each kind.
    var lines: [String] {
        counts.withLock { counts in
            counts.ends.sorted { $0.key < $1.key }.map { kind, ends in
                func count(_ end: End) -> Int { ends[end] ?? 0 }
                return "\(kind): \(ends.values.reduce(0, +)); acknowledged \(count(.acknowledged)), done but not acknowledged "
                    + "\(count(.recorded)), not done \(count(.nothing))"
            }
        }
    }
}

extension Blow {
    /// The kind, for counting.
    var kind: String {
        switch self {
        case .listed: "undisturbed"
        case .timed: "killed at a moment"
        case .killed: "killed at a change"
        case .unplugged: "power cut"
        case .failing(_, let failure): failure.kind.rawValue + (failure.stays ? " from then on" : " once")
        }
    }
}
