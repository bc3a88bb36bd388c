/// A Merkle tree over the leaf hashes of a log (RFC 6962 §2.1, RFC 9162 §2.1), for roots and proofs of any size that the log had.
///
/// Nothing is kept: hashes of leaves and of tiles (`LogTile`) are read when they are needed, a few hundred for a proof however long the log is. They are
/// not checked against each other: whoever does not trust them holds the answer against a root they know.
public struct MerkleTree {
    /// Number of leaves.
    public let size: Int
    /// Logarithm of the size of a tile.
    private let height: Int
    private let hashes: (_ level: Int, _ places: Range<Int>) throws -> [TreeHash]

    /// A tree whose hashes are kept elsewhere.
    ///
    /// - Parameters:
    ///   - tileHeight: logarithm of the number of hashes of a tile.
    ///   - hashes: reads the hashes of a level at these places, from 0; level 0 are the leaves. Every proof and root throws `LogFault` when it does not
    ///     give as many as it was asked for.
    public init(size: Int, tileHeight: Int = LogTile.height, hashes: @escaping (_ level: Int, _ places: Range<Int>) throws -> [TreeHash]) {
        self.size = size
        height = tileHeight
        self.hashes = { level, places in
            let read = try hashes(level, places)
            guard read.count == places.count else {
                let first = (places.lowerBound + min(read.count, places.count)) << (level * tileHeight)
                throw LogFault(number: Int64(first + 1), reason: .missing)
            }
            return read
        }
    }

    /// A tree of these leaf hashes.
    public init(_ leaves: [TreeHash], tileHeight: Int = LogTile.height) {
        var (frontier, tiles) = (MerkleFrontier(), [Int: [TreeHash]]())
        for leaf in leaves { frontier.append(leaf, tileHeight: tileHeight) { tiles[$0.level, default: []].append($0.hash) } }
        self.init(size: leaves.count, tileHeight: tileHeight) { [tiles] level, places in
            Array((level == 0 ? leaves : tiles[level] ?? [])[places])
        }
    }

    /// Merkle tree hash of the log as it was with `size` entries; nil if it never had so many.
    public func root(ofSize size: Int) throws -> TreeHash? {
        (0...self.size).contains(size) ? try root(of: 0..<size) : nil
    }

    /// The leaf hash at a place, from 0; nil if there is none.
    public func leaf(_ index: Int) throws -> TreeHash? {
        (0..<size).contains(index) ? try hashes(0, index..<index + 1).first : nil
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
        let (first, near) = (range.lowerBound, try hashes(0, range))
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
        guard range.count >= 1 << height, !range.isEmpty else { return MerkleFrontier(try hashes(0, range)).root }
        let log = range.count.trailingZeroBitCount
        guard 1 << log == range.count else {
            let (left, right) = Self.halves(of: range)
            return TreeHash(left: try root(of: left), right: try root(of: right))
        }
        let level = log / height
        let (first, count) = (range.lowerBound >> (level * height), 1 << (log % height))
        return MerkleFrontier(try hashes(level, first..<first + count)).root
    }

    /// Splits at the largest power of two smaller than the length.
    private static func halves(of range: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
        let half = 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
        let middle = range.lowerBound + half
        return (range.lowerBound..<middle, middle..<range.upperBound)
    }
}
