/// What is wrong with a log, and with which entry first.
public struct LogFault: Error, Sendable, Hashable {
    /// Number of the first bad entry, from 1; nil when only the log as a whole is known to be wrong.
    public var number: Int64?
    /// What is wrong with it.
    public var reason: Reason

    /// What can be wrong with a log.
    public enum Reason: Sendable, Hashable {
        /// The entry is not there.
        case missing
        /// The entry cannot be read as an entry at all.
        case unreadable(String)
        /// The entry's content and its recorded hash do not belong together: one of them was altered.
        case altered
        /// The entry is there although the head of the log ends before it.
        case beyondHead(size: Int64)
        /// Every entry matches its hash, yet the tree over them has another root than was recorded for this size: entries were
        /// replaced together with their hashes.
        case rootDiffers(size: Int64, recorded: TreeHash, computed: TreeHash)
        /// The head of the log contradicts itself.
        case head(String)
    }

    /// Creates a fault.
    public init(number: Int64?, reason: Reason) {
        self.number = number
        self.reason = reason
    }
}

extension LogFault: CustomStringConvertible {
    /// For logs: `event 17: altered`
    public var description: String {
        (number.map { "event \($0): " } ?? "log: ") + "\(reason)"
    }
}
