import CanonicalJSON
import Diagrams
import Foundation
import LifecycleModel
import Statistics

/// What `make oracles` compares with an independent package of statistics: groups of observations on stdin, as JSON
/// `[{"name":…,"observations":[[time,had_event],…]},…]`; their curves on stdout, and with a path their picture there.
@main
struct Survival {
    static func main() throws {
        let text = String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
        let lines = try (JSONValue(parsing: text).array ?? []).map { group in
            SurvivalChart.Line(
                name: try group.string(at: "name"),
                curve: SurvivalCurve((group["observations"]?.array ?? []).compactMap(observation))
            )
        }
        print(JSONValue.array(lines.map(\.curve.json)).canonicalText)
        guard let path = CommandLine.arguments.dropFirst().first else { return }
        let chart = SurvivalChart(
            title: "Thời gian từ nghiệm thu đến khi có kết quả ứng dụng",
            subtitle: "Ước lượng Kaplan–Meier với dải tin cậy 95 %",
            timeName: "Tháng kể từ ngày nghiệm thu",
            riskName: "Số kết quả còn theo dõi, chưa ứng dụng",
            mark: SurvivalChart.Mark(months: 12, name: "12 tháng"),
            lines: lines
        )
        try Data(chart.svg(in: .vi).utf8).write(to: URL(filePath: path))
    }

    private static func observation(_ pair: JSONValue) -> Observation? {
        guard let time = pair.array?.first?.int, let event = pair.array?.last?.int else { return nil }
        return Observation(time: Int(time), hadEvent: event == 1)
    }
}

extension SurvivalCurve {
    /// Every step to twelve decimals, and the median with its band.
    var json: JSONValue {
        func time(_ value: Int?) -> JSONValue { value.map { JSONValue($0) } ?? .null }
        func number(_ value: Double?) -> JSONValue { value.map { .string($0.decimal(12)) } ?? .null }
        let rows: [JSONValue] = steps.map { step in
            [
                "time": JSONValue(step.time), "at_risk": JSONValue(step.atRisk), "events": JSONValue(step.events),
                "censored": JSONValue(step.censored), "survival": number(step.survival), "variance": number(step.variance),
                "lower": number(step.band?.lower), "upper": number(step.band?.upper),
            ]
        }
        return [
            "steps": .array(rows), "median": time(median), "median_lower": time(medianBand.lower), "median_upper": time(medianBand.upper),
        ]
    }
}
