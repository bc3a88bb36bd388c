/// Hash of a complete subtree of a log, as it is kept so that a proof need not hash the whole log: of each tile of 64 leaves, of each tile of 64
/// such hashes, and so on (the levels of C2SP tlog-tiles, there with 256 hashes a tile).
///
/// They follow from the leaves and can be made anew from them at any time.
public struct LogTile: Sendable, Hashable {
    /// Logarithm of the number of hashes of a tile.
    public static let height = 6

    /// 1: of leaves; 2: of tiles of leaves; and so on.
    public let level: Int
    /// Its place among those of its level, from 0.
    public let place: Int64
    /// Hash of the subtree.
    public let hash: TreeHash

    /// Creates one.
    public init(level: Int, place: Int64, hash: TreeHash) {
        self.level = level
        self.place = place
        self.hash = hash
    }
}
