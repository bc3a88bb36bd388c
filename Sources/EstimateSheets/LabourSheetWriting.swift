import LifecycleModel
import LumpSum
import Rules
import Spreadsheets

/// Lays out the sheet on which labour is reckoned: people × converted months × rate, and under it the most each title may be paid.
struct LabourSheetWriting {
    let template: EstimateTemplate
    /// The cell of the first sheet with what is planned for labour; nil when the rules have no such item.
    let plannedCell: String?

    private static let headRow = 4
    private static let lines = 20

    private var inputRows: ClosedRange<Int> {
        Self.headRow + 1...Self.headRow + max(Self.lines, template.estimate?.labour.count ?? 0)
    }

    func sheet() throws(Refusal) -> WorkbookSheet {
        var rows: [WorkbookRow] = [
            WorkbookRow([.text("BẢNG TÍNH CÔNG LAO ĐỘNG TRỰC TIẾP", style: .title)], height: 24),
            WorkbookRow([
                .text(
                    "Thành tiền = số người × số tháng quy đổi (22 ngày công là một tháng) × mức một tháng, bỏ phần lẻ của đồng.",
                    style: .note
                )
            ]), WorkbookRow(),
            WorkbookRow(
                ["TT", EstimateWords.title, EstimateWords.people, EstimateWords.months, EstimateWords.rate, EstimateWords.amount].map {
                    .text($0, style: .header)
                },
                height: 36
            ),
        ]
        let labour = template.estimate?.labour ?? []
        var sum = Dong.zero
        for (index, row) in inputRows.enumerated() {
            let line = labour.indices.contains(index) ? labour[index] : nil
            let amount = try line?.amount() ?? .zero
            sum = try exactly { () throws(DongFault) in try sum.adding(amount) }
            rows.append(Self.row(line, number: index + 1, row: row, amount: amount))
        }
        let column = "F\(inputRows.lowerBound):F\(inputRows.upperBound)"
        rows.append(Self.sum(EstimateWords.total, .formula("SUM(\(column))", gives: sum.amount, style: .total)))
        if let plannedCell, let item = template.law.rules.labour?.item {
            let planned = try (template.estimate?.lines ?? []).total { $0.item == item && template.years.contains($0.year) }
            let total = inputRows.upperBound + 1
            let label = "Dòng «\(template.law.label(of: item).vi)» của tờ «\(EstimateWords.estimateSheet)»"
            rows.append(Self.sum(label, .formula(plannedCell, gives: planned.amount, style: .total)))
            let gap = try exactly { () throws(DongFault) in try sum.subtracting(planned) }
            rows.append(
                Self.sum("Chênh lệch (phải bằng 0 khi lập bảng này)", .formula("F\(total)-F\(total + 1)", gives: gap.amount, style: .total))
            )
        }
        let merged = (inputRows.upperBound + 1...rows.count).map {
            CellRange(CellAddress(row: $0, column: 2), CellAddress(row: $0, column: 5))
        }
        rows.append(WorkbookRow())
        rows += try ceilings()
        func inputs(_ column: Int) -> CellRange {
            CellRange(CellAddress(row: inputRows.lowerBound, column: column), CellAddress(row: inputRows.upperBound, column: column))
        }
        return WorkbookSheet(
            name: EstimateWords.labourSheet,
            rows: rows,
            columnWidths: [5, 38, 14, 18, 24, 40],
            frozenRows: Self.headRow,
            repeatedRows: Self.headRow...Self.headRow,
            isProtected: true,
            merged: merged,
            validations: [
                CellValidation(
                    inputs(2),
                    .oneOfCells(sheet: EstimateWords.labourSheet, range: titleCells(below: rows.count)),
                    message: "Chọn một chức danh trong danh sách"
                ),
                CellValidation(inputs(3), .whole(1...1000), message: "Ghi số người, từ 1"),
                CellValidation(inputs(5), .whole(0...ExactDecimal.largestWhole), message: "Ghi số đồng nguyên, không âm"),
            ]
        )
    }

    /// Where the titles stand: the last rows of the sheet.
    private func titleCells(below count: Int) -> CellRange {
        let first = CellAddress(row: count - LabourTitle.allCases.count + 1, column: 2)
        return CellRange(first, CellAddress(row: count, column: 2))
    }

    private static func row(_ line: LabourLine?, number: Int, row: Int, amount: Dong) -> WorkbookRow {
        // Rounding before cutting: a spreadsheet's 0.29 × 100 is 28.999….
        let formula = "INT(ROUND(C\(row)*D\(row)*E\(row),4))"
        guard let line else {
            return WorkbookRow([
                .whole(Int64(number), style: .text), .blank(isInput: true), .blank(isInput: true), .blank(isInput: true),
                .blank(style: .money, isInput: true), .formula(formula, gives: 0),
            ])
        }
        return WorkbookRow([
            .whole(Int64(number), style: .text), .text(EstimateWords.capitalised(line.title.phrase.vi), isInput: true),
            .whole(Int64(line.people), style: .text, isInput: true),
            Cell(ExactDecimal(line.months.decimalText).map { .number($0) } ?? .blank, isInput: true),
            .whole(line.rate.amount, isInput: true), .formula(formula, gives: amount.amount),
        ])
    }

    private static func sum(_ label: String, _ cell: Cell) -> WorkbookRow {
        WorkbookRow(
            [.blank(style: .total), .text(label, style: .total)] + [
                .blank(style: .total), .blank(style: .total), .blank(style: .total), cell,
            ]
        )
    }

    /// The most a month of each title may be paid, with its articles.
    private func ceilings() throws(Refusal) -> [WorkbookRow] {
        var rows = [
            WorkbookRow([
                .blank(style: .note), .text("Chức danh", style: .header), .text("Hệ số", style: .header),
                .text("Mức tối đa một tháng", style: .header), .text("Hiệu lực", style: .header), .text("Căn cứ", style: .header),
            ])
        ]
        let labour = template.law.rules.labour
        let month = try labour.map { (labour) throws(Refusal) in try template.law.number(labour.month) }
        for title in LabourTitle.allCases {
            let label = EstimateWords.capitalised(title.phrase.vi)
            guard let month, let amount = labour?.coefficients[title] else {
                rows.append(WorkbookRow([.blank(style: .note), .text(label), .text("–"), .text("–"), .text("chưa có quy định"), .blank()]))
                continue
            }
            let coefficient = try template.law.number(amount)
            let most = try exactly { () throws(DongFault) in
                try Dong(month.value.floor).share(coefficient.value.numerator, of: coefficient.value.denominator).quotient
            }
            rows.append(
                WorkbookRow(
                    [
                        .blank(style: .note), .text(label), .text(coefficient.value.rounded(decimals: 2).vi), .whole(most.amount),
                        .text(EstimateWords.phrase(month.standing)),
                        .text([month.basis, coefficient.basis].compactMap(\.self).joined(separator: "; ")),
                    ],
                    height: 34
                )
            )
        }
        return rows
    }
}

extension Fraction {
    /// With a point and up to six decimals, as spreadsheets keep it; what is left over is cut off.
    var decimalText: String {
        var rest = numerator.magnitude % denominator.magnitude
        var text = "\(numerator.magnitude / denominator.magnitude)."
        for _ in 0..<6 where rest != 0 {
            let (digit, left) = (UInt128(rest) * 10).quotientAndRemainder(dividingBy: UInt128(denominator.magnitude))
            text += "\(digit)"
            rest = UInt64(left)
        }
        return (numerator < 0 ? "-" : "") + (text.hasSuffix(".") ? String(text.dropLast()) : text)
    }
}
