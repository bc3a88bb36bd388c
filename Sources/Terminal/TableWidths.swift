/// How wide each column of a table is.
struct TableWidths {
    private let columns: [Table.Column]
    private var widths: [Int]
    /// Blank, line, blank.
    static let separatorWidth = 3
    /// No column gets narrower than this, even if the table is then wider than the screen.
    private static let narrowest = 3

    /// As wide as the widest cell of each column.
    init(columns: [Table.Column], content: [[StyledText]]) {
        self.columns = columns
        widths = columns.indices.map { column in content.reduce(1) { max($0, $1[column].width) } }
    }

    /// Narrowed until the table fits: columns of the highest priority first, of equals the widest; first to their minimum widths, and
    /// only when all have reached those, below them.
    func fitted(to available: Int) -> [Int] {
        var fitted = self
        let room = available - Self.separatorWidth * max(0, columns.count - 1)
        let priorities = Set(columns.map(\.shrinkPriority)).sorted(by: >)
        for priority in priorities {
            fitted.shrink(columns.indices.filter { columns[$0].shrinkPriority == priority }, to: room) { $0.minimumWidth }
        }
        fitted.shrink(Array(columns.indices), to: room) { _ in Self.narrowest }
        return fitted.widths
    }

    /// Takes from the widest of these columns until all fit or all have come down to their floor.
    private mutating func shrink(_ candidates: [Int], to room: Int, floor: (Table.Column) -> Int) {
        var excess = widths.reduce(0, +) - room
        while excess > 0 {
            let reducible = candidates.filter { widths[$0] > max(1, floor(columns[$0])) }
            guard let widest = reducible.max(by: { widths[$0] < widths[$1] }) else { return }
            let second = reducible.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
            let step = min(excess, max(1, widths[widest] - max(second, max(1, floor(columns[widest])))))
            widths[widest] -= step
            excess -= step
        }
    }
}
