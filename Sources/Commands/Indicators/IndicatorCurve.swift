import ArgumentParser
import CanonicalJSON
import Diagrams
import Indicators
import LifecycleModel
import Services
import Statistics
import Store
import Terminal

/// `nhiemvu indicator curve NUMBER`
struct IndicatorCurve: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "curve",
            abstract: say(
                "Thời gian từ nghiệm thu đến khi ứng dụng: đường Kaplan–Meier, trung vị, dải tin cậy.",
                "Time from acceptance to use: Kaplan–Meier curve, median, confidence band."
            ),
            discussion: say(
                """
                Kết quả chưa ứng dụng vẫn được theo dõi tính là dữ liệu bị cắt bên phải. Dải 95 % theo log(−log).
                Ví dụ:
                  nhiemvu indicator curve 20 --by programme
                  nhiemvu indicator curve 20 --as svg --output thoi-gian-ung-dung.svg
                """,
                """
                A result not yet in use is right-censored at the last day it was followed. The 95 % band is the log(−log) one.
                Examples:
                  nhiemvu indicator curve 20 --by programme
                  nhiemvu indicator curve 20 --as svg --output time-to-use.svg
                """
            )
        )
    }
    @OptionGroup var which: UseIndicatorOptions
    @Option(help: ArgumentHelp(say("Chia theo.", "Break down by."), valueName: "programme|field|host|route|kind|year"))
    var by: CurveGrouping?
    @OptionGroup var chart: ChartOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let question = try which.question(in: context)
        return try context.openStore(readOnly: true).read { reader in
            let results = try UseHistory(today: context.today, in: reader).results(knownOn: question.knownOn)
            let names = try by?.grouping?.names(in: reader) ?? [:]
            let groups = Dictionary(grouping: results) { by?.group(of: $0) ?? "" }.sorted { $0.key < $1.key }
            let view = CurveView(
                question: question,
                by: by,
                lines: groups.map { key, own in
                    SurvivalChart.Line(
                        name: by == nil ? say("Mọi kết quả", "All results") : key.isEmpty ? say("(không có)", "(none)") : names[key] ?? key,
                        curve: SurvivalCurve(own.compactMap { question.terms.observation(of: $0, knownOn: question.knownOn) })
                    )
                }
            )
            return try chart.answer(view.chart.svg(in: Speech.language))
                ?? Answer(Report(json: view.json, blocks: view.blocks, sheet: view.sheet))
        }
    }
}

/// By what curves are told apart.
enum CurveGrouping: String, ExpressibleByArgument, CaseIterable {
    case programme, field, host, route, kind
    /// The year of acceptance.
    case year

    var grouping: ResultRecord.Grouping? { ResultRecord.Grouping(rawValue: rawValue) }

    func group(of result: ResultRecord) -> String {
        grouping.map { result.group($0) } ?? "\(result.acceptedOn.year)"
    }
}

/// How curves look.
struct CurveView {
    let question: UseIndicatorOptions.Question
    let by: CurveGrouping?
    let lines: [SurvivalChart.Line]

    private static let months = [3, 6, 9, 12, 24, 36]

    var chart: SurvivalChart {
        SurvivalChart(
            title: say("Thời gian từ nghiệm thu đến khi ứng dụng", "Time from acceptance to use"),
            subtitle: say(
                "Kaplan–Meier, dải tin cậy 95 %; theo những gì đã ghi đến \(question.knownOn.vietnamese)",
                "Kaplan–Meier, 95 % band; as recorded by \(question.knownOn)"
            ),
            timeName: say("Tháng kể từ ngày nghiệm thu", "Months since acceptance"),
            riskName: say("Số kết quả còn theo dõi, chưa ứng dụng", "Results followed and not yet in use"),
            mark: SurvivalChart.Mark(
                months: question.terms.months,
                name: say("\(question.terms.months) tháng", "\(question.terms.months) months")
            ),
            lines: lines
        )
    }

