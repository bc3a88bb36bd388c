import CanonicalJSON
import LifecycleModel
import LumpSum
import Services
import Terminal

/// What the host reported as received and spent, year by year.
extension BudgetView {
    /// For people: a heading and a table; nothing where nothing is reported.
    var spending: [any Block] {
        get throws {
            let reports = record.budget.spending.sorted { $0.key < $1.key }
            guard !reports.isEmpty else { return [] }
            let figures = try reports.map { [$0.value.received] + (try Self.spent($0.value)) }
            return [
                Heading(say("Thực nhận, thực chi đã báo cáo", "Reported as received and spent"), level: 2),
                Table(
                    columns: [Table.Column(say("Năm", "Year"), minimumWidth: 4)]
                        + [
                            say("Thực nhận ngân sách", "Received of the state"), say("Thực chi ngân sách", "Spent of the state's"),
                            say("Thực chi nguồn khác", "Spent of other money"),
                        ].map { Self.figures($0) },
                    rows: zip(reports, figures).map { report, sums in
                        [StyledText("\(report.key)", .accent)] + sums.map { Self.money($0.amount) }
                    },
                    footer: [
                        [StyledText(say("Cộng", "Total"), .strong)]
                            + (try (0..<3).map { column in Self.money(try figures.map { $0[column] }.total().amount) })
                    ]
                ),
            ]
        }
    }

    /// For programs.
    var spendingJSON: JSONValue {
        .array(
            record.budget.spending.sorted { $0.key < $1.key }.map { year, report in
                ["year": JSONValue(year), "received": report.received.json, "lines": report.lines.json]
            }
        )
    }

    private static func spent(_ report: YearSpending) throws -> [Dong] {
        [try report.lines.total { $0.source == .state }, try report.lines.total { $0.source != .state }]
    }
}
