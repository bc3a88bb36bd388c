public import AuditTrail

/// Size and root of the log: what every write prints, so that nothing recorded can be denied later.
public struct LogHead: Sendable, Hashable {
    /// Number of events.
    public var size: Int64
    /// RFC 6962 Merkle tree hash over the leaf hashes of all events.
    public var root: TreeHash

    /// Creates a head.
    public init(size: Int64, root: TreeHash) {
        self.size = size
        self.root = root
    }
}
