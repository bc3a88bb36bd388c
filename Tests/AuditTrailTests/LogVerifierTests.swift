import AuditTrail
import Testing

@Suite("LogVerifier")
struct LogVerifierTests {
    private let entries = PlainMerkle.entries(5)
    private var leaves: [TreeHash] { entries.map { TreeHash(leaf: $0) } }
    private var root: TreeHash { MerkleFrontier(leaves).root }

    /// Shows the verifier these entries, numbered as given, and then the head.
    private func verify(
        _ shown: [(number: Int64, entry: [UInt8], leaf: TreeHash)],
        size: Int64 = 5,
        known: [Int64: TreeHash] = [:],
        root: TreeHash? = nil
    ) throws(LogFault) {
        var verifier = LogVerifier(known: known)
        for (number, entry, leaf) in shown { try verifier.check(number: number, content: entry, recorded: leaf) }
        try verifier.finish(size: size, root: root ?? self.root)
    }

    private var good: [(number: Int64, entry: [UInt8], leaf: TreeHash)] {
        zip(entries, leaves).enumerated().map { (Int64($0 + 1), $1.0, $1.1) }
    }

    @Test("accepts a good log, also against known roots")
    func accepts() throws {
        try verify(good)
        try verify(good, known: [1: leaves[0], 3: MerkleFrontier(leaves.prefix(3)).root, 5: root])
        try verify([], size: 0, root: .empty)
    }

    @Test("names an altered entry, an altered hash, and the first of several", arguments: 0..<5)
    func altered(index: Int) {
        var shown = good
        shown[index].entry.append(0)
        #expect(throws: LogFault(number: Int64(index + 1), reason: .altered)) { try verify(shown) }
        shown = good
        for place in index..<5 { shown[place].leaf = .empty }
        #expect(throws: LogFault(number: Int64(index + 1), reason: .altered)) { try verify(shown) }
    }

    @Test("names a missing entry", arguments: 0..<5)
    func missing(index: Int) {
        var shown = good
        shown.remove(at: index)
        #expect(throws: LogFault(number: Int64(index + 1), reason: .missing)) { try verify(shown) }
    }

    @Test("names an entry after the end, twice there, or out of order")
    func beyond() {
        #expect(throws: LogFault(number: 5, reason: .beyondHead(size: 4))) { try verify(good, size: 4) }
        #expect(throws: LogFault(number: 5, reason: .unreadable("its number is out of order"))) { try verify(good + [good[4]]) }
    }

    @Test("tells that entries were replaced together with their hashes")
    func replaced() {
        var shown = good
        shown[2].entry = [9]
        shown[2].leaf = TreeHash(leaf: [9])
        let other = MerkleFrontier(shown.map(\.leaf)).root
        #expect(throws: LogFault(number: nil, reason: .rootDiffers(size: 5, recorded: root, computed: other))) { try verify(shown) }
    }

    @Test("tells that a log does not extend a known one")
    func known() {
        let third = MerkleFrontier(leaves.prefix(3)).root
        #expect(throws: LogFault(number: nil, reason: .rootDiffers(size: 3, recorded: .empty, computed: third))) {
            try verify(good, known: [3: .empty, 5: root])
        }
        #expect(throws: LogFault(number: 6, reason: .missing)) { try verify(good, known: [9: root]) }
    }

    @Test("reports an unreadable entry, or the missing one before it")
    func unreadable() {
        #expect(throws: LogFault(number: 1, reason: .unreadable("no date"))) { try LogVerifier().unreadable(number: 1, because: "no date") }
        #expect(throws: LogFault(number: 1, reason: .missing)) { try LogVerifier().unreadable(number: 2, because: "no date") }
    }
}
