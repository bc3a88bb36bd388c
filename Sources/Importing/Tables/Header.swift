import DelimitedText
import LifecycleModel

/// Which cell of a row belongs to which column; shared by all rows of a file.
final class Header<Column: TableColumn>: Sendable {
    /// The words at the head of each cell, as they stand in the file.
    let titles: [String]
    let positions: [Column: Int]
    /// The columns that no row may leave empty.
    let required: [(column: Column, position: Int)]
    /// Cells that hold a fact of the rule files, with its path.
    let factPositions: [(path: String, position: Int)]

    /// Reads the first row; nil after faults have been added.
    init?(_ record: CSVRecord, file: String, allowsFacts: Bool, faults: inout FaultList) {
        var names: [String: Column] = [:]
        for column in Column.allCases {
            for name in [column.rawValue] + column.vietnamese { names[Self.normalised(name)] = column }
        }
        let source = SourceRow(named: file, row: record.row, line: record.line)
        var positions: [Column: Int] = [:]
        var facts: [(path: String, position: Int)] = []
        var isSound = true
        titles = record.cells.map { CellText.trimmed($0) }
        for (position, title) in titles.enumerated() {
            let isTaken: Bool
            if let column = names[Self.normalised(title)] {
                isTaken = positions.updateValue(position, forKey: column) != nil
            } else if allowsFacts, FactPath.isValid(title) {
                isTaken = facts.contains { $0.path == title }
                facts.append((title, position))
            } else {
                faults.add(Self.unknown(title, position: position, source))
                isSound = false
                continue
            }
            if isTaken {
                faults.add(
                    source.fault(
                        .duplicateColumn,
                        column: title,
                        Phrase(vi: "cột ‘\(title)’ có hai lần", en: "the column ‘\(title)’ is there twice"),
                        hint: Phrase(vi: "giữ lại một cột", en: "keep one of them")
                    )
                )
                isSound = false
            }
        }
        for column in Column.allCases where column.isRequired && positions[column] == nil {
            faults.add(
                source.fault(
                    .missingColumn,
                    column: column.rawValue,
                    Phrase(vi: "thiếu cột ‘\(column.rawValue)’", en: "the column ‘\(column.rawValue)’ is missing"),
                    hint: Phrase(
                        vi: "thêm cột có tiêu đề ‘\(column.rawValue)’ (hoặc ‘\(column.vietnamese[0])’)",
                        en: "add a column headed ‘\(column.rawValue)’"
                    )
                )
            )
            isSound = false
        }
        guard isSound else { return nil }
        self.positions = positions
        required = Column.allCases.filter(\.isRequired).compactMap { column in positions[column].map { (column, $0) } }
        factPositions = facts
    }

    private static func unknown(_ title: String, position: Int, _ source: SourceRow) -> ImportFault {
        let known = Column.allCases.flatMap { [$0.rawValue] + $0.vietnamese }
        let near = VietnameseText.nearest(to: title, among: known).first
        let all = Column.allCases.map(\.rawValue).joined(separator: ", ")
        let hint =
            near.map { Phrase(vi: "có phải ý bạn là ‘\($0)’?", en: "did you mean ‘\($0)’?") }
            ?? Phrase(vi: "các cột nhận được: \(all)", en: "columns that are read: \(all)")
        let message =
            title.isEmpty
            ? Phrase(vi: "cột thứ \(position + 1) không có tiêu đề", en: "column \(position + 1) has no heading")
            : Phrase(vi: "không có cột nào tên ‘\(title)’", en: "there is no column ‘\(title)’")
        return source.fault(.unknownColumn, column: title.isEmpty ? nil : title, message, hint: hint)
    }

    private static func normalised(_ name: String) -> String {
        VietnameseText.folded(String(name.map { $0 == "_" || $0 == "-" ? " " : $0 }))
    }
}
