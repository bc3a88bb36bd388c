public import ArgumentParser
import CanonicalJSON
import Diagrams
import LifecycleModel
import LumpSum
public import Services
import Store
import Terminal

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
