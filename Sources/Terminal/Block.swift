/// A part of what a person reads: it knows how to lay itself out on a screen.
public protocol Block: Sendable {
    /// The lines, each at most as wide as the screen where that can be.
    func lines(on screen: Screen) -> [StyledText]

    /// Hands them on one by one; a long block keeps none of them.
    func eachLine<Failure: Error>(on screen: Screen, _ body: (StyledText) throws(Failure) -> Void) throws(Failure)
}

extension Block {
    /// Of a block that is not long.
    public func eachLine<Failure: Error>(on screen: Screen, _ body: (StyledText) throws(Failure) -> Void) throws(Failure) {
        for line in lines(on: screen) { try body(line) }
    }
}

/// A heading with a line under it, or without one at the second level.
public struct Heading: Block, Hashable {
    /// The words.
    public var text: String
    /// 1 for the page's, 2 for a part's.
    public var level: Int

    /// A heading.
    public init(_ text: String, level: Int = 1) {
        self.text = text
        self.level = level
    }

    /// The words, and under a first-level heading a line.
    public func lines(on screen: Screen) -> [StyledText] {
        let words = StyledText(text, level == 1 ? .heading : .strong).visible(on: screen).wrapped(to: screen.columns)
        guard level == 1 else { return words }
        let width = words.map(\.width).max() ?? 0
        return words + [StyledText(String(repeating: Ornaments(for: screen).underline, count: width), .faint)]
    }
}

/// Running text.
public struct Paragraph: Block, Hashable {
    /// The words.
    public var text: StyledText
    /// Blanks before each line.
    public var indent: Int

    /// A paragraph.
    public init(_ text: StyledText, indent: Int = 0) {
        self.text = text
        self.indent = indent
    }

    /// The words, wrapped at the edge of the screen.
    public func lines(on screen: Screen) -> [StyledText] {
        let margin = StyledText(String(repeating: " ", count: indent))
        return text.visible(on: screen).wrapped(to: screen.columns - indent).map { margin + $0 }
    }
}
