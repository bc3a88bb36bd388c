/// Texts that many rows repeat, each held once; all that the store takes are in the composed form, so that equal ones have equal bytes.
struct SharedTexts {
    private var known: Set<String> = []
    /// Longest text that a string holds in itself, in bytes.
    private static let inlineLength = 15

    /// The text, or the equal one that was asked for before.
    mutating func callAsFunction(_ text: String) -> String {
        text.utf8.count <= Self.inlineLength ? text : known.insert(text).memberAfterInsert
    }
}
