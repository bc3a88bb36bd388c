/// Draws shares in rows and columns: names on the left, heads above.
struct ShareGridDrawing {
    let grid: ShareGrid

    private static let width = 1000.0
    private static let frame = ChartFrame(width: width)
    private static let left = 180.0
    private static let cellHeight = 30.0
    private static let nameFont = TextMeasure(size: 12.5)
    private static let strongFont = TextMeasure(size: 12.5, isBold: true)

    private var cellWidth: Double {
        min(92, (Self.width - ChartFrame.margin - Self.left) / Double(max(1, grid.columns.count)))
    }

    func svg() -> String {
        var page = SVGPage()
        let top = Self.frame.drawHead(grid.title, grid.subtitle, on: &page) + 34
        for (place, head) in grid.columns.enumerated() {
            let font = place == grid.emphasised ? Self.strongFont : Self.nameFont
            page.text(head, x: Self.left + (Double(place) + 0.5) * cellWidth, y: top - 9, font: font, anchor: .middle)
        }
        for (line, row) in grid.rows.enumerated() {
            let y = top + Double(line) * Self.cellHeight
            page.text(row.name, x: Self.left - 12, y: y + 20, font: Self.nameFont, anchor: .end)
            for (place, cell) in row.cells.prefix(grid.columns.count).enumerated() { draw(cell, at: place, top: y, on: &page) }
        }
        let bottom = top + Double(grid.rows.count) * Self.cellHeight
        if let place = grid.emphasised {
            let x = Self.left + Double(place) * cellWidth
            page.box(
                Frame(x: x, y: top, width: cellWidth, height: bottom - top),
                radius: 2,
                fill: "none",
                stroke: Palette.ink,
                width: 1.8
            )
        }
        return page.document(width: Self.width, height: bottom + ChartFrame.margin, title: grid.title)
    }

    private func draw(_ cell: ShareGrid.Cell, at place: Int, top: Double, on page: inout SVGPage) {
        let x = Self.left + Double(place) * cellWidth
        let colours = Palette.series(3)
        if let tenths = cell.tenths {
            let commands =
                "M\(x.short) \(top.short) H\((x + cellWidth).short) V\((top + Self.cellHeight).short) H\(x.short) Z"
            page.area(commands, fill: colours.border, opacity: Double(min(max(tenths, 0), 1000)) * 0.0006)
        }
        page.box(
            Frame(x: x, y: top, width: cellWidth, height: Self.cellHeight),
            radius: 0,
            fill: "none",
            stroke: Palette.line,
            width: 0.6
        )
        let font = place == grid.emphasised ? Self.strongFont : Self.nameFont
        page.text(cell.text, x: x + cellWidth / 2, y: top + 20, font: font, anchor: .middle)
    }
}
