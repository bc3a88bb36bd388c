/// Recomputes a log entry by entry: every leaf from its content, the order, the root. It holds one frontier, however long the log is.
public struct LogVerifier: Sendable {
    private var frontier = MerkleFrontier()
    private let known: [Int64: TreeHash]

    /// A verifier that has seen nothing. `known` are roots by size that were recorded elsewhere, such as printed ones or those of signed
    /// checkpoints: the log must have had them.
    public init(known: [Int64: TreeHash] = [:]) {
        self.known = known
    }

    /// Number of entries seen and found good.
    public var size: Int64 { frontier.size }
    /// Root over the entries seen.
    public var root: TreeHash { frontier.root }

    /// Takes the next entry by its number, its content as recomputed from the record, and the leaf hash recorded with it.
    public mutating func check(number: Int64, content: some Sequence<UInt8>, recorded: TreeHash) throws(LogFault) {
        try expect(number: number)
        let leaf = TreeHash(leaf: content)
        guard leaf == recorded else { throw LogFault(number: number, reason: .altered) }
        frontier.append(leaf)
        if let root = known[size] { try expect(root: root) }
    }

    /// Takes the next entry when its content could not be read: always a fault.
    public func unreadable(number: Int64, because reason: String) throws(LogFault) -> Never {
        try expect(number: number)
        throw LogFault(number: number, reason: .unreadable(reason))
    }

    /// Compares what was seen with the recorded head after the last entry.
    public func finish(size: Int64, root: TreeHash) throws(LogFault) {
        guard self.size >= size else { throw LogFault(number: self.size + 1, reason: .missing) }
        guard self.size == size else { throw LogFault(number: size + 1, reason: .beyondHead(size: size)) }
        try expect(root: root)
        // A root is known for a longer log than there is: its last entries are gone, and the head with them.
        if known.keys.contains(where: { $0 > size }) { throw LogFault(number: size + 1, reason: .missing) }
    }

    private func expect(number: Int64) throws(LogFault) {
        guard number == size + 1 else {
            throw number > size + 1
                ? LogFault(number: size + 1, reason: .missing) : LogFault(number: number, reason: .unreadable("its number is out of order"))
        }
    }

    private func expect(root recorded: TreeHash) throws(LogFault) {
        let computed = root
        guard computed == recorded else {
            throw LogFault(number: nil, reason: .rootDiffers(size: size, recorded: recorded, computed: computed))
        }
    }
}
