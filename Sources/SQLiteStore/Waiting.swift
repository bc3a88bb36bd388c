#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import Synchronization

/// How a connection waits while somebody else writes.
///
/// SQLite keeps no queue: whoever asks first after the lock is free has it, and its own way of waiting asks ever more rarely, so that newcomers
/// overtake those who have waited long. Here it is the other way round: the longer somebody has waited, the more often they ask.
final class Waiting: Sendable {
    private let patience: Duration
    private let began = Mutex<ContinuousClock.Instant?>(nil)

    /// Waits so long in all; counted by a clock that nobody sets.
    init(patience: Duration) {
        self.patience = patience
    }

    /// Waits a little.
    ///
    /// - Parameter tries: how often it was asked in vain before, for the same lock.
    /// - Returns: whether to ask again; false when the patience is over.
    func isWorthAnotherTry(after tries: Int) -> Bool {
        let now = ContinuousClock.now
        let waited = began.withLock { began in
            if tries == 0 { began = now }
            return now - (began ?? now)
        }
        guard waited < patience else { return false }
        usleep(UInt32(Self.pause(after: waited) / .microseconds(1)))
        return true
    }

    /// Ten milliseconds at first, one after two seconds and from then on.
    static func pause(after waited: Duration) -> Duration {
        let share = min(waited / .seconds(2), 1)
        return .microseconds(Int(10_000 - share * 9_000))
    }
}
