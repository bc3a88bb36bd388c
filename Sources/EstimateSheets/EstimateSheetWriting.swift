import LifecycleModel
import LumpSum
import Rules
import Spreadsheets

/// Lays out the sheet of items, years and sources.
struct EstimateSheetWriting {
    let template: EstimateTemplate

    private static let headRow = 6
    private static let lumpSumColumn = 5
    private static let firstAmount = 6
    private static let most: ClosedRange<Int64> = 0...ExactDecimal.largestWhole

    private var places: [(source: FundingSource, year: Int)] {
        FundingSource.allCases.flatMap { source in template.years.map { (source, $0) } }
    }
    private var itemRows: ClosedRange<Int> { Self.headRow + 1...Self.headRow + max(template.items.count, 1) }
    private var totalRow: Int { itemRows.upperBound + 1 }
    private var sumColumn: Int { Self.firstAmount + places.count }

    /// Where the sheet of labour finds what is planned for it.
    func totalCell(of item: String?) -> String? {
        guard let item, let index = template.items.firstIndex(where: { $0.id == item }) else { return nil }
        let cell = CellAddress(row: itemRows.lowerBound + index, column: sumColumn)
        return DefinedName.reference(sheet: EstimateWords.estimateSheet, range: CellRange(cell))
    }

    func sheet() throws(Refusal) -> WorkbookSheet {
        var rows: [WorkbookRow] = [
            WorkbookRow([.text("DỰ TOÁN KINH PHÍ THỰC HIỆN NHIỆM VỤ KHOA HỌC VÀ CÔNG NGHỆ", style: .title)], height: 24),
            WorkbookRow([.text(template.subject, style: .note)]),
            WorkbookRow([
                .text("Đơn vị tính: đồng, số nguyên. Chỉ nhập vào ô tô màu vàng; các dòng và cột cộng tự tính.", style: .note)
            ]),
            WorkbookRow(
                [
                    .blank(style: .note), .text(EstimateWords.mode),
                    .text(EstimateWords.capitalised((template.estimate?.mode ?? .partial).phrase.vi), isInput: true), .blank(isInput: true),
                    .blank(isInput: true),
                ],
                height: 22
            ),
            WorkbookRow(), header,
        ]
        for (index, item) in template.items.enumerated() { rows.append(try row(item, number: index + 1)) }
        rows.append(try totals())
        rows.append(WorkbookRow())
        rows += try sources()
        let inputs = CellRange(
            CellAddress(row: itemRows.lowerBound, column: Self.firstAmount),
            CellAddress(row: itemRows.upperBound, column: sumColumn - 1)
        )
        return WorkbookSheet(
            name: EstimateWords.estimateSheet,
            rows: rows,
            columnWidths: [5, 38, 18, 9, 9] + places.map { _ in 14 } + [16],
            frozenRows: Self.headRow,
            frozenColumns: 2,
            repeatedRows: Self.headRow...Self.headRow,
            isProtected: true,
            merged: [CellRange(CellAddress(row: 4, column: 3), CellAddress(row: 4, column: 5))]
                + sourceRows.map { CellRange(CellAddress(row: $0, column: 2), CellAddress(row: $0, column: 5)) },
            validations: [
                CellValidation(inputs, .whole(Self.most), message: "Ghi số đồng nguyên, không âm"),
                CellValidation(
                    CellRange(CellAddress(row: 4, column: 3)),
                    .oneOf(LumpSumMode.allCases.map { EstimateWords.capitalised($0.phrase.vi) }),
                    message: "Chọn một trong hai phương thức khoán"
                ),
                CellValidation(
                    CellRange(
                        CellAddress(row: itemRows.lowerBound, column: Self.lumpSumColumn),
                        CellAddress(row: itemRows.upperBound, column: Self.lumpSumColumn)
                    ),
                    .oneOf([EstimateWords.yes, EstimateWords.no]),
                    message: "Chọn Có hoặc Không"
                ),
            ]
        )
    }

    private var header: WorkbookRow {
        let words = ["TT", EstimateWords.item, EstimateWords.itemCode, EstimateWords.mayBeLumpSum, EstimateWords.lumpSum]
        let columns = places.map { EstimateWords.column($0.source, $0.year) } + [EstimateWords.total]
        return WorkbookRow((words + columns).map { .text($0, style: .header) }, height: 50)
    }

