import CanonicalJSON
import Documents
import LifecycleModel
import Spreadsheets
import Terminal

/// A part of a periodic report, told once for the screen, programs, Word and spreadsheets.
struct PeriodSection {
    /// What stands in a cell.
    enum Value {
        case text(String)
        case number(Int64)
        /// Codes of tasks: people see the first few, programs and spreadsheets all.
        case codes([String])
        case nothing

        private static let mostCodes = 10

        var shown: String {
            switch self {
            case .text(let text): text
            case .number(let number): Dong(number).formatted(.none)
            case .codes(let codes) where codes.count > Self.mostCodes + 1:
                codes.prefix(Self.mostCodes).joined(separator: ", ")
                    + say(
                        " và \(codes.count - Self.mostCodes) nhiệm vụ khác (xem bảng tính)",
                        " and \(codes.count - Self.mostCodes) more (see the workbook)"
                    )
            case .codes(let codes): codes.joined(separator: ", ")
            case .nothing: ""
            }
        }

        fileprivate var json: JSONValue {
            switch self {
            case .text(let text): .string(text)
            case .number(let number): .int(number)
            case .codes(let codes): JSONValue(codes)
            case .nothing: .null
            }
        }

        fileprivate var cell: Cell {
            switch self {
            case .text(let text): .text(text)
            case .number(let number): .whole(number)
            case .codes(let codes): .text(codes.joined(separator: ", "))
            case .nothing: .blank()
            }
        }
    }

    /// A column: its name for programs, its title, its width in relation to the others.
    struct Column {
        let id: String
        let title: String
        let width: Int
        var isFigure = false
    }

    /// Its name for programs.
    let id: String
    let heading: String
    /// Sentences before the table.
    var texts: [String] = []
    var columns: [Column] = []
    var rows: [[Value]] = []
    /// Drawn in Word.
    var chart: PaperChart?

    var blocks: [any Block] {
        var blocks: [any Block] = [Heading(heading, level: 2)] + texts.map { Paragraph(StyledText($0)) }
        guard !rows.isEmpty else { return blocks }
        blocks.append(
            Table(
                columns: columns.enumerated().map { place, column in
                    Table.Column(
                        column.title,
                        alignment: column.isFigure ? .right : .left,
                        shrinkPriority: column.isFigure ? 0 : 1,
                        minimumWidth: 8,
                        overflow: .wrap,
                        isWhole: column.isFigure
                    )
                },
                rows: rows.map { row in row.map { StyledText($0.shown) } }
            )
        )
        return blocks
    }

    func paper(numbered number: String) -> [ReportPaper.Block] {
        var blocks: [ReportPaper.Block] = [.heading("\(number). \(heading)")] + texts.map { .text($0) }
        if !rows.isEmpty {
            blocks.append(
                .table(
                    PaperTable(
                        columns.map { ($0.title, $0.width, $0.isFigure ? .right : .left) },
                        rows: rows.map { row in row.map { PaperTable.Cell($0.shown) } }
                    )
                )
            )
        }
        if let chart, !chart.categories.isEmpty { blocks.append(.chart(chart)) }
        return blocks
    }

    func sheet(named name: String, stamp: String) -> WorkbookSheet {
        let head = 3 + texts.count
        let widths = columns.map { max(12, min($0.width, 70)) }
        return WorkbookSheet(
            name: name,
            rows: [WorkbookRow([.text(heading, style: .title)], height: 24), WorkbookRow([.text(stamp, style: .note)])]
                + texts.map { WorkbookRow([.text($0, style: .note)]) } + [WorkbookRow(columns.map { .text($0.title, style: .header) })]
                + rows.map { row in
                    WorkbookRow(row.map(\.cell), height: RowHeight.points(for: zip(row.map(\.plain), widths).map { ($0, $1) }))
                },
            columnWidths: widths,
            frozenRows: head,
            repeatedRows: head...head
        )
    }

    var json: JSONValue {
        [
            "section": .string(id), "heading": .string(heading), "texts": JSONValue(texts),
            "rows": .array(
                rows.map { row in
                    var object = JSONObject()
                    for (column, value) in zip(columns, row) { object[column.id] = value.json }
                    return .object(object)
                }
            ),
        ]
    }
}

extension PeriodSection.Value {
    /// As programs read it: numbers without groups.
    var plain: String {
        switch self {
        case .number(let number): "\(number)"
        case .codes(let codes): codes.joined(separator: ", ")
        case .text, .nothing: shown
        }
    }
}
