/// What the system knows of written Vietnamese: composed forms, search without diacritics, dictionary order, width on a terminal.
public enum VietnameseText {
    /// The text with every Latin letter and its diacritics in one scalar each (NFC), however it was typed.
    ///
    /// Letters outside Latin, and letters with marks for which Unicode has no single scalar, stay as they are.
    public static func composed(_ text: String) -> String {
        guard hasCombiningMarks(text) else { return text }
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for character in text {
            result.append(composed(character))
        }
        return result
    }

    /// Whether no Latin letter of the text has a diacritic apart that belongs into the letter's own scalar.
    public static func isComposed(_ text: String) -> Bool {
        !hasCombiningMarks(text) || composed(text).unicodeScalars.elementsEqual(text.unicodeScalars)
    }

    /// Swift compares characters by canonical equivalence, so a set of composed letters finds the composed twin of any spelling.
    private static func composed(_ character: Character) -> Character {
        guard character.unicodeScalars.count > 1, let index = composedLetters.firstIndex(of: character) else { return character }
        return composedLetters[index]
    }

    private static let composedLetters = Set(
        LatinLetter.blocks.flatMap { $0 }.compactMap(Unicode.Scalar.init).map(Character.init)
    )

    /// Combining marks U+0300…U+036F are the bytes CC 80 … CD AF in UTF-8.
    private static func hasCombiningMarks(_ text: String) -> Bool {
        text.utf8.contains { $0 == 0xCC || $0 == 0xCD }
    }
}
