import Crypto

extension TreeHash {
    /// Hash of a log entry: SHA-256 of 0x00 and the entry (RFC 6962 §2.1). The prefix keeps leaves and nodes apart, so that no entry
    /// can pass for a subtree.
    public init(leaf entry: some Sequence<UInt8>) {
        var hasher = SHA256()
        hasher.update(byte: 0x00)
        let hashed: Void? = entry.withContiguousStorageIfAvailable { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        if hashed == nil { hasher.update(data: Array(entry)) }
        self.init(hasher)
    }

    /// Hash of an inner node: SHA-256 of 0x01, the left and the right child (RFC 6962 §2.1).
    public init(left: TreeHash, right: TreeHash) {
        // Hashed at once: each update by itself costs half as much as the hash.
        var hasher = SHA256()
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Self.byteCount, alignment: 1) { node in
            node[0] = 0x01
            left.withBytes { UnsafeMutableRawBufferPointer(rebasing: node[1...]).copyMemory(from: $0) }
            right.withBytes { UnsafeMutableRawBufferPointer(rebasing: node[(1 + Self.byteCount)...]).copyMemory(from: $0) }
            hasher.update(bufferPointer: UnsafeRawBufferPointer(node))
        }
        self.init(hasher)
    }

    /// Root of a log without entries: SHA-256 of nothing.
    public static let empty = TreeHash(SHA256())

    private init(_ hasher: SHA256) {
        self.init { target in hasher.finalize().withUnsafeBytes { target.copyMemory(from: $0) } }
    }
}

extension SHA256 {
    fileprivate mutating func update(byte: UInt8) {
        withUnsafeBytes(of: byte) { update(bufferPointer: $0) }
    }
}
