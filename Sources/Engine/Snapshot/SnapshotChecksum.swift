/// Tells a snapshot that is as it was written from a damaged one, so that most of it need not be looked at when a task is read: the
/// 64-bit FNV-1a hash, eight bytes at a time (after draft-eastlake-fnv, which takes them one by one). Any change of up to eight bytes that lie
/// together at a multiple of eight is found; it does not withstand somebody who forges, as `store verify` does, which makes the state anew from
/// the log.
enum SnapshotChecksum {
    /// Number of its bytes.
    static let size = MemoryLayout<UInt64>.size

    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    // Not inlined, where the compiler makes it three times as long.
    @inline(never)
    static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var sum = basis ^ UInt64(bytes.count)
            var place = 0
            while place + size <= bytes.count {
                sum = (sum ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))) &* prime
                place += size
            }
            for byte in bytes[place...] { sum = (sum ^ UInt64(byte)) &* prime }
            return sum
        }
    }
}
