import Synchronization

/// What came of a crowd so far, kept by many threads.
final class CrowdRecord: Sendable {
    /// The counts.
    struct Counts {
        /// Event number of each acknowledged act.
        var acknowledged: [String: Int64] = [:]
        /// Acts each writer began, and those it was told are done.
        var begun, done: [Int]
        var reads = 0
        var toldToTryAgain = 0
        /// Longest run of a writer and of a reader, in microseconds.
        var slowestWrite = 0, slowestRead = 0
        var complaints: [String] = []

        /// For people.
        func lines(seconds: Int) -> [String] {
            [
                "\(acknowledged.count) acts in \(seconds) s; by writer \(done); slowest \(slowestWrite / 1000) ms; told to try again \(toldToTryAgain)",
                "\(reads) reads; slowest \(slowestRead / 1000) ms",
            ]
        }
    }

    private let counts: Mutex<Counts>

    /// Nothing yet.
    init(writers: Int) {
        let none = [Int](repeating: 0, count: writers)
        counts = Mutex(Counts(begun: none, done: none))
    }

    var ended: Counts { counts.withLock { $0 } }
    var hasFaults: Bool { counts.withLock { !$0.complaints.isEmpty } }

    /// Numbers a writer's acts, from 1.
    func started(_ writer: Int) -> Int {
        counts.withLock { counts in
            counts.begun[writer] += 1
            return counts.begun[writer]
        }
    }

    func acknowledged(_ code: String, _ event: Int64, by writer: Int, after microseconds: Int) {
        counts.withLock { counts in
            counts.acknowledged[code] = event
            counts.done[writer] += 1
            counts.slowestWrite = max(counts.slowestWrite, microseconds)
        }
    }

    func wasRead(after microseconds: Int) {
        counts.withLock { counts in
            counts.reads += 1
            counts.slowestRead = max(counts.slowestRead, microseconds)
        }
    }

    func toldToTryAgain() { counts.withLock { $0.toldToTryAgain += 1 } }

    func complain(_ text: String) { counts.withLock { $0.complaints.append(text) } }
}
