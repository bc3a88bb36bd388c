/// Inclusion proofs of many leaves of one log: every inner node is hashed once, a proof then costs a handful of hashes (RFC 9162 §2.1.3.1).
public struct MerkleProofs: Sendable {
    /// Hashes of the complete subtrees by the logarithm of their size: the leaves first.
    private let levels: [[TreeHash]]

    /// Hashes the tree over these leaves.
    public init(_ leaves: [TreeHash]) {
        var levels = [leaves]
        while let last = levels.last, last.count > 1 {
            levels.append(stride(from: 0, to: last.count - 1, by: 2).map { TreeHash(left: last[$0], right: last[$0 + 1]) })
        }
        self.levels = levels
    }

    /// Number of leaves.
    public var size: Int { levels[0].count }

    /// Merkle tree hash of all leaves.
    public var root: TreeHash { size == 0 ? .empty : root(of: 0..<size) }

    /// Proof that the leaf is in the log; nil if there is no such leaf.
    public func proof(of index: Int) -> InclusionProof? {
        guard levels[0].indices.contains(index) else { return nil }
        var siblings: [TreeHash] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + Self.half(of: range)
            let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
            siblings.append(root(of: index < middle ? right : left))
            range = index < middle ? left : right
        }
        return InclusionProof(index: Int64(index), size: Int64(size), path: siblings.reversed())
    }

    /// Every range that the definition of the tree splits off begins at a multiple of the largest complete subtree in it.
    private func root(of range: Range<Int>) -> TreeHash {
        let level = range.count.trailingZeroBitCount
        if 1 << level == range.count { return levels[level][range.lowerBound >> level] }
        let middle = range.lowerBound + Self.half(of: range)
        return TreeHash(left: root(of: range.lowerBound..<middle), right: root(of: middle..<range.upperBound))
    }

    /// The largest power of two smaller than the length.
    private static func half(of range: Range<Int>) -> Int { 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount) }
}
