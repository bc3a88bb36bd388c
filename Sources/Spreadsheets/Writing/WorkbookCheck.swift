import LifecycleModel

/// What a workbook must keep to, so that every spreadsheet opens it and shows exactly what was meant.
struct WorkbookCheck {
    let workbook: Workbook

    /// Throws the first fault.
    func check() throws(WorkbookFault) {
        guard !workbook.sheets.isEmpty else {
            throw WorkbookFault(.unwritableSheet, Phrase(vi: "bảng tính không có tờ nào", en: "the workbook has no sheet"))
        }
        try checkText(workbook.title, longest: 255, at: Phrase(vi: "tên bảng tính", en: "title"))
        try checkText(workbook.author, longest: 255, at: Phrase(vi: "tác giả", en: "author"))
        var sheetNames: Set<String> = []
        for sheet in workbook.sheets {
            try checkName(of: sheet)
            guard sheetNames.insert(folded(sheet.name)).inserted else {
                throw .sheet(sheet, Phrase(vi: "tên tờ bị lặp", en: "the name of the sheet is there twice"))
            }
        }
        for sheet in workbook.sheets {
            try checkLayout(of: sheet)
            for (row, line) in sheet.rows.enumerated() {
                for (column, cell) in line.cells.enumerated() {
                    try check(cell, at: WorkbookFault.place(sheet.name, CellAddress(row: row + 1, column: column + 1)))
                }
            }
            try checkMerged(of: sheet)
            for validation in sheet.validations { try check(validation, of: sheet, sheetNames) }
        }
        try checkNames(sheetNames)
    }

    private func folded(_ name: String) -> String { VietnameseText.composed(name).lowercased() }

    private func checkName(of sheet: WorkbookSheet) throws(WorkbookFault) {
        let isAllowed =
            (1...31).contains(VietnameseText.composed(sheet.name).utf16.count) && !sheet.name.contains { "[]:*?/\\\n\t\r".contains($0) }
            && !sheet.name.hasPrefix("'") && !sheet.name.hasSuffix("'")
        guard isAllowed else {
            throw .sheet(
                sheet,
                Phrase(vi: "tên tờ không dùng được", en: "the sheet cannot have this name"),
                hint: Phrase(
                    vi: "1–31 ký tự, không có []:*?/\\, không bắt đầu hay kết thúc bằng '",
                    en: "1–31 characters, none of []:*?/\\, no ' at either end"
                )
            )
        }
        try checkText(sheet.name, longest: 31, at: WorkbookFault.place(sheet.name))
    }

    private func checkLayout(of sheet: WorkbookSheet) throws(WorkbookFault) {
        let widest = max(sheet.rows.map(\.cells.count).max() ?? 0, sheet.columnWidths.count)
        guard sheet.rows.count <= CellAddress.rows.upperBound, widest <= CellAddress.columns.upperBound else {
            throw .sheet(
                sheet,
                Phrase(
                    vi:
                        "\(sheet.rows.count) dòng, \(widest) cột: quá \(CellAddress.rows.upperBound) dòng hoặc \(CellAddress.columns.upperBound) cột",
                    en:
                        "\(sheet.rows.count) rows, \(widest) columns: more than \(CellAddress.rows.upperBound) rows or \(CellAddress.columns.upperBound) columns"
                )
            )
        }
        let repeats = sheet.repeatedRows ?? 1...1
        let fits =
            sheet.columnWidths.allSatisfy { (1...255).contains($0) } && sheet.rows.allSatisfy { (1...409).contains($0.height ?? 1) }
            && (0..<CellAddress.rows.upperBound).contains(sheet.frozenRows)
            && (0..<CellAddress.columns.upperBound).contains(sheet.frozenColumns)
            && CellAddress.rows.contains(repeats.lowerBound) && CellAddress.rows.contains(repeats.upperBound)
        guard fits else {
            throw .sheet(
                sheet,
                Phrase(
                    vi: "độ rộng, độ cao, dòng cố định hoặc dòng lặp ngoài khổ bảng tính",
                    en: "a width, height, frozen or repeated row is outside of what a sheet has"
                ),
                hint: Phrase(vi: "Rộng 1–255 ký tự, cao 1–409 điểm", en: "Widths 1–255 characters, heights 1–409 points")
            )
        }
    }

