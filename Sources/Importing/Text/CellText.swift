/// The blanks around and inside the text of a cell.
enum CellText {
    /// Without blanks at both ends.
    static func trimmed(_ text: String) -> String {
        guard let first = text.utf8.first, let last = text.utf8.last else { return text }
        if isInk(first), isInk(last) { return text }
        let head = text.drop(while: \.isWhitespace)
        guard let end = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...end])
    }

    /// Whether there is nothing but blanks.
    static func isBlank(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        return !isInk(first) && text.allSatisfy(\.isWhitespace)
    }

    /// On one line: line breaks and tabs with the blanks around them become one blank.
    static func onOneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return text.split { $0.isNewline || $0 == "\t" }.map { trimmed(String($0)) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// With line feeds alone for line breaks.
    static func withLineFeeds(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
        return String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 })
    }

    /// As it is shown in a message: on one line, at most forty characters.
    static func quoted(_ text: some StringProtocol) -> String {
        let line = onOneLine(String(text))
        return line.count > 40 ? line.prefix(39) + "…" : line
    }

    /// ASCII that is no blank and no control character.
    private static func isInk(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte < 0x7F
    }
}