    var blocks: [any Block] {
        [
            Heading(say("Thời gian từ nghiệm thu đến khi ứng dụng", "Time from acceptance to use")),
            Table(
                columns: [
                    Table.Column(say("Nhóm", "Group"), shrinkPriority: 1, minimumWidth: 12, overflow: .wrap),
                    Table.Column(say("Kết quả", "Results"), alignment: .right),
                    Table.Column(say("Đã ứng dụng", "In use"), alignment: .right),
                    Table.Column(say("Trung vị (ngày)", "Median (days)"), alignment: .right, isWhole: true),
                ]
                    + Self.months.enumerated().map { place, months in
                        Table.Column(say("\(months) th %", "\(months) m %"), alignment: .right, dropOrder: Self.months.count - place)
                    },
                rows: lines.map { line in
                    [
                        StyledText(line.name, .accent), StyledText("\(line.curve.count)"), StyledText("\(line.curve.events)"),
                        StyledText(Self.median(line.curve)),
                    ]
                        + Self.months.map { StyledText(Self.share(line.curve, months: $0)) }
                }
            ),
            Paragraph(
                StyledText(
                    say(
                        "Trung vị kèm dải tin cậy 95 %; «–» khi chưa quá nửa số kết quả được ứng dụng. Cột tháng: phần trăm đã ứng dụng theo ước lượng "
                            + "Kaplan–Meier. ",
                        "The median with its 95 % band; “–” where no half is reached. Columns of months: per cent in use by Kaplan–Meier. "
                    ) + question.terms.phraseOfUse(countedBy: .result)[Speech.language],
                    .faint
                )
            ),
        ]
    }

    private static func median(_ curve: SurvivalCurve) -> String {
        let band = curve.medianBand
        guard let median = curve.median else { return "–" }
        return "\(median) (\(band.lower.map { "\($0)" } ?? "–"); \(band.upper.map { "\($0)" } ?? "–"))"
    }

    /// Days of so many months, as the chart has them.
    private static func share(_ curve: SurvivalCurve, months: Int) -> String {
        let days = (Double(months) * 365.25 / 12).rounded(.down)
        guard curve.atRisk(at: Int(days)) > 0 || curve.median != nil || curve.count > 0 else { return "–" }
        let text = ((1 - curve.survival(at: Int(days))) * 100).decimal(1)
        return Speech.language == .vi ? text.replacing(".", with: ",") : text
    }

    /// Every step of every curve.
    var sheet: Sheet {
        Sheet(
            header: ["group", "days", "at_risk", "in_use", "censored", "share", "share_lower", "share_upper"],
            rows: lines.flatMap { line in
                line.curve.steps.map { step in
                    [
                        line.name, "\(step.time)", "\(step.atRisk)", "\(step.events)", "\(step.censored)", step.share.decimal(6),
                        step.band.map { (1 - $0.upper).decimal(6) } ?? "", step.band.map { (1 - $0.lower).decimal(6) } ?? "",
                    ]
                }
            }
        )
    }

    var json: JSONValue {
        func days(_ value: Int?) -> JSONValue { value.map { JSONValue($0) } ?? .null }
        return [
            "number": JSONValue(question.entry.number), "definition": .string(question.definition ?? "default"),
            "terms": question.terms.json, "as_known_on": question.knownOn.json, "by": JSONValue(by?.rawValue),
            "groups": .array(
                lines.map { line in
                    [
                        "name": .string(line.name), "results": JSONValue(line.curve.count), "in_use": JSONValue(line.curve.events),
                        "median_days": days(line.curve.median), "median_lower": days(line.curve.medianBand.lower),
                        "median_upper": days(line.curve.medianBand.upper),
                        "steps": .array(
                            line.curve.steps.map { step in
                                [
                                    "days": JSONValue(step.time), "at_risk": JSONValue(step.atRisk), "in_use": JSONValue(step.events),
                                    "censored": JSONValue(step.censored), "share": .string(step.share.decimal(6)),
                                ]
                            }
                        ),
                    ]
                }
            ),
        ]
    }
}
