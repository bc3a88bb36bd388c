/// A Merkle tree over the leaf hashes of a log (RFC 6962 §2.1, RFC 9162 §2.1), for roots and proofs of any earlier size.
public struct MerkleTree: Sendable {
    /// Leaf hashes in the order of the log.
    public var leaves: [TreeHash]

    /// A tree of these leaf hashes.
    public init(_ leaves: [TreeHash] = []) {
        self.leaves = leaves
    }

    /// Number of leaves.
    public var size: Int { leaves.count }

    /// Merkle tree hash of all leaves.
    public var root: TreeHash { root(of: leaves.indices) }

    /// Merkle tree hash of the log as it was with `size` entries; nil if it never had so many.
    public func root(ofSize size: Int) -> TreeHash? {
        (0...leaves.count).contains(size) ? root(of: 0..<size) : nil
    }

    /// Proof that the leaf is in the log of the given size (RFC 9162 §2.1.3.1); nil if it is not.
    public func inclusionProof(of index: Int, inSize size: Int) -> InclusionProof? {
        guard (0...leaves.count).contains(size), (0..<size).contains(index) else { return nil }
        var siblings: [TreeHash] = []
        var range = 0..<size
        while range.count > 1 {
            let (left, right) = Self.halves(of: range)
            if left.contains(index) {
                siblings.append(root(of: right))
                range = left
            } else {
                siblings.append(root(of: left))
                range = right
            }
        }
        return InclusionProof(index: Int64(index), size: Int64(size), path: siblings.reversed())
    }

    /// Proof that the log of size `new` only adds to the log of size `old` (RFC 9162 §2.1.4.1); nil unless 1 ≤ old ≤ new ≤ size.
    public func consistencyProof(from old: Int, to new: Int) -> ConsistencyProof? {
        guard old >= 1, old <= new, new <= leaves.count else { return nil }
        var hashes: [TreeHash] = []
        var range = 0..<new
        // Descend to the subtree that ends where the old log ended; its root is part of the proof unless it is the old root itself.
        while range.upperBound != old {
            let (left, right) = Self.halves(of: range)
            if old <= left.upperBound {
                hashes.append(root(of: right))
                range = left
            } else {
                hashes.append(root(of: left))
                range = right
            }
        }
        if range.lowerBound > 0 { hashes.append(root(of: range)) }
        return ConsistencyProof(oldSize: Int64(old), newSize: Int64(new), path: hashes.reversed())
    }

    private func root(of range: Range<Int>) -> TreeHash { MerkleFrontier(leaves[range]).root }

    /// Splits at the largest power of two smaller than the length.
    private static func halves(of range: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
        let half = 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
        let middle = range.lowerBound + half
        return (range.lowerBound..<middle, middle..<range.upperBound)
    }
}
