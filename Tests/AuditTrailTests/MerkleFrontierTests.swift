import AuditTrail
import Testing

@Suite("MerkleFrontier")
struct MerkleFrontierTests {
    @Test("follows the tree leaf by leaf, and through its bytes")
    func grows() throws {
        let entries = PlainMerkle.entries(200)
        var frontier = MerkleFrontier()
        for (index, entry) in entries.enumerated() {
            frontier.append(TreeHash(leaf: entry))
            #expect(frontier.size == Int64(index + 1))
            #expect(frontier.root.bytes == PlainMerkle.root(entries[...index]))
            frontier = try #require(MerkleFrontier(bytes: frontier.bytes))
        }
    }

    @Test("keeps one hash for every bit of the size", arguments: [(0, 0), (1, 1), (7, 3), (8, 1), (200, 3)])
    func size(leaves: Int, hashes: Int) {
        let frontier = MerkleFrontier(PlainMerkle.entries(leaves).map { TreeHash(leaf: $0) })
        #expect(frontier.bytes.count == 8 + 32 * hashes)
    }

    @Test(
        "refuses bytes that nobody wrote",
        arguments: [
            [], [0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0xFF, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 256),
        ] as [[UInt8]]
    )
    func refuses(bytes: [UInt8]) {
        #expect(MerkleFrontier(bytes: bytes) == nil)
    }
}

@Suite("TreeHash")
struct TreeHashTests {
    @Test("reads what it writes")
    func hex() {
        let hash = TreeHash(leaf: [1, 2, 3])
        #expect(TreeHash(hex: hash.description) == hash)
        #expect(TreeHash(hex: hash.description.uppercased()) == hash)
        #expect(TreeHash(bytes: hash.bytes) == hash)
        #expect(Set([hash, TreeHash(leaf: [1, 2, 3]), .empty]).count == 2)
    }

    @Test("refuses anything else", arguments: ["", "ab", String(repeating: "g", count: 64), String(repeating: "ａ", count: 64)])
    func refuses(text: String) {
        #expect(TreeHash(hex: text) == nil)
        #expect(TreeHash(bytes: Array(text.utf8)) == nil || text.utf8.count == 32)
    }

    @Test("hashes a sequence that is no array the same way")
    func sequences() {
        #expect(TreeHash(leaf: AnySequence([1, 2, 3])) == TreeHash(leaf: [1, 2, 3]))
    }
}
