import LifecycleModel
import Statistics

/// Draws curves over time: what the colours mean above, per cent on the left, months below, and the numbers still watched under them.
struct SurvivalChartDrawing {
    let chart: SurvivalChart
    let language: Language

    private static let width = 1000.0
    private static let plotLeft = 250.0
    private static let plotRight = 960.0
    private static let plotHeight = 360.0
    private static let frame = ChartFrame(width: width)
    private static let font = ChartFrame.font
    private static let headFont = TextMeasure(size: 11, isBold: true)

    func svg() -> String {
        var page = SVGPage()
        var y = Self.frame.drawHead(chart.title, chart.subtitle, on: &page)
        let names = chart.lines.map(keyText)
        y = Self.frame.drawKey(names, on: &page, from: y + 10) { index, x, y, page in
            let style = Palette.line(index)
            page.path("M\(x.short) \((y + 6).short) H\((x + 17).short)", stroke: style.colour, width: 2.4, dashes: style.dashes)
        }
        let top = y + (chart.mark == nil ? 18 : 34)
        drawAxes(on: &page, top: top)
        if chart.hasBands { for index in chart.lines.indices { drawBand(index, on: &page, top: top) } }
        for index in chart.lines.indices { drawLine(index, on: &page, top: top) }
        let bottom = drawRisk(on: &page, from: top + Self.plotHeight + 52)
        return page.document(width: Self.width, height: bottom + ChartFrame.margin, title: chart.title)
    }

    /// The name with how many there are and when half of them had the event.
    private func keyText(_ line: SurvivalChart.Line) -> String {
        let (curve, band) = (line.curve, line.curve.medianBand)
        func text(_ day: Int?) -> String { day.map(String.init) ?? "…" }
        let median = curve.median.map { "\($0) [\(text(band.lower))–\(text(band.upper))]" }
        let words =
            median.map { Phrase(vi: "trung vị \($0) ngày", en: "median \($0) days") }
            ?? Phrase(vi: "chưa đến trung vị", en: "median not reached")
        return "\(line.name): n = \(curve.count), \(words[language])"
    }

    // MARK: Axes

    /// Days of a month on the axis: a twelfth of a mean Gregorian year. The steps themselves stand at exact days.
    private static let month = 365.2425 / 12

    /// Months between two numbers of the axis, twelve of them at most.
    private var step: Int {
        let longest = chart.lines.compactMap(\.curve.steps.last?.time).max() ?? 0
        let months = max(Double(longest) / Self.month, Double(chart.mark?.months ?? 0), 1)
        let even = [1, 2, 3, 6, 12, 24, 60].first { Double($0 * 12) >= months }
        return even ?? Int((months / 12).rounded(.up))
    }

    private var ticks: [Int] {
        let longest = chart.lines.compactMap(\.curve.steps.last?.time).max() ?? 0
        let months = max(Double(longest) / Self.month, Double(chart.mark?.months ?? 0), 1)
        return (0...max(1, Int((months / Double(step)).rounded(.up)))).map { $0 * step }
    }

    private func x(_ time: Int) -> Double { x(months: Double(time) / Self.month) }

    private func x(months: Double) -> Double {
        Self.plotLeft + (Self.plotRight - Self.plotLeft) * months / Double(ticks.last ?? 1)
    }

    private func y(_ share: Double, _ top: Double) -> Double { top + Self.plotHeight * (1 - share) }

    private func drawAxes(on page: inout SVGPage, top: Double) {
        let bottom = top + Self.plotHeight
        for percent in stride(from: 0, through: 100, by: 20) {
            let y = y(Double(percent) / 100, top)
            page.path(
                "M\(Self.plotLeft.short) \(y.short) H\(Self.plotRight.short)",
                stroke: percent == 0 ? Palette.line : Palette.grid,
                width: percent == 0 ? 1.2 : 0.8
            )
            page.text("\(percent) %", x: Self.plotLeft - 8, y: y + 4, font: Self.font, fill: Palette.faint, anchor: .end)
        }
        for tick in ticks {
            let x = x(months: Double(tick))
            page.path("M\(x.short) \(bottom.short) V\((bottom + 5).short)", stroke: Palette.line)
            page.text("\(tick)", x: x, y: bottom + 18, font: Self.font, fill: Palette.faint, anchor: .middle)
        }
        page.text(
            chart.timeName,
            x: (Self.plotLeft + Self.plotRight) / 2,
            y: bottom + 35,
            font: Self.font,
            fill: Palette.faint,
            anchor: .middle
        )
        if let mark = chart.mark {
            let x = x(months: Double(mark.months))
            page.path("M\(x.short) \((top - 8).short) V\(bottom.short)", stroke: Palette.back, width: 1.4, dashes: "5 3")
            page.text(mark.name, x: x, y: top - 12, font: Self.headFont, fill: Palette.back, anchor: .middle)
        }
    }

