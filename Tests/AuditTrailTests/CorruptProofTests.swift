import AuditTrail
import Testing

/// The ways in which github.com/transparency-dev/merkle (`testdata/inclusion`, `testdata/consistency`) corrupts the proofs of the eight-leaf
/// tree: none may convince.
@Suite("Corrupt proofs, as transparency-dev/merkle tries them")
struct CorruptProofTests {
    private static var tree: MerkleTree { PublishedVectorTests.tree }
    private static let garbage = TreeHash(leaf: Array("garbage".utf8))

    /// The places and sizes that the published data takes, from 1 there and from 0 here.
    @Test("Inclusion", arguments: [(0, 8), (5, 8), (2, 3), (1, 5), (0, 1)])
    func inclusion(index: Int, size: Int) throws {
        let proof = try #require(try Self.tree.inclusionProof(of: index, inSize: size))
        let leaf = PublishedVectorTests.leaves[index]
        let root = try #require(try Self.tree.root(ofSize: size))
        #expect(proof.shows(leaf, in: root))
        // leafIdx - 1, + 1, ^ 2 and treeSize * 2, / 2: another place, or another shape of tree.
        for other in [proof.index - 1, proof.index + 1, proof.index ^ 2] where other != proof.index {
            #expect(!InclusionProof(index: other, size: proof.size, path: proof.path).shows(leaf, in: root), "index \(other)")
        }
        for other in [proof.size * 2, proof.size / 2] {
            #expect(!InclusionProof(index: proof.index, size: other, path: proof.path).shows(leaf, in: root), "size \(other)")
        }
        // wrong-leaf, empty-root, random-root.
        #expect(!proof.shows(Self.garbage, in: root) && !proof.shows(leaf, in: .empty) && !proof.shows(leaf, in: Self.garbage))
        for path in Self.corrupted(proof.path, with: [Self.garbage, root, leaf]) {
            #expect(!InclusionProof(index: proof.index, size: proof.size, path: path).shows(leaf, in: root), "\(path)")
        }
    }

    @Test("Consistency", arguments: [(1, 8), (6, 8), (2, 5), (6, 7), (1, 1)])
    func consistency(old: Int, new: Int) throws {
        let proof = try #require(try Self.tree.consistencyProof(from: old, to: new))
        let (first, second) = (try #require(try Self.tree.root(ofSize: old)), try #require(try Self.tree.root(ofSize: new)))
        #expect(proof.shows(oldRoot: first, newRoot: second))
        for other in [proof.oldSize - 1, proof.oldSize + 1, proof.oldSize ^ 2] where other != proof.oldSize {
            let forged = ConsistencyProof(oldSize: other, newSize: proof.newSize, path: proof.path)
            #expect(!forged.shows(oldRoot: first, newRoot: second), "size1 \(other)")
        }
        for other in [proof.newSize * 2, proof.newSize / 2] {
            let forged = ConsistencyProof(oldSize: proof.oldSize, newSize: other, path: proof.path)
            #expect(!forged.shows(oldRoot: first, newRoot: second), "size2 \(other)")
        }
        // swapped-roots, wrong-root1, wrong-root2.
        if first != second { #expect(!proof.shows(oldRoot: second, newRoot: first)) }
        #expect(!proof.shows(oldRoot: Self.garbage, newRoot: second) && !proof.shows(oldRoot: first, newRoot: Self.garbage))
        for path in Self.corrupted(proof.path, with: [Self.garbage, first, second]) {
            let forged = ConsistencyProof(oldSize: proof.oldSize, newSize: proof.newSize, path: path)
            #expect(!forged.shows(oldRoot: first, newRoot: second), "\(path)")
        }
    }

    /// preceding-…, trailing-…, inserted-component, removed-component, truncated-proof, empty-proof, modified-proof[i]-bit-b.
    private static func corrupted(_ path: [TreeHash], with others: [TreeHash]) -> [[TreeHash]] {
        var corrupted: [[TreeHash]] = []
        for other in others {
            corrupted += [[other] + path, path + [other]]
            corrupted += path.indices.map { Array(path[..<$0]) + [other] + Array(path[$0...]) }
        }
        for index in path.indices {
            corrupted.append(Array(path[..<index]) + Array(path[(index + 1)...]))
            corrupted.append(Array(path[..<index]))
            for bit in [0, 3, 4, 7] {
                var bytes = path[index].bytes
                bytes[bit] ^= 1 << bit
                var other = path
                other[index] = TreeHash(bytes: bytes) ?? .empty
                corrupted.append(other)
            }
        }
        return corrupted
    }
}
