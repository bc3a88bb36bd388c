/// Names and what they stand for, one below the other with the values in line.
public struct KeyValues: Block, Hashable {
    /// One name and its value.
    public struct Pair: Sendable, Hashable {
        /// The name.
        public var key: String
        /// What it stands for.
        public var value: StyledText

        /// A pair.
        public init(_ key: String, _ value: StyledText) {
            self.key = key
            self.value = value
        }
    }

    /// The pairs in order.
    public var pairs: [Pair]
    /// Blanks before each line.
    public var indent: Int

    /// A block of pairs.
    public init(_ pairs: [Pair], indent: Int = 0) {
        self.pairs = pairs
        self.indent = indent
    }

    /// The values begin in one column, at most two fifths into the screen; their further lines hang below them.
    public func lines(on screen: Screen) -> [StyledText] {
        let keys = pairs.map { StyledText($0.key, .faint).visible(on: screen) }
        let widest = keys.map(\.width).max() ?? 0
        let column = min(widest, max(4, screen.columns * 2 / 5 - indent))
        let margin = StyledText(String(repeating: " ", count: indent))
        let room = screen.columns - indent - column - 2
        var lines: [StyledText] = []
        for (key, pair) in zip(keys, pairs) {
            let names = key.wrapped(to: column)
            let values = pair.value.visible(on: screen).wrapped(to: room)
            for row in 0..<max(names.count, values.count) {
                let name = names.indices.contains(row) ? names[row] : ""
                guard values.indices.contains(row), !values[row].isEmpty else {
                    lines.append(margin + name)
                    continue
                }
                lines.append(margin + name.padded(to: column) + "  " + values[row])
            }
        }
        return lines
    }
}
