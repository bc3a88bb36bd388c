/// The table of contents at the end of an archive (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16).
enum ZipDirectory {
    private static let endSize = 22
    private static let entrySize = 46
    private static let longestComment = 65_535

    /// The names of the entries; empty when the archive is cut short or broken.
    static func names(in bytes: [UInt8]) -> [String] {
        guard let end = endRecord(in: bytes) else { return [] }
        let count = number(2, at: end + 10, in: bytes)
        var position = number(4, at: end + 16, in: bytes)
        var names: [String] = []
        for _ in 0..<count {
            guard position + entrySize <= end, number(4, at: position, in: bytes) == 0x0201_4B50 else { return [] }
            let nameLength = number(2, at: position + 28, in: bytes)
            let nameStart = position + entrySize
            guard nameStart + nameLength <= end else { return [] }
            names.append(String(decoding: bytes[nameStart..<(nameStart + nameLength)], as: UTF8.self))
            position = nameStart + nameLength + number(2, at: position + 30, in: bytes) + number(2, at: position + 32, in: bytes)
        }
        return names
    }

    /// Where the record at the end begins: the last place at which its signature stands.
    private static func endRecord(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= endSize else { return nil }
        let first = max(0, bytes.count - endSize - longestComment)
        return (first...(bytes.count - endSize)).last { number(4, at: $0, in: bytes) == 0x0605_4B50 }
    }

    /// A number of so many bytes, the lowest first.
    private static func number(_ size: Int, at position: Int, in bytes: [UInt8]) -> Int {
        (0..<size).reduce(0) { $0 | Int(bytes[position + $1]) << (8 * $1) }
    }
}
