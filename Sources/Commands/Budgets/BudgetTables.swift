import Engine
import LifecycleModel
import LumpSum
import Rules
import Services
import Store

/// The tables that a task or the whole portfolio is exported as; the first is the one that a CSV file has.
struct BudgetTables {
    let tables: [BudgetTable]

    /// Of a task: plan against movement by item and year, the years, its advances, its journal.
    init(of record: BudgetRecord) throws {
        let title = "\(record.task.code)  \(record.task.fact("task.title")?.text ?? "")"
        let budget = record.budget
        var sums: [BudgetPlace: (planned: Dong, done: Dong)] = [:]
        for line in budget.estimate?.lines ?? [] {
            sums[line.place, default: (.zero, .zero)].planned = try (sums[line.place]?.planned ?? .zero).adding(line.amount)
        }
        for (place, amount) in try budget.done() { sums[place, default: (.zero, .zero)].done = amount }
        let order = budget.law.rules.items.map(\.id)
        func rank(_ place: BudgetPlace) -> (Int, String, Int, Int, Int) {
            (
                order.firstIndex(of: place.item) ?? order.count, place.item, FundingSource.allCases.firstIndex(of: place.source) ?? 0,
                place.year,
                place.isLumpSum ? 0 : 1
            )
        }
        let items = BudgetTable(
            name: say("Dự toán và thực hiện", "Plan and movement"),
            title: title,
            columns: [
                (say("Nội dung chi", "Item"), 46), (say("Mã nội dung", "Code"), 18), (say("Nguồn", "Source"), 20), (say("Năm", "Year"), 8),
                (say("Khoán", "Lump sum"), 10), (say("Dự toán", "Planned"), 18), (say("Đã thực hiện", "Done"), 18),
                (say("Còn lại", "Left"), 18),
            ],
            rows: sums.sorted { rank($0.key) < rank($1.key) }.map { place, sum in
                [
                    .text(budget.law.label(of: place.item)[Speech.language]), .text(place.item),
                    .text(place.source.phrase[Speech.language]),
                    .text("\(place.year)"), .text(place.isLumpSum ? say("Có", "yes") : say("Không", "no")), .money(sum.planned),
                    .money(sum.done), .difference(5, 6),
                ]
            }
        )
        let years = BudgetTable(
            name: say("Theo năm", "By year"),
            title: title,
            columns: [(say("Năm", "Year"), 10)] + Self.figureColumns,
            rows: try BudgetSummary(record).years.sorted { $0.key < $1.key }.map { year, figures in
                [
                    .text("\(year)"), .money(try figures.planned.values.total()), .money(figures.allotted), .money(figures.advanced),
                    .money(figures.cleared), .money(figures.givenBack),
                ]
            }
        )
        let advances = BudgetTable(
            name: say("Tạm ứng", "Advances"),
            title: title,
            columns: [
                (say("Đợt", "Number"), 8), (say("Năm", "Year"), 8), (say("Ngày", "Day"), 14), (say("Số tiền", "Amount"), 18),
                (say("Chưa thanh toán", "Open"), 18),
            ],
            rows: budget.advances.map { advance in
                [
                    .text("\(advance.number)"), .text("\(advance.year)"), .date(advance.paidOn), .money(advance.amount),
                    .money(budget.outstanding(advance.number)),
                ]
            }
        )
        let journal = BudgetTable(
            name: say("Bút toán", "Journal"),
            title: title,
            columns: [
                (say("Ngày", "Day"), 14), (say("Sự kiện", "Event"), 10), (say("Nghiệp vụ", "Movement"), 26),
                (say("Tài khoản", "Account"), 56),
                (say("Nợ (+), Có (−)", "Debit (+), credit (−)"), 20),
            ],
            rows: budget.journal.flatMap { entry in
                entry.postings.map { posting in
                    [
                        .date(entry.day), .text(entry.event.map { "\($0)" } ?? ""), .text(entry.kind),
                        .text(posting.account.path.joined(separator: ":")), .money(posting.amount),
                    ]
                }
            }
        )
        tables = [items, years, advances, journal]
    }

    /// Of the portfolio: a row a task, and the sums by programme.
    init(of portfolio: BudgetPortfolio) throws {
        let title = say("Kinh phí nhiệm vụ KH&CN", "Money of science tasks")
        let rows = Dictionary(portfolio.parts.map { ($0.task.code, $0.task) }) { first, _ in first }
        func figures(_ row: BudgetPortfolio.Row, from column: Int) -> [BudgetTable.Value] {
            [
                .money(row.planned), .money(row.allotted), .money(row.advanced), .money(row.cleared), .money(row.givenBack),
                .money(row.outstanding), .money(row.overdue), .money(row.owed), .difference(column + 1, column + 2),
            ]
        }
        let rest = [
            (say("Chưa thanh toán", "Open"), 18), (say("Quá hạn", "Overdue"), 18), (say("Phải hoàn trả", "Owed"), 18),
            (say("Chưa tạm ứng", "Remaining"), 18),
        ]
        let tasks = BudgetTable(
            name: say("Nhiệm vụ", "Tasks"),
            title: title,
            columns: [
                (say("Nhiệm vụ", "Task"), 16), (say("Tên", "Title"), 50), (say("Chương trình", "Programme"), 18),
                (say("Tổ chức chủ trì", "Host"), 16),
            ] + Self.figureColumns + rest,
            rows: try portfolio.rows(by: .task).rows.map { row in
                let task = rows[row.key]
                return [.text(row.key), .text(task?.title ?? ""), .text(task?.programme ?? ""), .text(task?.host ?? "")]
                    + figures(row, from: 4)
            }
        )
        let programmes = BudgetTable(
            name: say("Chương trình", "Programmes"),
            title: title,
            columns: [(say("Chương trình", "Programme"), 20)] + Self.figureColumns + rest,
            rows: try portfolio.rows(by: .programme).rows.map { row in
                [.text(row.key.isEmpty ? say("(không có)", "(none)") : row.key)] + figures(row, from: 1)
            }
        )
        tables = [tasks, programmes]
    }

    private static var figureColumns: [(name: String, width: Int)] {
        [
            (say("Dự toán", "Planned"), 18), (say("Được giao", "Allotted"), 18), (say("Đã tạm ứng", "Advanced"), 18),
            (say("Đã thanh toán", "Cleared"), 18), (say("Nộp trả", "Given back"), 18),
        ]
    }
}
