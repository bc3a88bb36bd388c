import DelimitedText
import LifecycleModel
import Spreadsheets

/// A table of money: for a sheet of a workbook, whose sums and differences are formulas, or for CSV.
struct BudgetTable {
    /// What stands in a cell.
    enum Value {
        case text(String)
        case money(Dong)
        case date(CivilDate)
        /// What is left: the column with that number less the other, counted from 0.
        case difference(Int, Int)
    }

    /// The name of the sheet.
    let name: String
    /// What stands above the table.
    let title: String
    /// The heads of the columns with their widths in characters.
    let columns: [(name: String, width: Int)]
    /// The rows; a column of money holds money in all of them.
    let rows: [[Value]]

    /// The sheet: title, heads, rows, and a row of sums.
    func sheet() throws -> WorkbookSheet {
        var lines = [
            WorkbookRow([.text(title, style: .title)], height: 24), WorkbookRow([.text(say("Đơn vị tính: đồng", "In đồng"), style: .note)]),
            WorkbookRow(columns.map { .text($0.name, style: .header) }, height: 36),
        ]
        let first = lines.count + 1
        for (index, row) in rows.enumerated() { lines.append(WorkbookRow(try row.map { try cell($0, in: row, at: first + index) })) }
        if !rows.isEmpty {
            lines.append(
                WorkbookRow(
                    try columns.indices.map { column in
                        if column == 0 { return .text(say("Cộng", "Total"), style: .total) }
                        let amounts = try rows.compactMap { try amount(of: $0[column], in: $0) }
                        guard amounts.count == rows.count else { return .blank(style: .total) }
                        let letters = CellAddress.letters(ofColumn: column + 1)
                        let range = "\(letters)\(first):\(letters)\(first + rows.count - 1)"
                        return .formula("SUM(\(range))", gives: try amounts.total().amount, style: .total)
                    }
                )
            )
        }
        return WorkbookSheet(
            name: name,
            rows: lines,
            columnWidths: columns.map(\.width),
            frozenRows: first - 1,
            frozenColumns: 1,
            repeatedRows: first - 1...first - 1
        )
    }

    /// The rows after RFC 4180, formulas made harmless; amounts in plain digits.
    var csv: String {
        get throws {
            CSVWriter().text(
                [columns.map(\.name)]
                    + (try rows.map { row in
                        try row.map { value in
                            switch value {
                            case .text(let text): text
                            case .date(let day): day.description
                            case .money, .difference: "\(try amount(of: value, in: row)?.amount ?? 0)"
                            }
                        }
                    })
            )
        }
    }

    private func cell(_ value: Value, in row: [Value], at number: Int) throws -> Cell {
        switch value {
        case .text(let text): return .text(text)
        case .date(let day): return .date(day)
        case .money(let amount): return .whole(amount.amount)
        case .difference(let from, let less):
            let (left, right) = (CellAddress(row: number, column: from + 1), CellAddress(row: number, column: less + 1))
            return .formula("\(left)-\(right)", gives: try amount(of: value, in: row)?.amount ?? 0)
        }
    }

    private func amount(of value: Value, in row: [Value]) throws -> Dong? {
        switch value {
        case .text, .date: return nil
        case .money(let amount): return amount
        case .difference(let from, let less):
            guard let whole = try amount(of: row[from], in: row), let part = try amount(of: row[less], in: row) else { return nil }
            return try whole.subtracting(part)
        }
    }
}
