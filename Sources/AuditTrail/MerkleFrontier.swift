/// The right edge of a Merkle tree: the roots of its perfect subtrees from left to right, one for every bit set in its size.
///
/// It is all that is needed to append to a log and to know its root: at most 63 hashes, however long the log is. Appending costs one
/// node hash on average.
public struct MerkleFrontier: Sendable, Hashable {
    /// Number of leaves.
    public private(set) var size: Int64
    private var peaks: [TreeHash]

    /// The frontier of an empty log.
    public init() {
        size = 0
        peaks = []
    }

    /// The frontier of these leaves.
    public init(_ leaves: some Sequence<TreeHash>) {
        self.init()
        for leaf in leaves { append(leaf) }
    }

    /// Adds the next leaf.
    ///
    /// - Parameters:
    ///   - tileHeight: logarithm of the number of hashes of a tile.
    ///   - completed: told every tile that the leaf completes, lowest level first.
    public mutating func append(_ leaf: TreeHash, tileHeight: Int = LogTile.height, completed: (LogTile) -> Void = { _ in }) {
        var carry = leaf
        // As in binary addition of one: every trailing 1 of the size is a subtree that is now complete with its sibling.
        for height in 0..<(~size).trailingZeroBitCount {
            carry = TreeHash(left: peaks.removeLast(), right: carry)
            let (level, rest) = (height + 1).quotientAndRemainder(dividingBy: tileHeight)
            if rest == 0 { completed(LogTile(level: level, place: size >> Int64(height + 1), hash: carry)) }
        }
        peaks.append(carry)
        size += 1
    }

    /// The Merkle tree hash of all leaves (RFC 6962 §2.1).
    public var root: TreeHash {
        guard var root = peaks.last else { return .empty }
        for peak in peaks.dropLast().reversed() { root = TreeHash(left: peak, right: root) }
        return root
    }
}

extension MerkleFrontier {
    /// The size as 8 bytes, most significant first, then the hashes from left to right.
    public var bytes: [UInt8] {
        var bytes = withUnsafeBytes(of: size.bigEndian) { Array($0) }
        bytes.reserveCapacity(8 + peaks.count * TreeHash.byteCount)
        for peak in peaks { peak.withBytes { bytes.append(contentsOf: $0) } }
        return bytes
    }

    /// Reads what `bytes` wrote; nil when the length does not fit the size.
    public init?(bytes: [UInt8]) {
        guard bytes.count >= 8 else { return nil }
        size = bytes[..<8].reduce(0) { $0 << 8 | Int64($1) }
        guard size >= 0, bytes.count == 8 + size.nonzeroBitCount * TreeHash.byteCount else { return nil }
        peaks = []
        peaks.reserveCapacity(size.nonzeroBitCount + 1)
        peaks += stride(from: 8, to: bytes.count, by: TreeHash.byteCount).compactMap {
            TreeHash(bytes: bytes[$0..<$0 + TreeHash.byteCount])
        }
    }
}
