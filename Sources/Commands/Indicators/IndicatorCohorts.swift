import ArgumentParser
import CanonicalJSON
import Diagrams
import Indicators
import LifecycleModel
import Services
import Store
import Terminal

/// `nhiemvu indicator cohorts NUMBER`
struct IndicatorCohorts: ContextCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "cohorts",
            abstract: say(
                "Kết quả nghiệm thu từng năm: bao nhiêu đã ứng dụng sau 3, 6, 9, 12 … tháng.",
                "Results accepted in each year: how many were in use after 3, 6, 9, 12 … months."
            ),
            discussion: say(
                """
                Ví dụ:
                  nhiemvu indicator cohorts 20 --format csv
                  nhiemvu indicator cohorts 20 --as svg --output theo-nam.svg
                """,
                """
                Examples:
                  nhiemvu indicator cohorts 20 --format csv
                  nhiemvu indicator cohorts 20 --as svg --output cohorts.svg
                """
            )
        )
    }
    @OptionGroup var which: UseIndicatorOptions
    @OptionGroup var chart: ChartOptions
    @OptionGroup var options: GlobalOptions

    func answer(in context: CommandContext) throws -> Answer {
        let question = try which.question(in: context)
        let table = try context.openStore(readOnly: true).read { reader in
            CohortTable(
                try UseHistory(today: context.today, in: reader).results(knownOn: question.knownOn),
                knownOn: question.knownOn,
                terms: question.terms
            )
        }
        if let drawn = try chart.answer(grid(question, table).svg()) { return drawn }
        return Answer(Report(json: json(question, table), blocks: blocks(question, table), sheet: sheet(table)))
    }

    private func blocks(_ question: UseIndicatorOptions.Question, _ table: CohortTable) -> [any Block] {
        [
            Heading(say("Kết quả đã ứng dụng theo năm nghiệm thu (%)", "Results in use by year of acceptance (%)")),
            Table(
                columns: [Table.Column(say("Nghiệm thu", "Accepted")), Table.Column(counted(question), alignment: .right)]
                    + table.months.enumerated().map { place, months in
                        Table.Column(
                            say("\(months) th", "\(months) m"),
                            alignment: .right,
                            dropOrder: months == question.terms.months ? nil : table.months.count - place
                        )
                    },
                rows: table.rows.map { row in
                    let all = row.figures.first.map { $0.denominator + $0.open } ?? 0
                    return [StyledText("\(row.year)", .accent), StyledText("\(all)")] + row.figures.map { StyledText(told($0)) }
                }
            ),
            Paragraph(
                StyledText(
                    partly + question.terms.phraseOfUse(countedBy: question.terms.unit)[Speech.language],
                    .faint
                )
            ),
        ]
    }

    /// What the figures count.
    private func counted(_ question: UseIndicatorOptions.Question) -> String {
        question.terms.unit == .result ? say("Kết quả", "Results") : say("Nhiệm vụ", "Tasks")
    }

    private func told(_ figure: UseFigure) -> String {
        (figure.localPercent ?? "–") + (figure.open > 0 && figure.denominator > 0 ? "*" : "")
    }

    private var partly: String {
        say(
            "«*»: một phần của năm chưa đủ số tháng, không tính vào tỷ lệ. ",
            "“*”: some of the year are not that old yet and are not counted. "
        )
    }

    private func grid(_ question: UseIndicatorOptions.Question, _ table: CohortTable) -> ShareGrid {
        ShareGrid(
            title: say("Kết quả đã ứng dụng theo năm nghiệm thu (%)", "Results in use by year of acceptance (%)"),
            subtitle: partly
                + say(
                    "Theo những gì đã ghi đến \(question.knownOn.vietnamese)",
                    "As recorded by \(question.knownOn)"
                ),
            columns: table.months.map { say("\($0) tháng", "\($0) months") },
            emphasised: table.months.firstIndex(of: question.terms.months),
            rows: table.rows.map { row in
                ShareGrid.Row(
                    name: "\(row.year)",
                    cells: row.figures.map { ShareGrid.Cell(tenths: $0.tenths.map(Int.init), text: told($0)) }
                )
            }
        )
    }

    private func sheet(_ table: CohortTable) -> Sheet {
        Sheet(
            header: ["accepted_year", "months", "in_use", "counted", "open", "percent"],
            rows: table.rows.flatMap { row in
                zip(table.months, row.figures).map { months, figure in
                    [
                        "\(row.year)", "\(months)", "\(figure.numerator)", "\(figure.denominator)", "\(figure.open)", figure.percent ?? "",
                    ]
                }
            }
        )
    }

    private func json(_ question: UseIndicatorOptions.Question, _ table: CohortTable) -> JSONValue {
        [
            "number": JSONValue(question.entry.number), "definition": .string(question.definition ?? "default"),
            "terms": question.terms.json, "as_known_on": question.knownOn.json,
            "cohorts": .array(
                table.rows.map { row in
                    [
                        "year": JSONValue(row.year),
                        "after": .array(
                            zip(table.months, row.figures).map { months, figure in
                                var object: JSONObject = ["months": JSONValue(months)]
                                for member in figure.json.object ?? JSONObject() { object[member.key] = member.value }
                                return .object(object)
                            }
                        ),
                    ]
                }
            ),
        ]
    }
}
