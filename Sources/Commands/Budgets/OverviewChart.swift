import Diagrams
import LifecycleModel
import Services
import Store
import Terminal

extension OverviewView {
    /// The overview as a chart; each group with what it must not exceed, where that is on record.
    ///
    /// - Parameter ceilings: the most of a group, by its key.
    func chart(ceilings: [String: Dong]) -> MoneyChart {
        let when = year.map { say(", năm \($0)", ", \($0)") } ?? ""
        var sums = [
            say("Dự toán \(total.planned.short(in: Speech.language))", "Planned \(total.planned.short(in: Speech.language))"),
            say("được giao \(total.given.short(in: Speech.language))", "allotted \(total.given.short(in: Speech.language))"),
            say("đã tạm ứng \(total.advanced.short(in: Speech.language))", "advanced \(total.advanced.short(in: Speech.language))"),
            say("đã thanh toán \(total.cleared.short(in: Speech.language))", "cleared \(total.cleared.short(in: Speech.language))"),
            say("\(total.tasks) nhiệm vụ", "\(total.tasks) tasks"),
        ]
        if let year, let most = ceiling?.total {
            sums.append(
                say(
                    "ngân sách KH&CN năm \(year) \(most.short(in: Speech.language))",
                    "science budget of \(year) \(most.short(in: Speech.language))"
                )
            )
        }
        return MoneyChart(
            title: say("Kinh phí nhiệm vụ KH&CN theo \(head.lowercased())\(when)", "Money of science tasks by \(head.lowercased())\(when)"),
            subtitle: sums.joined(separator: " · "),
            series: [
                say("Dự toán", "Planned"),
                key == .year ? say("Được giao từ ngân sách của năm", "Allotted by that year's budget") : say("Được giao", "Allotted"),
                say("Đã tạm ứng", "Advanced"), say("Đã thanh toán", "Cleared"),
            ],
            ceilingName: key == .year
                ? say("Ngân sách KH&CN của năm", "Science budget of the year")
                : say("Ngân sách của chương trình trong năm", "Budget of the programme in the year"),
            groups: rows.map { row in
                MoneyChart.Group(
                    name: name(row.key),
                    amounts: [row.planned, row.given, row.advanced, row.cleared],
                    ceiling: ceilings[row.key]
                )
            }
        )
    }
}

extension BudgetOverview {
    /// What each group must not exceed: of years their budget, of programmes their part of the year asked for.
    func ceilings(_ rows: [BudgetPortfolio.Row], _ ceiling: YearBudget?, in reader: any StoreReader) throws -> [String: Dong] {
        switch by {
        case .programme: return ceiling?.programmes ?? [:]
        case .year:
            var totals: [String: Dong] = [:]
            for row in rows { totals[row.key] = try Int(row.key).flatMap { try YearBudget($0, in: reader).total } }
            return totals
        case .host, .field, .source, .task: return [:]
        }
    }
}
