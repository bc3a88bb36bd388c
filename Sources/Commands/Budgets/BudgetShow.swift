public import ArgumentParser
import CanonicalJSON
import Diagrams
import LifecycleModel
import LumpSum
public import Services
import Store
import Terminal

/// `nhiemvu budget show TASK`
struct BudgetShow: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show",
            abstract: say(
                "Dự toán và thực hiện theo nội dung, năm; hôm nay được tạm ứng bao nhiêu và vì sao.",
                "Plan against movement by item and year; what may be advanced today and why."
            ),
            discussion: say("Ví dụ: nhiemvu budget show NV-2025-047", "Example: nhiemvu budget show NV-2025-047")
        )
    }
    @Argument(help: ArgumentHelp(say("Mã nhiệm vụ.", "Task code."), valueName: say("mã", "code"))) var code: String
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let view = BudgetView(try BudgetRecord(code, in: reader), day: context.today)
            return Answer(Report(json: view.json, blocks: try view.blocks))
        }
    }
}

/// `nhiemvu budget overview`
struct BudgetOverview: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "overview",
            abstract: say(
                "Kinh phí cả danh mục theo chương trình, tổ chức chủ trì, lĩnh vực, năm, nguồn hoặc nhiệm vụ.",
                "The portfolio's money by programme, host, field, year, source or task."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu budget overview --by programme --year 2026
                  nhiemvu budget overview --by year --as svg --output kinh-phi.svg
                """,
                """
                Examples:
                  nhiemvu budget overview --by programme --year 2026
                  nhiemvu budget overview --by year --as svg --output money.svg
                """
            )
        )
    }
    @Option(help: ArgumentHelp(say("Cộng theo.", "Add up by."), valueName: "programme|host|field|year|source|task"))
    var by: BudgetPortfolio.Key = .programme
    enum Form: String, ExpressibleByArgument, CaseIterable { case svg }

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(say("Vẽ biểu đồ thay cho bảng.", "Draws a chart in place of the table."), valueName: "svg")
    )
    var form: Form?
    @Option(
        help: ArgumentHelp(
            say("Tệp của biểu đồ; bỏ trống in ra màn hình.", "File of the chart; left out: standard output."),
            valueName: say("tệp", "file")
        )
    )
    var output: String?
    @Option(help: ArgumentHelp(say("Chỉ năm ngân sách này.", "Only this budget year."), valueName: say("năm", "year"))) var year: Int?
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        try context.openStore(readOnly: true).read { reader in
            let portfolio = try BudgetPortfolio(TaskFilter(), on: context.today, in: reader)
            let (rows, total) = try portfolio.rows(by: by, year: year)
            let ceiling = try year.map { try YearBudget($0, in: reader) }
            let view = OverviewView(rows: rows, total: total, key: by, year: year, ceiling: ceiling, names: try names(in: reader))
            guard form != nil else {
                return Answer(Report(json: view.json, blocks: view.blocks, sheet: Sheet(json: view.sheet)))
            }
            let chart = view.chart(ceilings: try ceilings(rows, ceiling, in: reader))
            return try OutputFile.write(chart.svg(in: Speech.language), to: output)
        }
    }

    func validate() throws {
        if output != nil, form == nil { throw ValidationError(say("--output đi cùng --as svg", "--output goes with --as svg")) }
    }

    /// What people call the groups.
    private func names(in reader: any StoreReader) throws -> [String: String] {
        let kind: EventRecord.Subject.Kind
        switch by {
        case .programme: kind = .programme
        case .host: kind = .organisation
        case .source:
            return Dictionary(FundingSource.allCases.map { ($0.rawValue, $0.phrase[Speech.language]) }) { first, _ in first }
        case .field, .year, .task: return [:]
        }
        return Dictionary(try reader.allRegistered(kind).map { ($0.code, $0.value["name"]?.string ?? $0.code) }) { first, _ in first }
    }
}

extension BudgetPortfolio.Key: ExpressibleByArgument {}

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
        if let year, let most = ceiling?.total {
            let share = most.amount == 0 ? 0 : total.allotted.amount * 100 / most.amount
            blocks.append(
                BarChart([
                    BarChart.Row(
                        say("Đã giao / ngân sách \(year)", "Allotted / budget of \(year)"),
                        ShareBar(value: total.allotted.amount, of: max(most.amount, 1)),
                        figures: StyledText("\(total.allotted.short(in: Speech.language)) / \(most.short(in: Speech.language))  \(share) %")
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
            columns: [Table.Column(head, shrinkPriority: 3, minimumWidth: 10)]
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
        let tenths = (amount.amount.magnitude + 50_000) / 100_000
        let whole = Dong(Int64(tenths / 10)).formatted(.none)
        let text = (amount.isNegative ? "-" : "") + whole + (tenths % 10 == 0 ? "" : say(",", ".") + "\(tenths % 10)")
        return style.map { StyledText(text, $0) } ?? StyledText(text)
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
            ("planned", row.planned), ("allotted", row.allotted), ("advanced", row.advanced), ("cleared", row.cleared),
            ("given_back", row.givenBack), ("outstanding", row.outstanding), ("overdue", row.overdue), ("owed", row.owed),
            ("remaining", row.remaining),
        ]
        for (name, amount) in figures { object[name] = amount.json }
        object["tasks"] = JSONValue(row.tasks)
        return .object(object)
    }
}
