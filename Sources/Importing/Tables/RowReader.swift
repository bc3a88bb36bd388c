import DelimitedText
import LifecycleModel

/// Reads the cells of one row, noting every fault.
struct RowReader<Column: TableColumn> {
    let source: SourceRow
    private let header: Header<Column>
    private let cells: [String]
    private(set) var faults: [ImportFault] = []
    /// Cells whose text is not right; their values are not judged as well.
    private var damaged: [Int] = []

    /// Whether nothing was wrong so far.
    var isSound: Bool { faults.isEmpty }

    /// Takes a row whose number of cells is right, checks the text of every cell and that none is empty that must not be.
    init(_ record: CSVRecord, header: Header<Column>, file: String, bytes: [UInt8]) {
        self.header = header
        source = SourceRow(named: file, row: record.row, line: record.line)
        cells = record.cells
        for position in cells.indices {
            guard let finding = TextCheck.finding(in: cells[position]) else { continue }
            if finding.mayComeFromBytes, let cause = TextCheck.finding(inBytes: bytes[record.bytes]) {
                faults = [source.fault(cause.code, cause.message, hint: cause.hint)]
                damaged = Array(cells.indices)
                return
            }
            faults.append(source.fault(finding.code, column: header.titles[position], finding.message, hint: finding.hint))
            damaged.append(position)
        }
        for (column, position) in header.required where CellText.isBlank(cells[position]) {
            fault(
                .missingValue,
                column,
                Phrase(vi: "ô để trống", en: "the cell is empty"),
                hint: Phrase(vi: "điền giá trị", en: "fill it in")
            )
        }
    }

    /// Notes a fault of a cell.
    mutating func fault(_ code: ImportFault.Code, _ column: Column, _ message: Phrase, hint: Phrase? = nil) {
        let title = header.positions[column].map { header.titles[$0] } ?? column.rawValue
        faults.append(source.fault(code, column: title, message, hint: hint))
    }

    /// Notes a fault of a cell in a column of facts.
    mutating func fault(_ code: ImportFault.Code, columnTitled title: String, _ message: Phrase, hint: Phrase? = nil) {
        faults.append(source.fault(code, column: title, message, hint: hint))
    }

    /// The text of a cell as it stands, without blanks at its ends; nil when the column is not there, the cell empty or its text not right.
    func raw(_ column: Column) -> String? {
        guard let position = header.positions[column] else { return nil }
        return ink(position)
    }

    /// The text of a cell on one line.
    func text(_ column: Column) -> String? {
        raw(column).map(CellText.onOneLine)
    }

    /// The facts in columns of their own.
    var factCells: [FactText] {
        header.factPositions.compactMap { path, position in
            ink(position).map { FactText(path: path, text: CellText.onOneLine($0)) }
        }
    }

    private func ink(_ position: Int) -> String? {
        guard !cells[position].isEmpty, !damaged.contains(position) else { return nil }
        let text = CellText.trimmed(cells[position])
        return text.isEmpty ? nil : text
    }
}