    private func check(_ cell: Cell, at place: Phrase) throws(WorkbookFault) {
        switch cell.content {
        case .blank: break
        case .text(let text): try checkText(text, longest: 32_767, at: place)
        case .number(let number): try checkNumber(number, at: place)
        case .date(let date):
            guard DateSystem.serial(of: date) != nil else {
                throw WorkbookFault(
                    .unwritableCell,
                    at: place,
                    Phrase(
                        vi: "ngày \(date) trước 01/3/1900, bảng tính đếm sai",
                        en: "\(date) is before 1 March 1900, which spreadsheets count wrongly"
                    ),
                    hint: Phrase(vi: "Ghi ngày này dạng chữ", en: "Write this day as text")
                )
            }
        case .formula(let formula, let result):
            guard !formula.isEmpty, !formula.hasPrefix("="), !formula.hasPrefix("{") else {
                throw WorkbookFault(
                    .unwritableCell,
                    at: place,
                    Phrase(vi: "công thức rỗng hoặc mở đầu bằng «=»", en: "the formula is empty or begins with =")
                )
            }
            try checkText(formula, longest: 8192, at: place)
            switch result {
            case .text(let text): try checkText(text, longest: 32_767, at: place)
            case .number(let number): try checkNumber(number, at: place)
            }
        }
    }

    private func checkNumber(_ number: ExactDecimal, at place: Phrase) throws(WorkbookFault) {
        let most = ExactDecimal.spreadsheetDigits
        guard number.significantDigits > most || abs(number.magnitude) > 300 else { return }
        throw WorkbookFault(
            .unwritableCell,
            at: place,
            Phrase(vi: "bảng tính sẽ làm tròn số \(number)", en: "a spreadsheet would round \(number)"),
            hint: Phrase(
                vi: "Ghi số có nhiều nhất \(most) chữ số; dài hơn thì ghi dạng chữ",
                en: "Write numbers of up to \(most) digits; longer ones as text"
            )
        )
    }

    private func checkText(_ text: String, longest: Int, at place: Phrase) throws(WorkbookFault) {
        let length = VietnameseText.composed(text).utf16.count
        guard length <= longest else {
            throw WorkbookFault(
                .unwritableCell,
                at: place,
                Phrase(vi: "dài \(length) ký tự, quá \(longest)", en: "\(length) characters, more than \(longest)")
            )
        }
        guard let scalar = text.unicodeScalars.first(where: Self.isForeignToXML) else { return }
        throw WorkbookFault(
            .unwritableCell,
            at: place,
            Phrase(
                vi: "chứa ký tự điều khiển U+\(String(scalar.value, radix: 16, uppercase: true))",
                en: "it has the control character U+\(String(scalar.value, radix: 16, uppercase: true))"
            )
        )
    }

