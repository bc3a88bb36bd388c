/// What a Latin letter is to search and to the dictionary.
struct LatinLetter: Sendable, Hashable {
    /// The lower-case ASCII letter under all diacritics.
    let base: UInt8
    /// The place in the Vietnamese alphabet, foreign letters f j w z among them.
    let rank: UInt8
    /// None 0, huyền 1, hỏi 2, ngã 3, sắc 4, nặng 5; other diacritics 6.
    let tone: UInt8
    /// Whether this is a capital.
    let isUpper: Bool

    /// Where Unicode keeps Latin letters beyond ASCII.
    static let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]

    /// The letter of a scalar, or nil when it is none.
    static func of(_ scalar: Unicode.Scalar) -> LatinLetter? {
        let value = scalar.value
        if value < 0x250 { return lowTable[Int(value)] }
        return blocks[1].contains(value) ? highTable[Int(value - blocks[1].lowerBound)] : nil
    }

    /// The tone that a combining mark writes, or 6 for a mark that is no tone.
    static func tone(ofMark scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x300, 0x340: 1
        case 0x309: 2
        case 0x303: 3
        case 0x301, 0x341: 4
        case 0x323: 5
        default: 6
        }
    }

    private static let alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
    private static let toned = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ",
    ]

    private static let lowTable: [LatinLetter?] = (0..<0x250).map { letters[$0] ?? foreign($0) }
    private static let highTable: [LatinLetter?] = blocks[1].map { letters[$0] ?? foreign($0) }

    /// The letters of the Vietnamese alphabet in both cases and all tones, by scalar value.
    private static let letters: [UInt32: LatinLetter] = {
        var letters: [UInt32: LatinLetter] = [:]
        for (rank, letter) in alphabet.enumerated() {
            let row = toned.first { $0.first == letter } ?? String(letter)
            for (tone, form) in row.enumerated() {
                for (text, isUpper) in [(form.lowercased(), false), (form.uppercased(), true)] {
                    guard let scalar = text.unicodeScalars.first, let base = base(of: letter) else { continue }
                    letters[scalar.value] = LatinLetter(base: base, rank: UInt8(rank), tone: UInt8(tone), isUpper: isUpper)
                }
            }
        }
        return letters
    }()

    private static func base(of letter: Character) -> UInt8? {
        switch letter {
        case "ă", "â": UInt8(ascii: "a")
        case "đ": UInt8(ascii: "d")
        case "ê": UInt8(ascii: "e")
        case "ô", "ơ": UInt8(ascii: "o")
        case "ư": UInt8(ascii: "u")
        default: letter.asciiValue
        }
    }

    /// A letter of another language that Unicode names `LATIN SMALL LETTER U WITH DIAERESIS`: the base letter with some mark.
    private static func foreign(_ value: UInt32) -> LatinLetter? {
        guard value > 0x7F, let name = Unicode.Scalar(value)?.properties.name else { return nil }
        let words = name.split(separator: " ")
        guard words.count > 4, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1, words[4] == "WITH",
            let base = words[3].lowercased().utf8.first, let plain = letters[UInt32(base)]
        else { return nil }
        return LatinLetter(base: base, rank: plain.rank, tone: 6, isUpper: words[1] == "CAPITAL")
    }
}
