import Indicators
import LifecycleModel
import Services
import Spreadsheets

/// The form as a workbook whose cells are worked out by formulas from the list of tasks beside it.
extension FormView {
    var workbook: Workbook {
        Workbook(title: title, createdOn: stamp.day, sheets: [formSheet, taskSheet, differenceSheet])
    }

    private var listName: String { say("Nhiệm vụ", "Tasks") }
    private var firstTask: Int { 4 }
    private var lastTask: Int { firstTask + count.placings.count - 1 }

    // MARK: The form

    private var formSheet: WorkbookSheet {
        var rows = [
            WorkbookRow([.text(title, style: .title)], height: 24),
            WorkbookRow([.text(say("Đơn vị tính: nhiệm vụ", "Unit: task"), style: .note)]),
            WorkbookRow(form.columns.map { .text(heading($0), style: .header) }, height: 66),
            WorkbookRow(form.columns.map { .text($0.code, style: .header) }),
        ]
        var places: [String: Int] = [:]
        for (offset, line) in lines.enumerated() { places[line.code] = rows.count + 1 + offset }
        for line in lines { rows.append(WorkbookRow(cells(line, at: rows.count + 1, places))) }
        let head = 4
        rows.append(WorkbookRow())
        for text in remarkTexts + [form.note[language], stamp.phrase[language]] { rows.append(WorkbookRow([.text(text, style: .note)])) }
        return WorkbookSheet(
            name: say("Biểu 04", "Form 04"),
            rows: rows,
            columnWidths: form.columns.map { $0.shows == .heading ? 48 : $0.shows == .code ? 9 : 15 },
            frozenRows: head,
            repeatedRows: 3...head
        )
    }

    private func heading(_ column: StatisticalForm.Column) -> String {
        column.under.map { "\($0[language]): \(column.label[language])" } ?? column.label[language]
    }

    private func cells(_ line: Line, at row: Int, _ places: [String: Int]) -> [Cell] {
        let label = String(repeating: "   ", count: line.depth) + line.label[language]
        guard !line.isHeading else { return [.text(label, style: .header)] + form.columns.dropFirst().map { _ in .blank() } }
        let style: CellStyle = line.isSection ? .total : .money
        return [.text(label), .text(line.code)]
            + line.cells.enumerated().map { place, tasks in
                guard let tasks else { return .text("X") }
                let number = Int64(tasks.count)
                let column = CellAddress.letters(ofColumn: place + 3)
                if !line.parts.isEmpty {
                    let sum = line.parts.compactMap { places[$0].map { "\(column)\($0)" } }.joined(separator: "+")
                    return .formula(sum, gives: number, style: style)
                }
                guard !count.placings.isEmpty, let key = keyColumn(of: line) else { return .whole(number, style: style) }
                func range(_ letter: String) -> String { "'\(listName)'!$\(letter)$\(firstTask):$\(letter)$\(lastTask)" }
                let flag = CellAddress.letters(ofColumn: flagColumn + 1 + place)
                return .formula("SUMPRODUCT((\(range(key))=\"\(line.code)\")*\(range(flag)))", gives: number, style: style)
            }
    }

    /// The column of the list in which a row's code stands.
    private func keyColumn(of line: Line) -> String? {
        if line.isSection { return CellAddress.letters(ofColumn: 3) }
        for section in form.sections {
            for (place, group) in section.groups.enumerated() where group.rows.flatMap(\.leaves).contains(where: { $0.code == line.code }) {
                return CellAddress.letters(ofColumn: 4 + place)
            }
        }
        return nil
    }

    // MARK: The tasks under it

    private var groupCount: Int { form.sections.map(\.groups.count).max() ?? 0 }
    private var flagColumn: Int { 3 + groupCount }

    private var taskSheet: WorkbookSheet {
        let heads =
            [say("Mã nhiệm vụ", "Task"), say("Tên nhiệm vụ", "Title"), say("Mã số phần", "Section")]
            + (0..<groupCount).map { place in
                say("Mã số dòng: ", "Row: ") + (form.sections.first { $0.groups.count > place }?.groups[place].by.phrase[language] ?? "")
            } + form.counted.map { "\($0.code). \($0.label[language])" }
        let rows = count.placings.map { placing in
            let codes = (0..<groupCount).map { placing.rows.count > $0 ? placing.rows[$0] ?? "" : "" }
            return WorkbookRow(
                [.text(placing.task.task), .text(placing.task.title), .text(placing.section ?? "")] + codes.map { .text($0) }
                    + form.counted.map { .whole(placing.counts.contains($0.shows) ? 1 : 0) },
                height: RowHeight.points(for: [(placing.task.title, Self.titleWidth)])
            )
        }
        return WorkbookSheet(
            name: listName,
            rows: [
                WorkbookRow([.text(say("Nhiệm vụ được đếm", "Tasks counted"), style: .title)], height: 24),
                WorkbookRow([.text(stamp.phrase[language], style: .note)]),
                WorkbookRow(heads.map { .text($0, style: .header) }, height: 52),
            ] + rows,
            columnWidths: [16, Self.titleWidth, 10] + Array(repeating: 12, count: groupCount + form.counted.count),
            frozenRows: 3,
            frozenColumns: 1,
            repeatedRows: 3...3
        )
    }

    /// Characters in the column of titles.
    private static let titleWidth = 60

    // MARK: How it was counted

    private var differenceSheet: WorkbookSheet {
        let differences =
            reconciliation.formOnly.map { ($0, say("chỉ ở biểu", "form alone")) }
            + reconciliation.indicatorOnly.map { ($0, say("chỉ ở chỉ tiêu", "indicator alone")) }
        return WorkbookSheet(
            name: say("Đối chiếu, cách đếm", "Comparison, counting"),
            rows: [
                WorkbookRow(
                    [.text(say("Đối chiếu với chỉ tiêu \(indicator.number)", "Against indicator \(indicator.number)"), style: .title)],
                    height: 24
                ),
                WorkbookRow([say("Nhiệm vụ", "Task"), say("Ở đâu", "Where"), say("Vì sao", "Why")].map { .text($0, style: .header) }),
            ] + differences.map { WorkbookRow([.text($0.0.task), .text($0.1), .text($0.0.reason.phrase[language])]) }
                + [
                    WorkbookRow(), WorkbookRow([.text(say("Cách đếm và lý do", "How it is counted, and why"), style: .title)], height: 24),
                ]
                + form.choices.reasons.map { WorkbookRow([.text($0.choice), .text($0.value), .text($0.why[language])]) }
                + dueTexts.map { WorkbookRow([.text(say("Hạn gửi", "Due")), .blank(), .text($0)]) },
            columnWidths: [18, 24, 110]
        )
    }
}
