/// A list whose points hang over their text; a point may have points of its own.
public struct Bullets: Block, Hashable {
    /// One point.
    public struct Point: Sendable, Hashable {
        /// The words.
        public var text: StyledText
        /// The points under it.
        public var points: [Point]

        /// A point.
        public init(_ text: StyledText, points: [Point] = []) {
            self.text = text
            self.points = points
        }
    }

    /// The points in order.
    public var points: [Point]
    /// Whether they are counted instead of dotted.
    public var isNumbered: Bool
    /// Blanks before the marks.
    public var indent: Int

    /// A list of points.
    public init(_ points: [Point], isNumbered: Bool = false, indent: Int = 0) {
        self.points = points
        self.isNumbered = isNumbered
        self.indent = indent
    }

    /// A list of plain points.
    public init(_ texts: [StyledText], isNumbered: Bool = false, indent: Int = 0) {
        self.init(texts.map { Point($0) }, isNumbered: isNumbered, indent: indent)
    }

    /// Each point wrapped so that its further lines begin under its first word.
    public func lines(on screen: Screen) -> [StyledText] {
        let ornaments = Ornaments(for: screen)
        let numberWidth = String(points.count).count + 1
        var lines: [StyledText] = []
        for (index, point) in points.enumerated() {
            let mark =
                isNumbered ? StyledText("\(index + 1).").padded(to: numberWidth, alignment: .right) : StyledText(ornaments.bullet)
            let head = StyledText(String(repeating: " ", count: indent)) + mark + " "
            let margin = StyledText(String(repeating: " ", count: head.width))
            for (row, line) in point.text.visible(on: screen).wrapped(to: screen.columns - head.width).enumerated() {
                lines.append((row == 0 ? head : margin) + line)
            }
            lines += Bullets(point.points, indent: head.width).lines(on: screen)
        }
        return lines
    }
}
