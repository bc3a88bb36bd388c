import LifecycleModel

/// Draws a chart of money: names on the left, bars to the right, the scale above, what the colours mean under the title.
struct MoneyChartDrawing {
    let chart: MoneyChart
    let language: Language

    private static let width = 1000.0
    private static let margin = ChartFrame.margin
    private static let frame = ChartFrame(width: width)
    private static let plotLeft = 284.0
    private static let plotRight = 860.0
    private static let barHeight = 15.0
    private static let groupGap = 16.0
    private static let nameFont = TextMeasure(size: 12.5, isBold: true)
    private static let font = ChartFrame.font

    func svg() -> String {
        var page = SVGPage()
        var y = Self.frame.drawHead(chart.title, chart.subtitle, on: &page)
        y = drawKey(on: &page, from: y + 10) + 26
        let top = y
        let bottom = top + chart.groups.reduce(0) { $0 + height(of: $1) + Self.groupGap }
        drawScale(on: &page, top: top, bottom: bottom)
        for group in chart.groups {
            draw(group, on: &page, top: y + Self.groupGap / 2)
            y += height(of: group) + Self.groupGap
        }
        return page.document(width: Self.width, height: bottom + Self.margin, title: chart.title)
    }

    private func drawKey(on page: inout SVGPage, from top: Double) -> Double {
        let isLimited = chart.groups.contains { $0.ceiling != nil }
        return Self.frame.drawKey(chart.series + (isLimited ? [chart.ceilingName] : []), on: &page, from: top) { index, x, y, page in
            if index < chart.series.count {
                let colours = Palette.series(index)
                page.box(Frame(x: x, y: y, width: 16, height: 11), radius: 2, fill: colours.ground, stroke: colours.border, width: 1)
            } else {
                page.path("M\((x + 8).short) \((y - 2).short) V\((y + 13).short)", stroke: Palette.back, width: 2.5)
            }
        }
    }

    // MARK: Scale

    private var largest: Int64 {
        max(1, chart.groups.flatMap { $0.amounts + [$0.ceiling ?? .zero] }.map(\.amount).max() ?? 1)
    }

    /// Steps of 1, 2 or 5 times a power of ten, four to nine of them over the largest figure.
    private var step: Int64 {
        var step: Int64 = 1
        let factors: [Int64] = [2, 5, 10]
        while true {
            for factor in [1] + factors {
                let (next, overflow) = step.multipliedReportingOverflow(by: factor)
                if overflow { return largest }
                if largest / next <= 8 { return next }
            }
            step *= 10
        }
    }

    private var end: Int64 {
        let (whole, rest) = largest.quotientAndRemainder(dividingBy: step)
        let (end, overflow) = (whole + (rest == 0 ? 0 : 1)).multipliedReportingOverflow(by: step)
        return overflow ? largest : end
    }

    private func x(_ amount: Int64) -> Double {
        Self.plotLeft + (Self.plotRight - Self.plotLeft) * Double(max(amount, 0)) / Double(end)
    }

    private func drawScale(on page: inout SVGPage, top: Double, bottom: Double) {
        for mark in stride(from: Int64(0), through: end, by: Int64.Stride(step)) {
            let x = x(mark)
            page.path(
                "M\(x.short) \(top.short) V\(bottom.short)",
                stroke: mark == 0 ? Palette.line : Palette.grid,
                width: mark == 0 ? 1.2 : 0.8
            )
            let text = mark == 0 ? "0" : Dong(mark).short(in: language)
            page.text(text, x: x, y: top - 6, font: Self.font, fill: Palette.faint, anchor: .middle)
        }
    }

    // MARK: Bars

    private func names(of group: MoneyChart.Group) -> [String] {
        Self.nameFont.wrap(group.name, to: Self.plotLeft - Self.margin - 12)
    }

    private func height(of group: MoneyChart.Group) -> Double {
        max(Double(chart.series.count) * Self.barHeight, Double(names(of: group).count) * Self.nameFont.lineHeight)
    }

    /// Where a figure may begin so that the line of the ceiling does not cross it.
    private func clear(of ceiling: Dong?, _ start: Double, _ text: String) -> Double {
        guard let ceiling else { return start }
        let line = x(ceiling.amount)
        return line > start - 5 && line < start + Self.font.width(text) + 4 ? line + 6 : start
    }

    private func draw(_ group: MoneyChart.Group, on page: inout SVGPage, top: Double) {
        let height = height(of: group)
        let names = names(of: group)
        let first = top + (height - Double(names.count) * Self.nameFont.lineHeight) / 2
        for (index, line) in names.enumerated() {
            page.text(
                line,
                x: Self.plotLeft - 12,
                y: first + Double(index + 1) * Self.nameFont.lineHeight - 4,
                font: Self.nameFont,
                anchor: .end
            )
        }
        for (index, amount) in group.amounts.enumerated() {
            let colours = Palette.series(index)
            let y = top + Double(index) * Self.barHeight
            let end = x(amount.amount)
            if amount > .zero {
                page.box(
                    Frame(x: Self.plotLeft, y: y + 1, width: max(end - Self.plotLeft, 1), height: Self.barHeight - 3),
                    radius: 1.5,
                    fill: colours.ground,
                    stroke: colours.border,
                    width: 1
                )
            }
            let text = amount == .zero ? "–" : amount.short(in: language)
            page.text(text, x: clear(of: group.ceiling, end + 6, text), y: y + Self.barHeight - 4, font: Self.font, fill: Palette.ink)
        }
        if let ceiling = group.ceiling {
            let x = x(ceiling.amount)
            page.path("M\(x.short) \((top - 4).short) V\((top + height + 4).short)", stroke: Palette.back, width: 2.5)
        }
    }
}

extension Palette {
    /// Lines behind a chart.
    static let grid = "#d9dfe5"

    /// Ground and border of the bars of a series.
    static func series(_ index: Int) -> (ground: String, border: String) {
        let colours = [("#e4e7eb", "#7b8794"), ("#90caf9", "#1976d2"), ("#ffe0a3", "#b45309"), ("#81c784", "#1b5e20")]
        return colours[index % colours.count]
    }
}
