import CLibXLSXWriter
import LifecycleModel

/// Writes one sheet through libxlsxwriter. Everything was checked before; what still fails is short memory.
struct SheetWriting {
    let sheet: WorkbookSheet
    let target: UnsafeMutablePointer<lxw_worksheet>
    let formats: CellFormats

    func write() throws(WorkbookFault) {
        try layout()
        for range in sheet.merged { try merge(range) }
        for (row, line) in sheet.rows.enumerated() {
            if let height = line.height { try done(worksheet_set_row(target, lxw_row_t(row), Double(height), nil)) }
            for (column, cell) in line.cells.enumerated() {
                let isCovered = cell.content == .blank && isMerged(CellAddress(row: row + 1, column: column + 1))
                if !isCovered { try write(cell, lxw_row_t(row), lxw_col_t(column)) }
            }
        }
        for validation in sheet.validations { try ValidationWriting(validation: validation, target: target).write() }
    }

    private func isMerged(_ cell: CellAddress) -> Bool {
        sheet.merged.contains { $0.contains(cell) }
    }

    private func layout() throws(WorkbookFault) {
        for (column, width) in sheet.columnWidths.enumerated() {
            try done(worksheet_set_column(target, lxw_col_t(column), lxw_col_t(column), Double(width), nil))
        }
        if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
            worksheet_freeze_panes(target, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
        }
        let a4: UInt8 = 9
        worksheet_set_paper(target, a4)
        if sheet.isLandscape { worksheet_set_landscape(target) }
        worksheet_fit_to_pages(target, 1, 0)
        try done(worksheet_set_footer(target, "&C&P/&N"))
        if let rows = sheet.repeatedRows {
            try done(worksheet_repeat_rows(target, lxw_row_t(rows.lowerBound - 1), lxw_row_t(rows.upperBound - 1)))
        }
        if sheet.isProtected {
            var allowed = lxw_protection()
            allowed.format_columns = 1
            allowed.format_rows = 1
            worksheet_protect(target, nil, &allowed)
        }
    }

    private func merge(_ range: CellRange) throws(WorkbookFault) {
        let row = range.first.row - 1
        let column = range.first.column - 1
        let cells = sheet.rows.indices.contains(row) ? sheet.rows[row].cells : []
        let first = cells.indices.contains(column) ? cells[column] : Cell(.blank)
        try done(
            worksheet_merge_range(
                target,
                lxw_row_t(row),
                lxw_col_t(column),
                lxw_row_t(range.last.row - 1),
                lxw_col_t(range.last.column - 1),
                nil,
                formats.format(first.style, isInput: first.isInput)
            )
        )
        try write(first, lxw_row_t(row), lxw_col_t(column))
    }

    private func write(_ cell: Cell, _ row: lxw_row_t, _ column: lxw_col_t) throws(WorkbookFault) {
        guard let format = formats.format(cell.style, isInput: cell.isInput) else { throw .notWritten }
        switch cell.content {
        case .blank: try done(worksheet_write_blank(target, row, column, format))
        case .text(let text): try done(worksheet_write_string(target, row, column, EscapedText.escaped(text), format))
        case .number(let number): try done(worksheet_write_number(target, row, column, number.nearestDouble, format))
        case .date(let date):
            try done(worksheet_write_number(target, row, column, Double(DateSystem.serial(of: date) ?? 0), format))
        case .formula(let formula, .number(let number)):
            try done(worksheet_write_formula_num(target, row, column, VietnameseText.composed(formula), format, number.nearestDouble))
        case .formula(let formula, .text(let text)):
            try done(
                worksheet_write_formula_str(
                    target,
                    row,
                    column,
                    VietnameseText.composed(formula),
                    format,
                    EscapedText.escaped(text)
                )
            )
        }
    }

    private func done(_ answer: lxw_error) throws(WorkbookFault) {
        guard answer == LXW_NO_ERROR else { throw .notWritten(answer) }
    }
}

extension WorkbookFault {
    static var notWritten: WorkbookFault {
        WorkbookFault(.notWritten, Phrase(vi: "không ghi được bảng tính", en: "the workbook cannot be written"))
    }

    /// With what the library says of it.
    static func notWritten(_ error: lxw_error) -> WorkbookFault {
        let reason = lxw_strerror(error).map { String(cString: $0) } ?? "\(error.rawValue)"
        return WorkbookFault(
            .notWritten,
            Phrase(vi: "không ghi được bảng tính (\(reason))", en: "the workbook cannot be written (\(reason))"),
            hint: Phrase(vi: "Kiểm tra chỗ trống của thư mục tạm (TMPDIR)", en: "See that the temporary folder (TMPDIR) has room")
        )
    }
}
