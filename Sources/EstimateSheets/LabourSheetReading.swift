import Importing
import LifecycleModel
import LumpSum
import Rules
import Spreadsheets

/// Reads the sheet of labour: its rows down to the one that heads the sum.
struct LabourSheetReading {
    let sheet: OpenedSheet
    let file: String

    private struct Columns {
        var title: Int
        var people: Int
        var months: Int
        var rate: Int
        var amount: Int?
    }

    func lines(_ faults: inout [ImportFault]) -> [LabourLine] {
        guard let (head, columns) = columns() else { return [] }
        var lines: [LabourLine] = []
        for row in sheet.rows where row.number > head {
            if row.cells.contains(where: { $0.words.map(EstimateWords.isTotal) ?? false }) {
                check(row, columns, against: lines, &faults)
                break
            }
            if let line = line(row, columns, &faults) { lines.append(line) }
        }
        return lines
    }

    private func columns() -> (Int, Columns)? {
        func find(_ row: OpenedRow, _ words: String) -> Int? {
            let wanted = VietnameseText.folded(words)
            return row.cells.first { $0.words.map(VietnameseText.folded) == wanted }?.address.column
        }
        for row in sheet.rows {
            guard let title = find(row, EstimateWords.title), let people = find(row, EstimateWords.people),
                let months = find(row, EstimateWords.months), let rate = find(row, EstimateWords.rate)
            else { continue }
            return (
                row.number,
                Columns(title: title, people: people, months: months, rate: rate, amount: find(row, EstimateWords.amount))
            )
        }
        return nil
    }

    private func place(_ row: OpenedRow, _ column: Int) -> EstimateEntries.Place {
        EstimateEntries.Place(file: file, row: row.number, column: CellAddress.letters(ofColumn: column))
    }

    /// A line; nil for an empty row, or one with faults.
    private func line(_ row: OpenedRow, _ columns: Columns, _ faults: inout [ImportFault]) -> LabourLine? {
        let inputs = [columns.title, columns.people, columns.months, columns.rate]
        guard inputs.contains(where: { row[column: $0].map { $0.words != nil || $0.number != nil || $0.isError } ?? false }) else {
            return nil
        }
        let before = faults.count
        let title = title(row, columns.title, &faults)
        let people = number(row, columns.people, &faults).flatMap { $0.isWhole ? Int($0.numerator) : nil }
        if let people, !(1...1000).contains(people) {
            faults.append(place(row, columns.people).fault(.badNumber, "số người phải từ 1 đến 1000", "people must be 1 to 1000"))
        } else if people == nil, faults.count == before || title == nil {
            faults.append(place(row, columns.people).fault(.badNumber, "số người phải là số nguyên", "people must be a whole number"))
        }
        let months = number(row, columns.months, &faults)
        if let months, months <= .zero || months > Fraction(1200) {
            faults.append(place(row, columns.months).fault(.badNumber, "số tháng phải lớn hơn 0", "months must be above 0"))
        }
        var rate: Dong?
        switch row[column: columns.rate].map({ $0.amount(at: place(row, columns.rate)) }) {
        case .success(let amount?): rate = amount
        case .failure(let fault): faults.append(fault)
        case .success(nil), nil: faults.append(empty(row, columns.rate))
        }
        guard faults.count == before, let title, let people, let months, let rate else { return nil }
        let line = LabourLine(title: title, people: people, months: months, rate: rate)
        checkAmount(of: line, row, columns, &faults)
        return line
    }

    private func title(_ row: OpenedRow, _ column: Int, _ faults: inout [ImportFault]) -> LabourTitle? {
        guard let words = row[column: column]?.words else {
            faults.append(empty(row, column))
            return nil
        }
        let folded = VietnameseText.folded(words)
        if let title = LabourTitle.allCases.first(where: { $0.rawValue == words || VietnameseText.folded($0.phrase.vi) == folded }) {
            return title
        }
        let all = LabourTitle.allCases.map(\.phrase.vi).joined(separator: "; ")
        faults.append(
            place(row, column).fault(
                .badWord,
                "không có chức danh ‘\(words)’",
                "there is no title ‘\(words)’",
                hint: Phrase(vi: "chọn: \(all)", en: "choose: \(all)")
            )
        )
        return nil
    }

    private func number(_ row: OpenedRow, _ column: Int, _ faults: inout [ImportFault]) -> Fraction? {
        guard let cell = row[column: column] else {
            faults.append(empty(row, column))
            return nil
        }
        if let number = cell.number, let fraction = try? Fraction(parsing: number.asShown.description) { return fraction }
        if let words = cell.words, let fraction = try? Fraction(parsing: words) { return fraction }
        faults.append(
            place(row, column).fault(
                .badNumber,
                "ô không phải số",
                "the cell is no number",
                hint: Phrase(vi: "ghi số, ví dụ 2,5", en: "write a number such as 2.5")
            )
        )
        return nil
    }

    private func empty(_ row: OpenedRow, _ column: Int) -> ImportFault {
        place(row, column).fault(.missingValue, "ô để trống", "the cell is empty", hint: Phrase(vi: "điền giá trị", en: "fill it in"))
    }

    /// The amount that the sheet shows for a line.
    private func checkAmount(of line: LabourLine, _ row: OpenedRow, _ columns: Columns, _ faults: inout [ImportFault]) {
        guard let column = columns.amount, let cell = row[column: column], cell.content != .uncalculated else { return }
        compare(cell, row, column, with: try? line.amount(), &faults)
    }

    private func check(_ row: OpenedRow, _ columns: Columns, against lines: [LabourLine], _ faults: inout [ImportFault]) {
        guard faults.isEmpty, let column = columns.amount, let cell = row[column: column], cell.content != .uncalculated else { return }
        let sum = try? lines.map { try $0.amount() }.total()
        compare(cell, row, column, with: sum, &faults)
    }

    private func compare(_ cell: OpenedCell, _ row: OpenedRow, _ column: Int, with right: Dong?, _ faults: inout [ImportFault]) {
        switch cell.amount(at: place(row, column)) {
        case .failure(let fault): faults.append(fault)
        case .success(let shown):
            guard let right else {
                faults.append(place(row, column).fault(.badMoney, "số tiền quá lớn", "the amount is too large"))
                return
            }
            guard shown ?? .zero != right else { return }
            faults.append(
                place(row, column).fault(
                    .badMoney,
                    "thành tiền ghi \((shown ?? .zero).formatted(.none)) nhưng tính ra \(right.formatted(.none))",
                    "the amount is given as \((shown ?? .zero).formatted(.none)) but comes to \(right.formatted(.none))",
                    hint: Phrase(vi: "số đúng: \(right.formatted(.none))", en: "the right figure: \(right.formatted(.none))")
                )
            )
        }
    }
}

extension OpenedCell {
    fileprivate var number: ExactDecimal? {
        if case .number(let number) = content { number } else { nil }
    }

    fileprivate var isError: Bool {
        switch content {
        case .error, .uncalculated: true
        case .text, .number, .date, .bool: false
        }
    }
}
