import AuditTrail
import Testing

@Suite("Merkle tree against the plain definition")
struct MerklePropertyTests {
    private static let entries = PlainMerkle.entries(40)
    private static let tree = MerkleTree(entries.map { TreeHash(leaf: $0) })

    @Test("Every root", arguments: 0...40)
    func roots(size: Int) {
        #expect(Self.tree.root(ofSize: size)?.bytes == PlainMerkle.root(Self.entries[..<size]))
    }

    @Test("Every inclusion proof is the plain one and convinces; a changed one does not", arguments: 1...40)
    func inclusion(size: Int) throws {
        let root = try #require(Self.tree.root(ofSize: size))
        for index in 0..<size {
            let proof = try #require(Self.tree.inclusionProof(of: index, inSize: size))
            #expect(proof.path.map(\.bytes) == PlainMerkle.path(index, Self.entries[..<size]))
            let leaf = Self.tree.leaves[index]
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

    @Test("Many proofs at once are the same proofs", arguments: 0...40)
    func together(size: Int) {
        let proofs = MerkleProofs(Array(Self.tree.leaves[..<size]))
        #expect(proofs.size == size && proofs.root == Self.tree.root(ofSize: size))
        for index in -1...size { #expect(proofs.proof(of: index) == Self.tree.inclusionProof(of: index, inSize: size)) }
    }

    @Test("Every consistency proof is the plain one and convinces; a changed one does not", arguments: 1...40)
    func consistency(new: Int) throws {
        let newRoot = try #require(Self.tree.root(ofSize: new))
        for old in 1...new {
            let oldRoot = try #require(Self.tree.root(ofSize: old))
            let proof = try #require(Self.tree.consistencyProof(from: old, to: new))
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
    func noInclusion(index: Int, size: Int) {
        #expect(Self.tree.inclusionProof(of: index, inSize: size) == nil)
    }

    @Test("There is no consistency with nothing, with less or with the future", arguments: [(0, 3), (4, 3), (3, 41), (-1, 3)])
    func noConsistency(old: Int, new: Int) {
        #expect(Self.tree.consistencyProof(from: old, to: new) == nil)
        #expect(!ConsistencyProof(oldSize: Int64(old), newSize: Int64(new), path: []).shows(oldRoot: .empty, newRoot: .empty))
        #expect(Self.tree.root(ofSize: 41) == nil)
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
