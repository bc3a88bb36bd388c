extension VietnameseText {
    /// The text as a search sees it: lower case, without diacritics, đ as d; runs of blanks become one.
    public static func folded(_ text: String) -> String {
        String(decoding: foldedBytes(text), as: UTF8.self)
    }

    /// Whether every word of the query occurs somewhere in the text, both folded.
    public static func matches(_ query: String, in text: String) -> Bool {
        SearchPattern(query).matches(text)
    }

    static func foldedBytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let letter = LatinLetter.of(scalar) {
                bytes.append(letter.base)
            } else if scalar.isASCII && scalar.value > 0x20 {
                bytes.append(UInt8(scalar.value))
            } else if scalar.properties.isWhitespace {
                if bytes.last != 0x20 { bytes.append(0x20) }
            } else if scalar.properties.generalCategory != .nonspacingMark {
                bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
            }
        }
        return bytes
    }
}

/// A query folded once, to be tried on many texts.
public struct SearchPattern: Sendable, Hashable {
    private let words: [[UInt8]]

    /// The words of a query, which blanks part; an empty query matches everything.
    public init(_ query: String) {
        words = VietnameseText.foldedBytes(query).split(separator: 0x20).map(Array.init)
    }

    /// Whether every word occurs in the text, whatever case and diacritics either has.
    public func matches(_ text: String) -> Bool {
        let folded = VietnameseText.foldedBytes(text)
        return words.allSatisfy { Self.contains($0, in: folded) }
    }

    private static func contains(_ word: [UInt8], in text: [UInt8]) -> Bool {
        guard let first = word.first, word.count <= text.count else { return word.isEmpty }
        return (0...(text.count - word.count)).contains { start in
            text[start] == first && text[start..<(start + word.count)].elementsEqual(word)
        }
    }
}
