import Diagrams
import LifecycleModel
import Pages
import Services

extension PortfolioPage {
    /// Money planned, allotted, advanced, cleared, overdue.
    var money: Section {
        let title = say("Kinh phí", "Money")
        guard digest.money.tasks > 0 else {
            return Section(id: "money", title: title, body: [note(say("Chưa ghi kinh phí nào.", "No money is on record yet."))])
        }
        let years = view(digest.moneyByYear, .year, names: [:])
        let chart = years.chart(ceilings: digest.yearBudgets)
        let words = digest.moneyByYear.map { row in
            say(
                "\(row.key): được giao \(row.given.short(in: .vi)), đã tạm ứng \(row.advanced.short(in: .vi)), đã thanh toán \(row.cleared.short(in: .vi))",
                "\(row.key): allotted \(row.given.short(in: .en)), advanced \(row.advanced.short(in: .en)), cleared \(row.cleared.short(in: .en))"
            )
        }
        return Section(
            id: "money",
            title: title,
            body: [
                .figure(chart.svg(in: Speech.language), saying: "\(chart.title). \(words.joined(separator: "; "))"),
                table(say("Theo năm, triệu đồng", "By year, million đồng"), years),
                table(
                    say("Theo chương trình, triệu đồng", "By programme, million đồng"),
                    view(digest.moneyByProgramme, .programme, names: programmes)
                ),
                note(
                    say(
                        "Dự toán và số được giao của ngân sách nhà nước; còn ở tổ chức chủ trì: đã tạm ứng, chưa thanh toán và chưa hoàn trả; quá hạn: phần lẽ ra đã thanh toán.",
                        "Planned and allotted of state money; with the hosts: advanced, neither cleared nor given back; overdue: what should have been cleared."
                    )
                ),
            ]
        )
    }

    private func view(_ rows: [BudgetPortfolio.Row], _ key: BudgetPortfolio.Key, names: [String: String]) -> OverviewView {
        OverviewView(rows: rows, total: digest.money, key: key, year: nil, ceiling: nil, names: names)
    }

    private func table(_ caption: String, _ view: OverviewView) -> HTML {
        func figures(_ row: BudgetPortfolio.Row) -> [String] {
            ["\(row.tasks)"]
                + [row.planned, row.allotted, row.advanced, row.cleared, row.outstanding, row.overdue, row.owed].map(\.millions)
        }
        let heads = [
            say("Nhiệm vụ", "Tasks"), say("Dự toán", "Planned"),
            view.key == .year ? say("Được giao, kể cả chuyển nguồn", "Allotted, with roll-over") : say("Được giao", "Allotted"),
            say("Đã tạm ứng", "Advanced"),
            say("Đã thanh toán", "Cleared"), say("Còn ở tổ chức chủ trì", "With the hosts"), say("Quá hạn", "Overdue"),
            say("Phải thu hồi", "Owed"),
        ]
        // What is with the hosts is told of a task, not of one of its years.
        let columns = view.key == .year ? 5 : heads.count
        return PageTable(
            caption,
            columns: [PageTable.Column(view.head)] + heads.prefix(columns).map { PageTable.Column($0, isNumeric: true) },
            rows: view.rows.map { [view.name($0.key)] + figures($0).prefix(columns) },
            footer: [say("Cộng", "Total")] + figures(view.total).prefix(columns)
        ).html
    }
}
