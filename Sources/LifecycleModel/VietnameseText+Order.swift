extension VietnameseText {
    /// A key whose order is that of a Vietnamese dictionary, to be made once per text when many are sorted.
    public static func sortKey(_ text: String) -> SortKey {
        SortKey(text)
    }

    /// Whether one text comes before another in a Vietnamese dictionary.
    public static func precedes(_ left: String, _ right: String) -> Bool {
        SortKey(left) < SortKey(right)
    }
}

/// Places a text in Vietnamese dictionary order.
///
/// First by letters (a ă â b c d đ e ê … o ô ơ … u ư …; blanks, then signs, then digits before them), then by tones
/// (không, huyền, hỏi, ngã, sắc, nặng), then small letters before capitals. This is the order of Unicode's CLDR for Vietnamese.
public struct SortKey: Sendable, Hashable, Comparable {
    /// The weights of all levels; compares byte by byte, so a store can sort by it.
    public let bytes: [UInt8]

    /// The key of a text.
    public init(_ text: String) {
        var letters: [UInt8] = []
        var tones: [UInt8] = []
        var cases: [UInt8] = []
        for scalar in VietnameseText.composed(text).unicodeScalars {
            if let letter = LatinLetter.of(scalar) {
                letters.append(Self.firstLetter + letter.rank)
                tones.append(1 + letter.tone)
                cases.append(letter.isUpper ? 2 : 1)
            } else if scalar.properties.generalCategory == .nonspacingMark {
                // A mark that no single scalar takes in still tells two texts apart.
                tones.append(1 + LatinLetter.tone(ofMark: scalar))
            } else {
                letters.append(contentsOf: Self.weight(scalar))
                tones.append(1)
                cases.append(1)
            }
        }
        bytes = letters + [0] + tones + [0] + cases
    }

    /// Earlier in the dictionary comes first.
    public static func < (left: SortKey, right: SortKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    private static let blank: UInt8 = 1
    private static let sign: UInt8 = 2
    private static let firstDigit: UInt8 = 3
    private static let firstLetter: UInt8 = 16
    private static let otherScript: UInt8 = 0xFF

    private static func weight(_ scalar: Unicode.Scalar) -> [UInt8] {
        if ("0"..."9").contains(scalar) { return [firstDigit + UInt8(scalar.value - 0x30)] }
        if scalar.properties.isWhitespace { return [blank] }
        let place = [UInt8(scalar.value >> 16), UInt8(scalar.value >> 8 & 0xFF), UInt8(scalar.value & 0xFF)]
        return [scalar.properties.isAlphabetic ? otherScript : sign] + place
    }
}

extension Sequence {
    /// The elements in Vietnamese dictionary order of one of their texts; equal ones keep their order.
    public func sortedInVietnamese(by text: (Element) -> String) -> [Element] {
        map { (SortKey(text($0)), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension Sequence<String> {
    /// The texts in Vietnamese dictionary order.
    public func sortedInVietnamese() -> [String] {
        sortedInVietnamese { $0 }
    }
}
