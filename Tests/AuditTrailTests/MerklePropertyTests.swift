import AuditTrail
import Testing

@Suite("Merkle tree against the plain definition")
struct MerklePropertyTests {
    private static let entries = PlainMerkle.entries(40)
    private static let leaves = entries.map { TreeHash(leaf: $0) }
    private static func tree(_ size: Int = 40, tileHeight: Int = 2) throws -> MerkleTree {
        MerkleTree(Array(leaves[..<size]), tileHeight: tileHeight)
    }

    @Test("Every root", arguments: 0...40)
    func roots(size: Int) throws {
        #expect(try Self.tree().root(ofSize: size)?.bytes == PlainMerkle.root(Self.entries[..<size]))
    }

    @Test("Every inclusion proof is the plain one and convinces; a changed one does not", arguments: 1...40)
    func inclusion(size: Int) throws {
        let tree = try Self.tree()
        let root = try #require(try tree.root(ofSize: size))
        for index in 0..<size {
            let proof = try #require(try tree.inclusionProof(of: index, inSize: size))
            #expect(proof.path.map(\.bytes) == PlainMerkle.path(index, Self.entries[..<size]))
            let leaf = try #require(try tree.leaf(index))
            #expect(leaf == Self.leaves[index])
            #expect(proof.shows(leaf, in: root))
            #expect(!proof.shows(.empty, in: root))
            #expect(!proof.shows(leaf, in: .empty))
            for other in Self.changed(proof.path) {
                #expect(!InclusionProof(index: proof.index, size: proof.size, path: other).shows(leaf, in: root))
            }
            // An even sized path also fits some other sizes, but no other place.
            for place in 0..<Int64(size) where place != proof.index {
                #expect(!InclusionProof(index: place, size: proof.size, path: proof.path).shows(leaf, in: root))
            }
        }
    }

