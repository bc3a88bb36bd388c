/// Sets the cells of a table's rows side by side.
struct RowLayout {
    let columns: [Table.Column]
    let widths: [Int]
    let ornaments: Ornaments

    /// The line between head and rows.
    var rule: StyledText {
        let parts = widths.map { String(repeating: ornaments.horizontal, count: $0) }
        return StyledText(parts.joined(separator: ornaments.horizontal + ornaments.cross + ornaments.horizontal), .faint)
    }

    /// The lines of one row; as many as its highest cell has.
    func lines(_ cells: [StyledText], wrapsAll: Bool = false) -> [StyledText] {
        let stacks = columns.indices.map { index -> [StyledText] in
            let wraps = wrapsAll || columns[index].overflow == .wrap
            return wraps
                ? cells[index].wrapped(to: widths[index])
                : [cells[index].truncated(to: widths[index], ellipsis: ornaments.ellipsis)]
        }
        let separator = StyledText(" \(ornaments.vertical) ", .faint)
        return (0..<(stacks.map(\.count).max() ?? 0)).map { line in
            columns.indices.map { index in
                let text = line < stacks[index].count ? stacks[index][line] : ""
                let isLast = index == columns.count - 1
                return isLast && columns[index].alignment == .left
                    ? text : text.padded(to: widths[index], alignment: columns[index].alignment)
            }.joined(separator: separator)
        }
    }
}
