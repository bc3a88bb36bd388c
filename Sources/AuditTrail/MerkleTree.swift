/// A Merkle tree over the leaf hashes of a log (RFC 6962 §2.1, RFC 9162 §2.1), for roots and proofs of any size that the log had.
///
/// Leaves are read when they are needed, a tile of them at a time. What is kept are the hashes of whole tiles and of the complete subtrees above
/// them: a byte for each leaf where a tile has 64.
public struct MerkleTree {
    /// Number of leaves.
    public let size: Int
    /// Logarithm of the size of a tile.
    private let height: Int
    /// Hashes of the complete subtrees by the logarithm of their size, tiles first.
    private let levels: [[TreeHash]]
    private let leaves: (Range<Int>) throws -> [TreeHash]

    /// Reads the log once and hashes its tiles.
    ///
    /// - Parameters:
    ///   - tileHeight: logarithm of the number of leaves that are read together for a proof.
    ///   - leaves: reads the leaf hashes of these places, from 0; it is called again for every proof.
    /// - Throws: `LogFault` when it does not give as many as it was asked for.
    public init(size: Int, tileHeight: Int = 6, leaves: @escaping (Range<Int>) throws -> [TreeHash]) throws {
        self.size = size
        height = tileHeight
        self.leaves = { range in
            let read = try leaves(range)
            guard read.count == range.count else {
                throw LogFault(number: Int64(range.lowerBound + min(read.count, range.count) + 1), reason: .missing)
            }
            return read
        }
        var tiles: [TreeHash] = []
        let whole = (size >> height) << height
        for start in stride(from: 0, to: whole, by: Self.portion << height) {
            let read = try self.leaves(start..<min(start + (Self.portion << height), whole))
            tiles += (0..<height).reduce(read) { row, _ in Self.parents(of: row) }
        }
        var levels = [tiles]
        while let last = levels.last, last.count > 1 { levels.append(Self.parents(of: last)) }
        self.levels = levels
    }

    /// A tree of these leaf hashes.
    public init(_ leaves: [TreeHash], tileHeight: Int = 6) throws {
        try self.init(size: leaves.count, tileHeight: tileHeight) { Array(leaves[$0]) }
    }

    /// So many tiles are read at once when the whole log is.
    private static let portion = 64

    /// Merkle tree hash of the log as it was with `size` entries; nil if it never had so many.
    public func root(ofSize size: Int) throws -> TreeHash? {
        (0...self.size).contains(size) ? try root(of: 0..<size) : nil
    }

    /// The leaf hash at a place, from 0; nil if there is none.
    public func leaf(_ index: Int) throws -> TreeHash? {
        (0..<size).contains(index) ? try leaves(index..<index + 1).first : nil
    }

    /// Proof that the leaf is in the log of the given size (RFC 9162 §2.1.3.1); nil if it is not.
    public func inclusionProof(of index: Int, inSize size: Int) throws -> InclusionProof? {
        guard (0...self.size).contains(size), (0..<size).contains(index) else { return nil }
        var siblings: [TreeHash] = []
        var range = 0..<size
        while range.count > 1 << height {
            let (left, right) = Self.halves(of: range)
            let goesLeft = left.contains(index)
            siblings.append(try root(of: goesLeft ? right : left))
            range = goesLeft ? left : right
        }
        let (first, near) = (range.lowerBound, try leaves(range))
        while range.count > 1 {
            let (left, right) = Self.halves(of: range)
            let goesLeft = left.contains(index)
            let other = goesLeft ? right : left
            siblings.append(MerkleFrontier(near[other.lowerBound - first..<other.upperBound - first]).root)
            range = goesLeft ? left : right
        }
        return InclusionProof(index: Int64(index), size: Int64(size), path: siblings.reversed())
    }

    /// Proof that the log of size `new` only adds to the log of size `old` (RFC 9162 §2.1.4.1); nil unless 1 ≤ old ≤ new ≤ size.
    public func consistencyProof(from old: Int, to new: Int) throws -> ConsistencyProof? {
        guard old >= 1, old <= new, new <= size else { return nil }
        var hashes: [TreeHash] = []
        var range = 0..<new
        // Descend to the subtree that ends where the old log ended; its root is part of the proof unless it is the old root itself.
        while range.upperBound != old {
            let (left, right) = Self.halves(of: range)
            let goesLeft = old <= left.upperBound
            hashes.append(try root(of: goesLeft ? right : left))
            range = goesLeft ? left : right
        }
        if range.lowerBound > 0 { hashes.append(try root(of: range)) }
        return ConsistencyProof(oldSize: Int64(old), newSize: Int64(new), path: hashes.reversed())
    }

    /// Every range that the definition of the tree splits off begins at a multiple of the largest complete subtree in it.
    private func root(of range: Range<Int>) throws -> TreeHash {
        guard range.count >= 1 << height, !range.isEmpty else { return MerkleFrontier(try leaves(range)).root }
        let level = range.count.trailingZeroBitCount
        if 1 << level == range.count { return levels[level - height][range.lowerBound >> level] }
        let (left, right) = Self.halves(of: range)
        return TreeHash(left: try root(of: left), right: try root(of: right))
    }

    /// Hashes of the pairs of a row; what has no partner is left out.
    private static func parents(of row: [TreeHash]) -> [TreeHash] {
        stride(from: 0, to: row.count - 1, by: 2).map { TreeHash(left: row[$0], right: row[$0 + 1]) }
    }

    /// Splits at the largest power of two smaller than the length.
    private static func halves(of range: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
        let half = 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
        let middle = range.lowerBound + half
        return (range.lowerBound..<middle, middle..<range.upperBound)
    }
}
