import AuditTrail
import Crypto

/// RFC 6962 §2.1 word for word, as slow as it is plain, to compare the real thing with.
enum PlainMerkle {
    static func root(_ entries: ArraySlice<[UInt8]>) -> [UInt8] {
        switch entries.count {
        case 0: return Array(SHA256.hash(data: [UInt8]()))
        case 1: return Array(SHA256.hash(data: [0] + entries[entries.startIndex]))
        default:
            let middle = entries.startIndex + split(entries.count)
            return Array(SHA256.hash(data: [1] + root(entries[..<middle]) + root(entries[middle...])))
        }
    }

    /// PATH(m, D[n]).
    static func path(_ index: Int, _ entries: ArraySlice<[UInt8]>) -> [[UInt8]] {
        guard entries.count > 1 else { return [] }
        let half = split(entries.count)
        let middle = entries.startIndex + half
        return index < half
            ? path(index, entries[..<middle]) + [root(entries[middle...])]
            : path(index - half, entries[middle...]) + [root(entries[..<middle])]
    }

    /// SUBPROOF(m, D[n], b).
    static func subproof(_ size: Int, _ entries: ArraySlice<[UInt8]>, _ isWhole: Bool) -> [[UInt8]] {
        if size == entries.count { return isWhole ? [] : [root(entries)] }
        let half = split(entries.count)
        let middle = entries.startIndex + half
        return size <= half
            ? subproof(size, entries[..<middle], isWhole) + [root(entries[middle...])]
            : subproof(size - half, entries[middle...], false) + [root(entries[..<middle])]
    }

    private static func split(_ count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }

    /// Entries that all differ.
    static func entries(_ count: Int) -> [[UInt8]] { (0..<count).map { Array("entry \($0)".utf8) } }
}
