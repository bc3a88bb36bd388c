extension Phrase {
    /// Two phrases one after the other, each language by itself.
    public static func + (left: Phrase, right: Phrase) -> Phrase {
        Phrase(vi: left.vi + right.vi, en: left[.en] + right[.en])
    }

    /// Phrases in a row with a separator between them, each language by itself.
    public static func list(_ phrases: [Phrase], _ separator: String = "; ") -> Phrase {
        Phrase(vi: phrases.map(\.vi).joined(separator: separator), en: phrases.map { $0[.en] }.joined(separator: separator))
    }
}