    @Test("Whatever the size of a tile, proofs and roots are the same", arguments: [1, 3, 4, 6])
    func tiles(height: Int) throws {
        let plain = try Self.tree(tileHeight: 2)
        for size in 0...40 {
            let tree = try Self.tree(size, tileHeight: height)
            #expect(try tree.root(ofSize: size) == plain.root(ofSize: size))
            for index in -1...size {
                #expect(try tree.inclusionProof(of: index, inSize: size) == plain.inclusionProof(of: index, inSize: size))
            }
            for old in 0...size { #expect(try tree.consistencyProof(from: old, to: size) == plain.consistencyProof(from: old, to: size)) }
        }
    }

    @Test("A proof reads a few hundred hashes, however long the log is")
    func reading() throws {
        final class Reader {
            let leaves = (0..<10_000).map { TreeHash(leaf: [UInt8($0 & 255), UInt8($0 >> 8)]) }
            var tiles: [Int: [TreeHash]] = [:]
            var asked: [Int: Int] = [:]
        }
        let reader = Reader()
        var frontier = MerkleFrontier()
        for leaf in reader.leaves { frontier.append(leaf) { reader.tiles[$0.level, default: []].append($0.hash) } }
        #expect(reader.tiles.mapValues(\.count) == [1: 156, 2: 2])
        let tree = MerkleTree(size: 10_000) { level, places in
            reader.asked[level, default: 0] += places.count
            return Array((level == 0 ? reader.leaves : reader.tiles[level] ?? [])[places])
        }
        #expect(try tree.root(ofSize: 10_000) == frontier.root)
        reader.asked = [:]
        let proof = try #require(try tree.inclusionProof(of: 777, inSize: 10_000))
        #expect(proof.shows(reader.leaves[777], in: frontier.root))
        // Of the leaves its own tile and the rest of the log, of the tiles those beside it and those of the right half.
        #expect(reader.asked == [0: 64 + 16, 1: 63 + 28, 2: 1])
    }

    @Test("Tiles are told as they are completed, by their place in their level", arguments: [1, 2, 3])
    func completed(height: Int) {
        var (frontier, seen) = (MerkleFrontier(), [LogTile]())
        for leaf in Self.leaves { frontier.append(leaf, tileHeight: height) { seen.append($0) } }
        let wanted = (1...40).flatMap { size in
            (1...5).compactMap { level -> LogTile? in
                let count = 1 << (level * height)
                guard size % count == 0 else { return nil }
                let root = MerkleFrontier(Self.leaves[size - count..<size]).root
                return LogTile(level: level, place: Int64(size / count - 1), hash: root)
            }
        }
        #expect(seen == wanted)
    }

    @Test("A log that lacks hashes is told, whenever it is noticed")
    func missing() throws {
        let leaves = (0..<200).map { TreeHash(leaf: [$0]) }
        let whole = MerkleTree(leaves)
        let tiles = (0..<3).map { MerkleFrontier(leaves[$0 * 64..<$0 * 64 + 64]).root }
        let tree = MerkleTree(size: 200) { level, places in
            Array((level == 0 ? leaves[..<70] : tiles[..<2]).dropFirst(places.lowerBound).prefix(places.count))
        }
        #expect(try tree.root(ofSize: 128) == whole.root(ofSize: 128))
        #expect(throws: LogFault(number: 71, reason: .missing)) { try tree.inclusionProof(of: 68, inSize: 128) }
        #expect(throws: LogFault(number: 129, reason: .missing)) { try tree.root(ofSize: 192) }
        #expect(throws: LogFault(number: 129, reason: .missing)) { try tree.root(ofSize: 150) }
    }

    @Test("Every consistency proof is the plain one and convinces; a changed one does not", arguments: 1...40)
    func consistency(new: Int) throws {
        let tree = try Self.tree()
        let newRoot = try #require(try tree.root(ofSize: new))
        for old in 1...new {
            let oldRoot = try #require(try tree.root(ofSize: old))
            let proof = try #require(try tree.consistencyProof(from: old, to: new))
            #expect(proof.path.map(\.bytes) == PlainMerkle.subproof(old, Self.entries[..<new], true))
            #expect(proof.shows(oldRoot: oldRoot, newRoot: newRoot))
            #expect(!proof.shows(oldRoot: .empty, newRoot: newRoot))
            #expect(!proof.shows(oldRoot: oldRoot, newRoot: .empty))
            for other in Self.changed(proof.path) {
                let forged = ConsistencyProof(oldSize: proof.oldSize, newSize: proof.newSize, path: other)
                #expect(!forged.shows(oldRoot: oldRoot, newRoot: newRoot))
            }
        }
    }

    @Test("There is no proof of what is not there", arguments: [(0, 0), (3, 3), (-1, 3), (0, 41), (40, 40)])
    func noInclusion(index: Int, size: Int) throws {
        #expect(try Self.tree().inclusionProof(of: index, inSize: size) == nil)
    }

    @Test("There is no consistency with nothing, with less or with the future", arguments: [(0, 3), (4, 3), (3, 41), (-1, 3)])
    func noConsistency(old: Int, new: Int) throws {
        #expect(try Self.tree().consistencyProof(from: old, to: new) == nil)
        #expect(!ConsistencyProof(oldSize: Int64(old), newSize: Int64(new), path: []).shows(oldRoot: .empty, newRoot: .empty))
        #expect(try Self.tree().root(ofSize: 41) == nil)
    }

    @Test("Proofs with impossible numbers are refused, not trapped on", arguments: [Int64.min, -1, 0, .max])
    func hostileNumbers(number: Int64) {
        let path = [TreeHash](repeating: .empty, count: 70)
        #expect(!InclusionProof(index: number, size: number, path: path).shows(.empty, in: .empty))
        #expect(!InclusionProof(index: 0, size: number, path: path).shows(.empty, in: .empty))
        #expect(!ConsistencyProof(oldSize: number, newSize: .max, path: path).shows(oldRoot: .empty, newRoot: .empty))
        #expect(!ConsistencyProof(oldSize: 1, newSize: number, path: path).shows(oldRoot: .empty, newRoot: .empty))
    }

    /// The path with one hash changed, one missing, one too many, two swapped.
    private static func changed(_ path: [TreeHash]) -> [[TreeHash]] {
        var results = [path + [.empty]]
        for index in path.indices {
            var other = path
            other[index] = .empty
            results.append(other)
            other.remove(at: index)
            results.append(other)
        }
        if path.count > 1 {
            var other = path
            other.swapAt(0, 1)
            results.append(other)
        }
        return results
    }
}