    // MARK: Curves

    /// Down to the last step, then level to where somebody was last seen.
    private func drawLine(_ index: Int, on page: inout SVGPage, top: Double) {
        let curve = chart.lines[index].curve
        guard let last = curve.steps.last else { return }
        let style = Palette.line(index)
        var path = "M\(Self.plotLeft.short) \(y(0, top).short)"
        for step in curve.steps where step.events > 0 { path += " H\(x(step.time).short) V\(y(step.share, top).short)" }
        page.path(path + " H\(x(last.time).short)", stroke: style.colour, width: 2.2, dashes: style.dashes)
        for step in curve.steps where step.censored > 0 {
            let (x, y) = (x(step.time), y(step.share, top))
            page.path("M\(x.short) \((y - 4).short) V\((y + 4).short)", stroke: style.colour, width: 1.2)
        }
    }

    /// Between the ends of the band, as far as it is defined.
    private func drawBand(_ index: Int, on page: inout SVGPage, top: Double) {
        var (upper, lower) = ([(Self.plotLeft, y(0, top))], [(Self.plotLeft, y(0, top))])
        let steps = chart.lines[index].curve.steps
        for step in steps where step.events > 0 {
            guard let band = step.band else { break }
            let x = x(step.time)
            upper += [(x, upper.last?.1 ?? 0), (x, y(1 - band.lower, top))]
            lower += [(x, lower.last?.1 ?? 0), (x, y(1 - band.upper, top))]
        }
        if let end = steps.last {
            let x = x(end.time)
            upper.append((x, upper.last?.1 ?? 0))
            lower.append((x, lower.last?.1 ?? 0))
        }
        let points = (upper + lower.reversed()).map { "\($0.0.short) \($0.1.short)" }
        page.area("M" + points.joined(separator: " L") + " Z", fill: Palette.line(index).colour, opacity: 0.14)
    }

    // MARK: Numbers still watched

    private func drawRisk(on page: inout SVGPage, from top: Double) -> Double {
        var y = top
        for line in Self.headFont.wrap(chart.riskName, to: Self.width - 2 * ChartFrame.margin) {
            y += Self.headFont.lineHeight
            page.text(line, x: ChartFrame.margin, y: y - 4, font: Self.headFont)
        }
        y += 4
        for (index, line) in chart.lines.enumerated() {
            let names = Self.font.wrap(line.name, to: Self.plotLeft - ChartFrame.margin - 24)
            for tick in ticks {
                let number = line.curve.atRisk(at: Int((Double(tick) * Self.month).rounded()))
                page.text("\(number)", x: x(months: Double(tick)), y: y + 12, font: Self.font, anchor: .middle)
            }
            for name in names {
                y += Self.font.lineHeight + 2
                page.text(name, x: ChartFrame.margin, y: y - 4, font: Self.font, fill: Palette.line(index).colour)
            }
        }
        return y
    }
}

extension Palette {
    /// Colour and dashes of a curve: told apart in print without colours, too.
    static func line(_ index: Int) -> (colour: String, dashes: String?) {
        let colours = ["#1565c0", "#b45309", "#1b5e20", "#7b1fa2", "#b71c1c", "#00696f", "#5d4037", "#37474f"]
        let dashes = [nil, "8 4", "2.5 3", "10 3 2.5 3", "5 2", "14 4", "1.5 2", "8 3 2 3 2 3"]
        return (colours[index % colours.count], dashes[index % dashes.count])
    }
}
