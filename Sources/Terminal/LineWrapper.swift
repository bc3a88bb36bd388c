import LifecycleModel

/// Fills lines with words, a character at a time.
struct LineWrapper {
    private struct Glyph {
        let character: Character
        let style: Style
        let width: Int
    }

    private let columns: Int
    private var lines: [StyledText] = []
    private var line: [Glyph] = []
    private var lineWidth = 0
    private var word: [Glyph] = []
    private var wordWidth = 0

    init(columns: Int) {
        self.columns = columns
    }

    mutating func take(_ character: Character, _ style: Style) {
        if character.isNewline {
            placeWord()
            breakLine()
        } else if character == " " {
            placeWord()
            // A blank that does not fit any more is what the line break stands for.
            if lineWidth < columns { add(Glyph(character: character, style: style, width: 1)) }
        } else {
            let width = VietnameseText.displayWidth(String(character))
            if wordWidth + width > columns { placePart() }
            word.append(Glyph(character: character, style: style, width: width))
            wordWidth += width
        }
    }

    mutating func finish() -> [StyledText] {
        placeWord()
        if !line.isEmpty || lines.isEmpty { breakLine() }
        return lines
    }

    private mutating func placeWord() {
        guard !word.isEmpty else { return }
        if lineWidth + wordWidth > columns, lineWidth > 0 { breakLine() }
        for glyph in word { add(glyph) }
        word = []
        wordWidth = 0
    }

    /// Signs within names, codes and paths that people break them at.
    static let breaks: Set<Character> = [".", "/", "-", "_", ":"]

    /// Places of a word that is too long for a line what ends with such a sign, or all of it where there is none.
    private mutating func placePart() {
        let sign = word.lastIndex { Self.breaks.contains($0.character) } ?? word.count - 1
        let rest = sign > 0 ? Array(word[(sign + 1)...]) : []
        word.removeLast(rest.count)
        wordWidth = word.reduce(0) { $0 + $1.width }
        placeWord()
        word = rest
        wordWidth = rest.reduce(0) { $0 + $1.width }
    }

    private mutating func add(_ glyph: Glyph) {
        line.append(glyph)
        lineWidth += glyph.width
    }

    private mutating func breakLine() {
        while line.last?.character == " " { line.removeLast() }
        var spans: [StyledText.Span] = []
        for glyph in line {
            if spans.last?.style == glyph.style {
                spans[spans.count - 1].text.append(glyph.character)
            } else {
                spans.append(StyledText.Span(text: String(glyph.character), style: glyph.style))
            }
        }
        lines.append(StyledText(spans: spans))
        line = []
        lineWidth = 0
    }
}
