/// Values joined into one cell: a backslash before a sign takes its meaning away. All signs are ASCII, so bytes are compared.
enum EscapedList {
    private static let backslash = UInt8(ascii: "\\")

    /// The parts between the separators, still escaped.
    static func split(_ text: Substring, on separator: UInt8) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        for index in separators(separator, in: text) {
            parts.append(text[start..<index])
            start = text.utf8.index(after: index)
        }
        return parts + [text[start...]]
    }

    /// Where the separator stands without a backslash before it.
    static func separators(_ separator: UInt8, in text: Substring) -> [String.Index] {
        guard text.utf8.contains(separator) else { return [] }
        var offsets: [Int] = []
        var isEscaped = false
        for (offset, byte) in text.utf8.enumerated() {
            if isEscaped {
                isEscaped = false
            } else if byte == backslash {
                isEscaped = true
            } else if byte == separator {
                offsets.append(offset)
            }
        }
        return offsets.map { text.utf8.index(text.startIndex, offsetBy: $0) }
    }

    /// The text itself; nil when it ends with a lone backslash.
    static func unescaped(_ text: Substring) -> String? {
        guard text.utf8.contains(backslash) else { return String(text) }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8 {
            isEscaped = !isEscaped && byte == backslash
            if !isEscaped { bytes.append(byte) }
        }
        return isEscaped ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The text with a backslash before each of the signs and before each backslash.
    static func escaped(_ text: String, _ signs: Set<UInt8>) -> String {
        guard text.utf8.contains(where: { $0 == backslash || signs.contains($0) }) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if byte == backslash || signs.contains(byte) { bytes.append(backslash) }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
