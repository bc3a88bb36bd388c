/// Proof that an entry stands at a place of a log: the hashes that lead from its leaf to the root (RFC 9162 §2.1.3).
public struct InclusionProof: Sendable, Hashable {
    /// Leaf index, from 0.
    public var index: Int64
    /// Size of the log it is proved for.
    public var size: Int64
    /// Sibling hashes from the leaf upwards.
    public var path: [TreeHash]

    /// Creates a proof.
    public init(index: Int64, size: Int64, path: [TreeHash]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// Whether the proof shows that a log with this root holds the leaf.
    public func shows(_ leaf: TreeHash, in root: TreeHash) -> Bool {
        self.root(over: leaf) == root
    }

    /// The root to which the path leads from the leaf (RFC 9162 §2.1.3.2); nil when its length fits neither index nor size.
    public func root(over leaf: TreeHash) -> TreeHash? {
        guard index >= 0, index < size else { return nil }
        var node = index
        var last = size - 1
        var hash = leaf
        for sibling in path {
            guard last > 0 else { return nil }
            if node & 1 == 1 || node == last {
                hash = TreeHash(left: sibling, right: hash)
                // A node without a right sibling rises unchanged until it becomes a right child.
                while node & 1 == 0, node > 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                hash = TreeHash(left: hash, right: sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 ? hash : nil
    }
}
