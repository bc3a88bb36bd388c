/// Proof that a log only grew: that its first `oldSize` entries are what they were (RFC 9162 §2.1.4).
public struct ConsistencyProof: Sendable, Hashable {
    /// Size of the earlier log, at least 1.
    public var oldSize: Int64
    /// Size of the later log.
    public var newSize: Int64
    /// Hashes in the order of RFC 9162.
    public var path: [TreeHash]

    /// Creates a proof.
    public init(oldSize: Int64, newSize: Int64, path: [TreeHash]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.path = path
    }

    /// Whether the proof shows that the log with the new root extends the one with the old root (RFC 9162 §2.1.4.2).
    public func shows(oldRoot: TreeHash, newRoot: TreeHash) -> Bool {
        guard oldSize >= 1, oldSize <= newSize else { return false }
        if oldSize == newSize { return path.isEmpty && oldRoot == newRoot }
        // A whole perfect subtree as the old log is its own first hash.
        var hashes = oldSize & (oldSize - 1) == 0 ? [oldRoot] + path : path
        guard !hashes.isEmpty else { return false }
        var node = oldSize - 1
        var last = newSize - 1
        while node & 1 == 1 {
            node >>= 1
            last >>= 1
        }
        var old = hashes.removeFirst()
        var new = old
        for hash in hashes {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                old = TreeHash(left: hash, right: old)
                new = TreeHash(left: hash, right: new)
                while node & 1 == 0, node > 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                new = TreeHash(left: new, right: hash)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && old == oldRoot && new == newRoot
    }
}
