import CanonicalJSON
import LifecycleModel
import LumpSum
import Services
import Terminal

/// How the overview looks.
struct OverviewView {
    let rows: [BudgetPortfolio.Row]
    let total: BudgetPortfolio.Row
    let key: BudgetPortfolio.Key
    let year: Int?
    let ceiling: YearBudget?
    let names: [String: String]

    var blocks: [any Block] {
        let when = year.map { say(", năm \($0)", ", \($0)") } ?? ""
        var blocks: [any Block] = [
            Heading(
                say("Kinh phí nhiệm vụ KH&CN\(when) (triệu đồng)", "Money of science tasks\(when) (million đồng)")
            ), table,
        ]
        if year != nil || key == .year {
            blocks.append(
                Paragraph(
                    StyledText(
                        say(
                            "Chưa thanh toán, quá hạn và phải hoàn trả là số đến hôm nay, không theo năm.",
                            "Open, overdue and owed are as of today, not of a year."
                        ),
                        .faint
                    )
                )
            )
        }
        if let year, let most = ceiling?.total {
            let share = most.amount == 0 ? 0 : total.given.amount * 100 / most.amount
            blocks.append(
                BarChart([
                    BarChart.Row(
                        say("Đã giao / ngân sách \(year)", "Allotted / budget of \(year)"),
                        ShareBar(value: total.given.amount, of: max(most.amount, 1)),
                        figures: StyledText("\(total.given.short(in: Speech.language)) / \(most.short(in: Speech.language))  \(share) %")
                    )
                ])
            )
        } else if let year {
            blocks.append(
                Paragraph(
                    StyledText(
                        say(
                            "Chưa ghi ngân sách KH&CN năm \(year) (nhiemvu budget year \(year) …)",
                            "The science budget of \(year) is not on record (nhiemvu budget year \(year) …)"
                        ),
                        .faint
                    )
                )
            )
        }
        return blocks
    }

    private var table: any Block {
        Table(
            columns: [Table.Column(head, shrinkPriority: 1, minimumWidth: 16, overflow: .wrap)]
                + [
                    say("Dự toán", "Planned"), say("Được giao", "Allotted"), say("Đã tạm ứng", "Advanced"),
                    say("Đã thanh toán", "Cleared"), say("Chưa thanh toán", "Open"), say("Quá hạn", "Overdue"),
                    say("Phải hoàn trả", "Owed"),
                    say("Chưa tạm ứng", "Remaining"),
                ].enumerated().map { BudgetView.figures($1, dropOrder: [0: 1, 4: 2, 6: 3][$0]) },
            rows: rows.map { [StyledText(name($0.key), .accent)] + figures($0) },
            footer: [[StyledText(say("Cộng", "Total"), .strong)] + figures(total)]
        )
    }

    private func figures(_ row: BudgetPortfolio.Row) -> [StyledText] {
        [row.planned, row.allotted, row.advanced, row.cleared, row.outstanding].map { Self.millions($0) }
            + [row.overdue, row.owed].map { Self.millions($0, .bad) } + [Self.millions(row.remaining)]
    }

    /// Millions with the nearest tenth; programs and spreadsheets get every đồng.
    private static func millions(_ amount: Dong, _ style: Style? = nil) -> StyledText {
        guard amount != .zero else { return StyledText("–", .faint) }
        return style.map { StyledText(amount.millions, $0) } ?? StyledText(amount.millions)
    }

    var head: String {
        switch key {
        case .programme: say("Chương trình", "Programme")
        case .host: say("Tổ chức chủ trì", "Host")
        case .field: say("Lĩnh vực", "Field")
        case .year: say("Năm", "Year")
        case .source: say("Nguồn", "Source")
        case .task: say("Nhiệm vụ", "Task")
        }
    }

    func name(_ key: String) -> String {
        key.isEmpty ? say("(không có)", "(none)") : names[key] ?? key
    }

    /// The rows alone, for spreadsheets.
    var sheet: JSONValue { .array(rows.map { json($0, keyed: true) }) }

    var json: JSONValue {
        var object: JSONObject = [
            "by": .string(key.rawValue), "year": year.map { JSONValue($0) } ?? .null, "rows": .array(rows.map { json($0, keyed: true) }),
            "total": json(total, keyed: false),
        ]
        if let ceiling { object["year_budget"] = ceiling.json }
        return .object(object)
    }

    private func json(_ row: BudgetPortfolio.Row, keyed: Bool) -> JSONValue {
        var object = JSONObject()
        if keyed {
            object[key.rawValue] = .string(row.key)
            if let name = names[row.key] { object["name"] = .string(name) }
        }
        let figures = [
            ("planned", row.planned), ("given", row.given), ("allotted", row.allotted), ("advanced", row.advanced),
            ("cleared", row.cleared),
            ("given_back", row.givenBack), ("outstanding", row.outstanding), ("overdue", row.overdue), ("owed", row.owed),
            ("remaining", row.remaining),
        ]
        for (name, amount) in figures { object[name] = amount.json }
        object["tasks"] = JSONValue(row.tasks)
        return .object(object)
    }
}
