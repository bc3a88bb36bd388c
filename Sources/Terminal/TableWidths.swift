/// How wide each column of a table is.
struct TableWidths {
    private let columns: [Table.Column]
    private var widths: [Int]
    /// The widest word of each column that wraps, and its widest part that is never broken; 0 where text is cut.
    private var words, parts: [Int]
    /// Blank, line, blank.
    static let separatorWidth = 3
    /// No column gets narrower than this, even if the table is then wider than the screen.
    private static let narrowest = 3

    /// For a table without rows.
    init(columns: [Table.Column]) {
        self.columns = columns
        widths = columns.map { _ in 1 }
        words = columns.map { _ in 0 }
        parts = words
    }

    /// Makes room for the cells of one more row.
    mutating func widen(for row: [StyledText]) {
        for column in columns.indices {
            let cell = row[column]
            widths[column] = max(widths[column], cell.width)
            guard columns[column].overflow == .wrap else { continue }
            words[column] = max(words[column], cell.longestWord)
            parts[column] = max(parts[column], cell.longestPart)
        }
    }

    /// Narrowed until the table fits: first the titles of columns that are never cut go on in further lines; then columns of the highest priority, of equals the widest; first so far that words stay whole, then
    /// that parts of names do, then to their minimum widths, and only when all have reached those, below them: those without priority, such as
    /// codes and dates, last.
    func fitted(to available: Int) -> [Int] {
        var fitted = self
        let room = available - Self.separatorWidth * max(0, columns.count - 1)
        fitted.shrink(columns.indices.filter { columns[$0].isWhole }, to: room) { columns[$0].minimumWidth }
        let priorities = Set(columns.map(\.shrinkPriority)).sorted(by: >)
        for kept in [words, parts, []] {
            for priority in priorities {
                fitted.shrink(columns.indices.filter { columns[$0].shrinkPriority == priority }, to: room) {
                    max(columns[$0].minimumWidth, kept.isEmpty ? 0 : kept[$0])
                }
            }
        }
        fitted.shrink(columns.indices.filter { columns[$0].shrinkPriority > 0 }, to: room) { _ in Self.narrowest }
        fitted.shrink(Array(columns.indices), to: room) { _ in Self.narrowest }
        return fitted.widths
    }

    /// Takes from the widest of these columns until all fit or all have come down to their floor.
    private mutating func shrink(_ candidates: [Int], to room: Int, floor: (Int) -> Int) {
        var excess = widths.reduce(0, +) - room
        while excess > 0 {
            let reducible = candidates.filter { widths[$0] > max(1, floor($0)) }
            guard let widest = reducible.max(by: { widths[$0] < widths[$1] }) else { return }
            let second = reducible.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let step = min(excess, max(1, widths[widest] - max(second, max(1, floor(widest)))))
            widths[widest] -= step
            excess -= step
        }
    }
}
