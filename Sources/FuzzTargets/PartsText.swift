import OpenPackaging

/// Several files as one text, so that what makes inputs need not know archives: `==> name`, the content, and so on.
enum PartsText {
    private static let mark = Array("==> ".utf8)

    /// The parts; what stands before the first mark belongs to none.
    static func parts(of bytes: [UInt8]) -> [OpenPackage.Part] {
        var parts: [OpenPackage.Part] = []
        for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.starts(with: mark) {
                parts.append(OpenPackage.Part(name: String(decoding: line.dropFirst(mark.count), as: UTF8.self), bytes: []))
            } else if !parts.isEmpty {
                parts[parts.count - 1].bytes += line + [UInt8(ascii: "\n")]
            }
        }
        return parts
    }

    /// The parts as an archive; nil where libzip takes no such names.
    static func archive(of bytes: [UInt8]) -> [UInt8]? {
        try? OpenPackage(parts: parts(of: bytes)).archived()
    }
}
