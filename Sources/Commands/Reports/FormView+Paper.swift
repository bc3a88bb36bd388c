import Documents
import Indicators
import LifecycleModel
import Services

/// The form as an official paper.
extension FormView {
    var paper: ReportPaper {
        var blocks: [ReportPaper.Block] = [
            .head(
                above: "",
                body: say("Đơn vị báo cáo: ……………………", "Reporting body: ……………………"),
                number: say("Đơn vị nhận báo cáo: ……………………", "Receiving body: ……………………"),
                placeAndDate: ""
            ), .title(form.label[language].uppercased()),
            .centre(say("Năm \(count.year). Đơn vị tính: nhiệm vụ", "\(count.year). Unit: task")),
            .table(table),
        ]
        blocks += remarkTexts.map { .note("– " + $0) }
        blocks += [
            .note(say("Hạn gửi: ", "Due: ") + dueTexts.joined(separator: "; ")), .note(form.note[language]), .note(stamp.phrase[language]),
        ]
        blocks.append(
            .signers([
                say("NGƯỜI LẬP BIỂU", "PREPARED BY"), say("NGƯỜI KIỂM TRA BIỂU", "CHECKED BY"),
                say("THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE BODY"),
            ])
        )
        if !differenceTexts.isEmpty {
            blocks.append(.heading(say("Chênh lệch với chỉ tiêu \(indicator.number)", "Differences to indicator \(indicator.number)")))
            blocks += differenceTexts.map { .note($0) }
        }
        return ReportPaper(blocks, isLandscape: true)
    }

    private var table: PaperTable {
        PaperTable(
            widths: form.columns.map { $0.shows == .heading ? 44 : $0.shows == .code ? 8 : 12 },
            alignments: form.columns.map { $0.shows == .heading ? .left : .center },
            head: head,
            rows: lines.map { line in
                let indent = String(repeating: "\u{2003}", count: line.depth)
                let label = PaperTable.Cell(indent + line.label[language], columns: 1, isBold: line.isSection || line.isHeading)
                guard !line.isHeading else { return [label] + form.columns.dropFirst().map { _ in PaperTable.Cell("") } }
                return [label, PaperTable.Cell(line.code, isBold: line.isSection)]
                    + line.cells.map { PaperTable.Cell($0.map { "\($0.count)" } ?? "X", isBold: line.isSection) }
            }
        )
    }

    /// Headings, those above several columns, and the codes under them.
    private var head: [[PaperTable.Cell]] {
        let hasUnder = form.columns.contains { $0.under != nil }
        var top: [PaperTable.Cell] = []
        var below: [PaperTable.Cell] = []
        var place = form.columns.startIndex
        while place < form.columns.endIndex {
            let column = form.columns[place]
            guard let under = column.under else {
                top.append(PaperTable.Cell(column.label[language], rows: hasUnder ? 2 : 1))
                place += 1
                continue
            }
            let together = form.columns[place...].prefix { $0.under == under }
            top.append(PaperTable.Cell(under[language], columns: together.count))
            below += together.map { PaperTable.Cell($0.label[language]) }
            place += together.count
        }
        return [top] + (hasUnder ? [below] : []) + [form.columns.map { PaperTable.Cell($0.code) }]
    }
}
