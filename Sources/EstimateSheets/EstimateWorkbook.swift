public import Importing
public import LumpSum
public import Spreadsheets
import LifecycleModel
import Rules

/// Reads the workbook that a host filled. Cells are found by the words at their heads; sums that the workbook shows must agree with its lines.
public struct EstimateWorkbook: Sendable {
    private let law: BudgetLaw

    /// A reader for a task under a law.
    public init(law: BudgetLaw) {
        self.law = law
    }

    /// The estimate in a workbook, with its lump-sum mode and its labour.
    ///
    /// - Parameter name: the file's name, for faults.
    /// - Throws: `ImportRefusal` with every fault by sheet, row and column.
    public func estimate(in workbook: OpenedWorkbook, named name: String) throws(ImportRefusal) -> Estimate {
        guard let sheet = workbook.sheet(EstimateWords.estimateSheet) else {
            throw ImportRefusal([Self.missing(sheet: EstimateWords.estimateSheet, in: name)])
        }
        let file = Self.place(name, sheet)
        guard let head = Self.head(of: sheet) else {
            throw ImportRefusal([
                ImportFault(
                    file: file,
                    code: .missingColumn,
                    message: Phrase(
                        vi: "không thấy dòng tiêu đề có cột ‘\(EstimateWords.itemCode)’",
                        en: "there is no row of headings with the column ‘\(EstimateWords.itemCode)’"
                    ),
                    hint: Phrase(vi: "làm lại từ mẫu của «nhiemvu budget template»", en: "start again from \"nhiemvu budget template\"")
                )
            ])
        }
        let columns = EstimateColumns(head)
        var faults: [ImportFault] = []
        let mode = Self.mode(in: sheet, above: head.number, file: file, faults: &faults)
        var entries = EstimateEntries(law: law, mode: mode)
        entries.emptyFile = file
        for fault in faults + columns.faults(in: file, row: head.number) { entries.add(fault) }
        var rows = sheet.rows.drop { $0.number <= head.number }
        while let row = rows.first, !Self.isTotal(row, columns) {
            take(row, columns, file: file, &entries)
            rows = rows.dropFirst()
        }
        for row in rows { takeSums(row, columns, file: file, &entries) }
        var labourFaults: [ImportFault] = []
        let labour = workbook.sheet(EstimateWords.labourSheet).map {
            LabourSheetReading(sheet: $0, file: Self.place(name, $0)).lines(&labourFaults)
        }
        for fault in labourFaults { entries.add(fault) }
        return try entries.estimate(labour: labour ?? [])
    }

    /// The code of the task that the workbook was made for; nil for an empty form.
    public func task(in workbook: OpenedWorkbook) -> String? {
        let head = (workbook.sheet(EstimateWords.estimateSheet)?.rows ?? []).prefix(3).flatMap(\.cells).compactMap(\.words)
        guard let subject = head.first(where: { $0.hasPrefix(EstimateWords.taskPrefix) }) else { return nil }
        let code = subject.dropFirst(EstimateWords.taskPrefix.count).prefix { $0 != ":" && $0 != "." && $0 != " " }
        return code.isEmpty ? nil : String(code)
    }

    static func place(_ name: String, _ sheet: OpenedSheet) -> String { "\(name), tờ «\(sheet.name)»" }

    private static func missing(sheet: String, in name: String) -> ImportFault {
        ImportFault(
            file: name,
            code: .missingFile,
            message: Phrase(vi: "không có tờ «\(sheet)»", en: "there is no sheet \"\(sheet)\""),
            hint: Phrase(vi: "làm lại từ mẫu của «nhiemvu budget template»", en: "start again from \"nhiemvu budget template\"")
        )
    }

    private static func head(of sheet: OpenedSheet) -> OpenedRow? {
        let wanted = VietnameseText.folded(EstimateWords.itemCode)
        return sheet.rows.first { row in row.cells.contains { $0.words.map(VietnameseText.folded) == wanted } }
    }

    /// The mode above the table; partial where the sheet says nothing of it.
    private static func mode(in sheet: OpenedSheet, above row: Int, file: String, faults: inout [ImportFault]) -> LumpSumMode {
        let wanted = VietnameseText.folded(EstimateWords.mode)
        for line in sheet.rows where line.number < row {
            guard let label = line.cells.first(where: { $0.words.map(VietnameseText.folded) == wanted }) else { continue }
            guard let cell = line.cells.first(where: { $0.address.column > label.address.column }), let text = cell.words else { break }
            let folded = VietnameseText.folded(text)
            if let mode = LumpSumMode.allCases.first(where: { $0.rawValue == text || VietnameseText.folded($0.phrase.vi) == folded }) {
                return mode
            }
            let all = LumpSumMode.allCases.map { EstimateWords.capitalised($0.phrase.vi) }.joined(separator: "; ")
            faults.append(
                EstimateEntries.Place(file: file, row: cell.address.row, column: cell.letters).fault(
                    .badWord,
                    "không có phương thức khoán ‘\(text)’",
                    "there is no lump-sum mode ‘\(text)’",
                    hint: Phrase(vi: "chọn: \(all)", en: "choose: \(all)")
                )
            )
        }
        return .partial
    }

