import Diagrams
import Indicators
import LifecycleModel
import Pages
import Services
import Statistics

extension PortfolioPage {
    /// The share of results in use by year and programme, and how long it takes.
    var use: Section {
        let title = say("Ứng dụng kết quả sau nghiệm thu", "Use of results after acceptance")
        guard let use = digest.use else {
            return Section(
                id: "use",
                title: title,
                body: [
                    note(
                        say(
                            "Thư mục quy tắc không có định nghĩa chỉ tiêu nào về ứng dụng.",
                            "The folder of rules defines no indicator of use."
                        )
                    )
                ]
            )
        }
        guard !use.years.isEmpty else {
            return Section(id: "use", title: title, body: [note(say("Chưa có kết quả nào được nghiệm thu.", "No result is accepted yet."))])
        }
        var body = [shares(use), years(use)]
        if let report = use.years.first(where: { $0.year == day.year }) ?? use.years.last { body.append(groups(of: report, use)) }
        body.append(curve(use))
        body.append(
            note(
                say("Cách tính mặc định của chỉ tiêu \(use.entry.number): ", "Default definition of indicator \(use.entry.number): ")
                    + use.indicator.terms.phrase[Speech.language] + ". " + use.indicator.source
            )
        )
        return Section(id: "use", title: title, body: body)
    }

    private func shares(_ use: UseByYear) -> HTML {
        let chart = RowChart(
            title: "\(use.entry.number). \(use.indicator.label[Speech.language])",
            subtitle: say(
                "Theo năm có tháng thứ \(use.indicator.terms.months) sau nghiệm thu; đã ứng dụng trên được tính. Gốc \(use.entry.baseline.text)",
                "By the year of month \(use.indicator.terms.months) after acceptance; in use of those counted. Base \(use.entry.baseline.text)"
            ),
            whole: 1000,
            markName: say("Mục tiêu (của năm, không có thì của mốc kế tiếp)", "Target (of the year, else the next one set)"),
            rows: use.years.map { report in
                RowChart.Row(
                    name: "\(report.year)",
                    value: report.figure.tenths ?? 0,
                    figure: report.figure.denominator == 0
                        ? say("\(report.figure.open) chưa đủ thời gian", "\(report.figure.open) not due yet") : report.figure.shown,
                    mark: use.entry.target(for: report.year)?.figure.number.flatMap { try? $0.multiplied(by: Fraction(10)).floor }
                )
            }
        )
        let words = use.years.map { "\($0.year): \($0.figure.shown)" }.joined(separator: "; ")
        return .figure(chart.svg(), saying: "\(chart.title). \(words)")
    }

    private static var columns: [PageTable.Column] {
        [
            PageTable.Column(say("Đã ứng dụng", "In use"), isNumeric: true), PageTable.Column(say("Được tính", "Counted"), isNumeric: true),
            PageTable.Column(say("Tỷ lệ %", "Share %"), isNumeric: true), PageTable.Column(say("Mục tiêu", "Target"), isNumeric: true),
            PageTable.Column(say("Khoảng cách", "Gap"), isNumeric: true),
            PageTable.Column(say("Chưa đủ thời gian", "Not due yet"), isNumeric: true),
        ]
    }

    private func cells(_ figure: UseFigure, _ target: (year: Int, figure: PrintedFigure)?, _ year: Int) -> [String] {
        let gap = target?.figure.number.flatMap { figure.gap(to: $0) }
        return [
            "\(figure.numerator)", "\(figure.denominator)", figure.localPercent ?? "–",
            target.map { $0.year == year ? $0.figure.text : "\($0.figure.text) (\($0.year))" } ?? "–",
            gap.map { ($0 > .zero ? "+" : "") + $0.rounded(decimals: 1)[Speech.language] } ?? "", "\(figure.open)",
        ]
    }

    private func years(_ use: UseByYear) -> HTML {
        PageTable(
            say("Theo năm", "By year"),
            columns: [PageTable.Column(say("Năm", "Year"))] + Self.columns,
            rows: use.years.map { ["\($0.year)"] + cells($0.figure, use.entry.target(for: $0.year), $0.year) }
        ).html
    }

    private func groups(of report: UseReport, _ use: UseByYear) -> HTML {
        let target = use.entry.target(for: report.year)
        return PageTable(
            say("Theo chương trình, năm \(report.year)", "By programme, \(report.year)"),
            columns: [PageTable.Column(say("Chương trình", "Programme"))] + Self.columns,
            rows: report.groups(by: .programme).map { group in
                [group.key.isEmpty ? say("(ngoài chương trình)", "(no programme)") : programmes[group.key] ?? group.key]
                    + cells(group.figure, target, report.year)
            },
            footer: [say("Cộng", "Total")] + cells(report.figure, target, report.year)
        ).html
    }

    private func curve(_ use: UseByYear) -> HTML {
        let terms = use.indicator.terms
        let observations = use.years.flatMap(\.cases).flatMap(\.verdicts).compactMap { terms.observation(of: $0.result, knownOn: day) }
        let line = SurvivalChart.Line(name: say("Mọi kết quả", "All results"), curve: SurvivalCurve(observations))
        let question = UseIndicatorOptions.Question(
            entry: use.entry,
            indicator: use.indicator,
            terms: terms,
            definition: nil,
            knownOn: day
        )
        let chart = CurveView(question: question, by: nil, lines: [line]).chart
        let median =
            line.curve.median.map { say("trung vị \($0) ngày", "median \($0) days") } ?? say("chưa đến trung vị", "median not reached")
        return .figure(chart.svg(in: Speech.language), saying: "\(chart.title). n = \(line.curve.count), \(median)")
    }
}
