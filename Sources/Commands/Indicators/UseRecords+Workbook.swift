import Indicators
import LifecycleModel
import Spreadsheets
import Terminal

/// The same as a workbook, whose figure is worked out by formulas.
extension UseRecords {
    /// A sheet of results that are added up, and one of their proofs.
    func workbook(on day: CivilDate) throws -> Workbook {
        Workbook(
            title: "\(question.entry.number). \(question.indicator.label[Speech.language]), \(report.year)",
            createdOn: day,
            sheets: [results, evidence]
        )
    }

    /// One row a case: a result, or a task where the definition counts tasks; 1 where it is counted and where it is used.
    private var results: WorkbookSheet {
        let heads = [
            say("Kết quả", "Result"), say("Tên", "Name"), say("Dạng", "Kind"), say("Chương trình", "Programme"),
            say("Tổ chức chịu trách nhiệm", "Who answers"), say("Nghiệm thu", "Accepted"), say("Đến hết ngày", "Last day"),
            say("Được tính", "Counted"), say("Đã ứng dụng", "In use"), say("Vì sao", "Why"),
        ]
        var rows = [
            WorkbookRow(
                [.text("\(question.entry.number). \(question.indicator.label[Speech.language]), \(report.year)", style: .title)],
                height: 24
            ),
            WorkbookRow([.text(question.terms.phrase[Speech.language], style: .note)]),
            WorkbookRow(heads.map { .text($0, style: .header) }, height: 36),
        ]
        let first = rows.count + 1
        for counted in report.cases {
            guard let verdict = counted.verdicts.first else { continue }
            let isTask = question.terms.unit != .result
            rows.append(
                WorkbookRow([
                    .text(isTask ? verdict.result.task : verdict.result.key),
                    .text(isTask ? counted.verdicts.map(\.result.name).joined(separator: "; ") : verdict.result.name),
                    .text(verdict.result.kind), .text(verdict.result.programme ?? ""), .text(verdict.result.host ?? ""),
                    .date(verdict.result.acceptedOn), .date(verdict.lastDay), .whole(counted.outcome == .open ? 0 : 1),
                    .whole(counted.outcome == .used ? 1 : 0),
                    .text(counted.verdicts.map { $0.phrase[Speech.language] }.joined(separator: "; ")),
                ])
            )
        }
        let figure = report.figure
        if first <= rows.count {
            let last = rows.count
            let (counted, used) = ("SUM(H\(first):H\(last))", "SUM(I\(first):I\(last))")
            let blanks = Array(repeating: Cell.blank(style: .total), count: 6)
            rows.append(
                WorkbookRow(
                    [.text(say("Cộng", "Total"), style: .total)] + blanks + [
                        .formula(counted, gives: Int64(figure.denominator), style: .total),
                        .formula(used, gives: Int64(figure.numerator), style: .total), .blank(style: .total),
                    ]
                )
            )
            if let tenths = figure.tenths {
                rows.append(
                    WorkbookRow(
                        [.text(say("Tỷ lệ, phần nghìn", "Share, per mille"), style: .total)] + blanks + [
                            .blank(style: .total), .formula("ROUND(1000*\(used)/\(counted),0)", gives: tenths, style: .total),
                            .blank(style: .total),
                        ]
                    )
                )
            }
        }
        return WorkbookSheet(
            name: say("Kết quả", "Results"),
            rows: rows,
            columnWidths: [24, 44, 10, 14, 16, 14, 14, 12, 12, 90],
            frozenRows: first - 1,
            frozenColumns: 1,
            repeatedRows: first - 1...first - 1
        )
    }

    /// The rows of the CSV form.
    private var evidence: WorkbookSheet {
        WorkbookSheet(
            name: say("Minh chứng", "Evidence"),
            rows: [WorkbookRow(Self.header.map { .text($0, style: .header) })]
                + self.rows.map { row in WorkbookRow(row.map { .text($0) }) },
            columnWidths: Self.header.map { $0 == "name" || $0 == "documents" ? 40 : 16 },
            frozenRows: 1,
            frozenColumns: 1,
            repeatedRows: 1...1
        )
    }
}
