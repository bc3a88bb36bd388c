/// Draws bars under each other: names on the left, figures behind the bars.
struct RowChartDrawing {
    let chart: RowChart

    private static let width = 1000.0
    private static let frame = ChartFrame(width: width)
    private static let plotLeft = 304.0
    private static let plotRight = 760.0
    private static let barHeight = 18.0
    private static let gap = 8.0
    private static let nameFont = TextMeasure(size: 12.5)
    private static let figureFont = TextMeasure(size: 12, isBold: true)

    func svg() -> String {
        var page = SVGPage()
        var y = Self.frame.drawHead(chart.title, chart.subtitle, on: &page) + 10
        if chart.rows.contains(where: { $0.mark != nil }) {
            y = Self.frame.drawKey([chart.markName], on: &page, from: y) { _, x, y, page in
                page.path("M\((x + 8).short) \((y - 2).short) V\((y + 13).short)", stroke: Palette.back, width: 2.5)
            }
        }
        y += 10
        let top = y
        for row in chart.rows {
            draw(row, on: &page, top: y)
            y += height(of: row) + Self.gap
        }
        page.path("M\(Self.plotLeft.short) \((top - 4).short) V\((y - 4).short)", stroke: Palette.line, width: 1.2)
        return page.document(width: Self.width, height: y + ChartFrame.margin, title: chart.title)
    }

    private var whole: Int64 { max(1, chart.whole ?? chart.rows.map(\.value).max() ?? 1) }

    private func x(_ value: Int64) -> Double {
        Self.plotLeft + (Self.plotRight - Self.plotLeft) * min(1, Double(max(value, 0)) / Double(whole))
    }

    private func names(of row: RowChart.Row) -> [String] {
        Self.nameFont.wrap(row.name, to: Self.plotLeft - ChartFrame.margin - 12)
    }

    private func height(of row: RowChart.Row) -> Double {
        max(Self.barHeight, Double(names(of: row).count) * Self.nameFont.lineHeight)
    }

    private func draw(_ row: RowChart.Row, on page: inout SVGPage, top: Double) {
        let (height, names) = (height(of: row), names(of: row))
        let first = top + (height - Double(names.count) * Self.nameFont.lineHeight) / 2
        for (index, line) in names.enumerated() {
            let y = first + Double(index + 1) * Self.nameFont.lineHeight - 4
            page.text(line, x: Self.plotLeft - 12, y: y, font: Self.nameFont, anchor: .end)
        }
        let barTop = top + (height - Self.barHeight) / 2
        let end = x(row.value)
        if row.value > 0 {
            // Short of its line a bar is pale; the line itself, not the colour alone, says so.
            let colours = Palette.series(row.mark.map { row.value >= $0 ? 3 : 2 } ?? 1)
            page.box(
                Frame(x: Self.plotLeft, y: barTop, width: max(end - Self.plotLeft, 1), height: Self.barHeight),
                radius: 2,
                fill: colours.ground,
                stroke: colours.border,
                width: 1
            )
        }
        var textX = end + 8
        if let mark = row.mark {
            let line = x(mark)
            page.path("M\(line.short) \((barTop - 3).short) V\((barTop + Self.barHeight + 3).short)", stroke: Palette.back, width: 2.5)
            if line > textX - 6, line < textX + Self.figureFont.width(row.figure) + 4 { textX = line + 8 }
        }
        page.text(row.figure, x: textX, y: barTop + Self.barHeight - 5, font: Self.figureFont)
    }
}