    private static func isTotal(_ row: OpenedRow, _ columns: EstimateColumns) -> Bool {
        let code = columns.item.flatMap { row[column: $0]?.words }
        return code == nil && row.cells.contains { $0.words.map(EstimateWords.isTotal) ?? false }
    }

    private func take(_ row: OpenedRow, _ columns: EstimateColumns, file: String, _ entries: inout EstimateEntries) {
        func place(_ column: Int) -> EstimateEntries.Place {
            EstimateEntries.Place(file: file, row: row.number, column: CellAddress.letters(ofColumn: column))
        }
        var amounts: [(column: Int, source: FundingSource, year: Int, amount: Dong)] = []
        for column in columns.amounts {
            guard let cell = row[column: column.column] else { continue }
            switch cell.amount(at: place(column.column)) {
            case .success(let amount?): amounts.append((column.column, column.source, column.year, amount))
            case .success(nil): break
            case .failure(let fault): entries.add(fault)
            }
        }
        guard let itemColumn = columns.item else { return }
        guard let word = row[column: itemColumn]?.words ?? columns.label.flatMap({ row[column: $0]?.words }) else {
            guard amounts.contains(where: { $0.amount != .zero }) else { return }
            return entries.add(
                place(itemColumn).fault(
                    .missingValue,
                    "dòng có tiền nhưng không có mã nội dung chi",
                    "the row has money but no item",
                    hint: Phrase(
                        vi: "ghi mã nội dung như ở tờ «\(EstimateWords.guideSheet)»",
                        en: "write the item as on the sheet \"\(EstimateWords.guideSheet)\""
                    )
                )
            )
        }
        var isLumpSum: Bool?
        if let column = columns.lumpSum, let word = row[column: column]?.words {
            isLumpSum = EstimateWords.answer(word)
            if isLumpSum == nil {
                entries.add(
                    place(column).fault(
                        .badWord,
                        "‘\(word)’ không phải Có hoặc Không",
                        "‘\(word)’ is neither yes nor no",
                        hint: Phrase(vi: "chọn Có hoặc Không", en: "choose Có or Không")
                    )
                )
            }
        }
        guard let item = entries.item(word, at: place(itemColumn)) else { return }
        for (column, source, year, amount) in amounts {
            entries.take(item, year: year, source, amount, isLumpSum: isLumpSum, at: place(column))
        }
        if let column = columns.total {
            sum(
                row,
                column,
                file: file,
                what: Phrase(vi: "cột Cộng của ‘\(item.label.vi)’", en: "the sum of ‘\(item.label[.en])’"),
                &entries
            ) {
                $0.item == item.id
            }
        }
    }

    /// The sums under the table: by column, by source, and what is lump-summed.
    private func takeSums(_ row: OpenedRow, _ columns: EstimateColumns, file: String, _ entries: inout EstimateEntries) {
        guard let label = row.cells.lazy.compactMap(\.words).first else { return }
        if EstimateWords.isTotal(label) {
            for column in columns.amounts {
                let what = Phrase(
                    vi: "tổng \(column.source.phrase.vi) năm \(column.year)",
                    en: "the total of \(column.source.phrase[.en]) in \(column.year)"
                )
                sum(row, column.column, file: file, what: what, &entries) { $0.source == column.source && $0.year == column.year }
            }
            if let column = columns.total {
                sum(row, column, file: file, what: Phrase(vi: "tổng dự toán", en: "the total"), &entries) { _ in true }
            }
            return
        }
        guard let column = columns.amounts.first?.column else { return }
        let folded = VietnameseText.folded(label)
        if let source = FundingSource.allCases.first(where: { VietnameseText.folded(EstimateWords.total(of: $0)) == folded }) {
            let what = Phrase(vi: "tổng \(source.phrase.vi)", en: "the total of \(source.phrase[.en])")
            sum(row, column, file: file, what: what, &entries) { $0.source == source }
        } else if VietnameseText.folded(EstimateWords.ofItLumpSum) == folded {
            sum(row, column, file: file, what: Phrase(vi: "phần giao khoán", en: "the lump sum"), &entries) { $0.isLumpSum }
        }
    }

    private func sum(
        _ row: OpenedRow,
        _ column: Int,
        file: String,
        what: Phrase,
        _ entries: inout EstimateEntries,
        fits: @escaping (BudgetLine) -> Bool
    ) {
        let place = EstimateEntries.Place(file: file, row: row.number, column: CellAddress.letters(ofColumn: column))
        // What was never worked out says nothing; the lines do.
        guard let cell = row[column: column], cell.content != .uncalculated else { return }
        switch cell.amount(at: place) {
        case .success(let amount): entries.state(amount ?? .zero, at: place, what: what, fits: fits)
        case .failure(let fault): entries.add(fault)
        }
    }
}