    private func row(_ item: (id: String, label: String, mayBeLumpSum: Bool), number: Int) throws(Refusal) -> WorkbookRow {
        let lines = template.estimate?.lines.filter { $0.item == item.id } ?? []
        let row = Self.headRow + number
        let state = lines.filter { $0.source == .state }
        let isLumpSum = item.mayBeLumpSum && (state.isEmpty || state.contains(where: \.isLumpSum))
        var cells: [Cell] = [
            .whole(Int64(number), style: .text), .text(item.label), .text(item.id),
            .text(item.mayBeLumpSum ? EstimateWords.yes : EstimateWords.no),
            .text(isLumpSum ? EstimateWords.yes : EstimateWords.no, isInput: item.mayBeLumpSum),
        ]
        for place in places {
            let amount = try lines.total { $0.source == place.source && $0.year == place.year }
            cells.append(amount == .zero ? .blank(style: .money, isInput: true) : .whole(amount.amount, isInput: true))
        }
        let planned = try lines.total { template.years.contains($0.year) }
        cells.append(.formula("SUM(\(range(row...row, Self.firstAmount...sumColumn - 1)))", gives: planned.amount, style: .total))
        return WorkbookRow(cells, height: 32)
    }

    private func totals() throws(Refusal) -> WorkbookRow {
        var cells: [Cell] = [
            .blank(style: .total), .text(EstimateWords.total, style: .total), .blank(style: .total), .blank(style: .total),
            .blank(style: .total),
        ]
        for (index, place) in places.enumerated() {
            let column = Self.firstAmount + index
            let sum = try planned { $0.source == place.source && $0.year == place.year }
            cells.append(.formula("SUM(\(range(itemRows, column...column)))", gives: sum.amount, style: .total))
        }
        let all = try planned { _ in true }
        cells.append(.formula("SUM(\(range(itemRows, sumColumn...sumColumn)))", gives: all.amount, style: .total))
        return WorkbookRow(cells, height: 22)
    }

    private var sourceRows: [Int] { (0...FundingSource.allCases.count).map { totalRow + 2 + $0 } }

    /// Under the table: what each source gives in all, and how much of the state's money is lump-summed.
    private func sources() throws(Refusal) -> [WorkbookRow] {
        var rows: [WorkbookRow] = []
        for (index, source) in FundingSource.allCases.enumerated() {
            let first = Self.firstAmount + index * template.years.count
            let columns = first...first + template.years.count - 1
            rows.append(
                line(
                    EstimateWords.total(of: source),
                    .formula(
                        "SUM(\(range(totalRow...totalRow, columns)))",
                        gives: try planned { $0.source == source }.amount,
                        style: .total
                    )
                )
            )
            guard source == .state else { continue }
            let choice = range(itemRows, Self.lumpSumColumn...Self.lumpSumColumn)
            let sums = columns.map { "SUMIF(\(choice),\"\(EstimateWords.yes)\",\(range(itemRows, $0...$0)))" }.joined(separator: "+")
            let whole = EstimateWords.capitalised(LumpSumMode.finalProduct.phrase.vi)
            let lump = try planned { $0.source == .state && $0.isLumpSum }
            rows.append(
                line(
                    EstimateWords.ofItLumpSum,
                    .formula(
                        "IF($C$4=\"\(whole)\",SUM(\(range(totalRow...totalRow, columns))),\(sums))",
                        gives: lump.amount,
                        style: .total
                    )
                )
            )
        }
        return rows
    }

    private func line(_ label: String, _ sum: Cell) -> WorkbookRow {
        WorkbookRow([.blank(style: .note), .text(label), .blank(), .blank(), .blank(), sum], height: 20)
    }

    private func planned(where fits: (BudgetLine) -> Bool) throws(Refusal) -> Dong {
        try (template.estimate?.lines ?? []).total { line in
            template.years.contains(line.year) && template.items.contains { $0.id == line.item } && fits(line)
        }
    }

    private func range(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> String {
        let first = CellAddress(row: rows.lowerBound, column: columns.lowerBound)
        return "\(CellRange(first, CellAddress(row: rows.upperBound, column: columns.upperBound)))"
    }
}