    private static func isForeignToXML(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r": false
        case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": true
        default: false
        }
    }

    private func checkMerged(of sheet: WorkbookSheet) throws(WorkbookFault) {
        for (index, range) in sheet.merged.enumerated() {
            let place = WorkbookFault.place(sheet.name, range)
            guard range.isInSheet, range.first != range.last else {
                throw WorkbookFault(
                    .unwritableSheet,
                    at: place,
                    Phrase(vi: "vùng trộn phải có từ hai ô trong tờ", en: "merged cells are at least two, in the sheet")
                )
            }
            guard !sheet.merged[..<index].contains(where: range.overlaps) else {
                throw WorkbookFault(.unwritableSheet, at: place, Phrase(vi: "hai vùng trộn chồng lên nhau", en: "merged ranges overlap"))
            }
            for row in range.first.row...min(range.last.row, max(range.first.row, sheet.rows.count)) {
                guard sheet.rows.indices.contains(row - 1) else { break }
                for (column, cell) in sheet.rows[row - 1].cells.enumerated() {
                    let address = CellAddress(row: row, column: column + 1)
                    guard cell.content == .blank || address == range.first || !range.contains(address) else {
                        throw WorkbookFault(
                            .unwritableCell,
                            at: WorkbookFault.place(sheet.name, address),
                            Phrase(vi: "ô bị che trong vùng trộn \(range)", en: "the cell is covered by the merged \(range)")
                        )
                    }
                }
            }
        }
    }

    private func check(_ validation: CellValidation, of sheet: WorkbookSheet, _ sheetNames: Set<String>) throws(WorkbookFault) {
        let place = WorkbookFault.place(sheet.name, validation.range)
        try checkText(validation.message, longest: 255, at: place)
        let fits =
            switch validation.rule {
            case .oneOf(let words):
                !words.isEmpty && words.joined(separator: ",").utf16.count <= 255
                    && words.allSatisfy { !$0.isEmpty && !$0.contains { ",\"\n".contains($0) } }
            case .oneOfCells(let sheet, let range): range.isInSheet && sheetNames.contains(folded(sheet))
            case .whole(let range): range.lowerBound >= -ExactDecimal.largestWhole && range.upperBound <= ExactDecimal.largestWhole
            case .date(let range): DateSystem.serial(of: range.lowerBound) != nil
            }
        guard validation.range.isInSheet, fits else {
            throw WorkbookFault(
                .unwritableSheet,
                at: place,
                Phrase(vi: "ràng buộc nhập liệu không ghi được", en: "what may be typed in cannot be written"),
                hint: Phrase(
                    vi: "Danh sách đến 255 ký tự, không có dấu phẩy và ngoặc kép; dài hơn thì trỏ tới một vùng ô",
                    en: "Lists up to 255 characters without commas and quotes; for longer ones name a range"
                )
            )
        }
    }

    private func checkNames(_ sheetNames: Set<String>) throws(WorkbookFault) {
        var names: Set<String> = []
        for name in workbook.names {
            let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_")
            let isName =
                (1...255).contains(name.name.count) && name.name.first.map(letters.contains) == true
                && name.name.allSatisfy { letters.contains($0) || "0123456789.".contains($0) } && !looksLikeCell(name.name)
            guard isName, name.range.isInSheet, sheetNames.contains(folded(name.sheet)), names.insert(name.name.lowercased()).inserted
            else {
                throw WorkbookFault(
                    .unwritableSheet,
                    at: WorkbookFault.place(name.sheet, name.range),
                    Phrase(
                        vi: "tên vùng «\(name.name)» không dùng được, bị lặp hoặc trỏ ra ngoài",
                        en: "the name \"\(name.name)\" cannot be used, is there twice or leads nowhere"
                    ),
                    hint: Phrase(
                        vi: "Chữ cái ASCII, số, «_» và «.», không giống địa chỉ ô",
                        en: "ASCII letters, digits, _ and ., unlike the address of a cell"
                    )
                )
            }
        }
    }

    /// `B7`, `XFD1`, `R`, `C`, `R1C1`, `RC5`: spreadsheets take them for cells.
    private func looksLikeCell(_ name: String) -> Bool {
        if CellAddress(name) != nil { return true }
        let upper = name.uppercased()
        guard upper.allSatisfy({ "RC0123456789".contains($0) }) else { return false }
        return upper.hasPrefix("R") || upper.hasPrefix("C")
    }
}

extension WorkbookFault {
    fileprivate static func sheet(_ sheet: WorkbookSheet, _ message: Phrase, hint: Phrase? = nil) -> WorkbookFault {
        WorkbookFault(.unwritableSheet, at: place(sheet.name), message, hint: hint)
    }
}
