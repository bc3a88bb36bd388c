public import AuditTrail

/// An event as it lies in the store, for verification: read without trust, so that a damaged one is an answer and not an error.
public struct LogEntry: Sendable, Hashable {
    /// Number it is stored under.
    public var number: Int64
    /// The bytes to be hashed, recomputed from its columns.
    public var content: Content
    /// Leaf hash stored with it; nil when what is stored there is no hash.
    public var leafHash: TreeHash?

    /// Recomputed bytes, or why there are none.
    public enum Content: Sendable, Hashable {
        /// `EventRecord.canonicalBytes` over the stored columns.
        case bytes([UInt8])
        /// A column does not hold what its name says.
        case unreadable(String)
    }

    /// Creates an entry.
    public init(number: Int64, content: Content, leafHash: TreeHash?) {
        self.number = number
        self.content = content
        self.leafHash = leafHash
    }
}
