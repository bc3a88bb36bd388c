import LifecycleModel
import OpenPackaging

/// Reads one sheet element by element, keeping only what holds something.
struct SheetReading {
    let name: String
    let meaning: CellMeaning
    let limits: WorkbookLimits
    /// How many cells the sheets before it have.
    var cellCount: Int

    private(set) var rows: [OpenedRow] = []
    private(set) var merged: [CellRange] = []
    private(set) var hiddenColumns: [ClosedRange<Int>] = []

    private var path: [Substring] = []
    private var rowNumber = 0
    private var rowIsHidden = false
    private var cells: [OpenedCell] = []
    private var column = 0
    private var cell: CellReading?

    init(name: String, meaning: CellMeaning, limits: WorkbookLimits, cellCount: Int) {
        self.name = name
        self.meaning = meaning
        self.limits = limits
        self.cellCount = cellCount
    }

    /// Reads the part to its end.
    mutating func read(_ bytes: [UInt8], part: String) throws(WorkbookFault) {
        let reader = try WorkbookFault.translating { () throws(PackageFault) in
            try XMLReader(bytes, part: part, limits: limits.package)
        }
        while let event = try WorkbookFault.translating({ () throws(PackageFault) in try reader.next() }) { try take(event) }
        try checkOrder()
    }

    private mutating func take(_ event: XMLReader.Event) throws(WorkbookFault) {
        switch event {
        case .begin(let name, let attributes):
            path.append(name.localName)
            try begin(attributes)
        case .text(let text), .blank(let text): take(text)
        case .end:
            try end()
            path.removeLast()
        }
    }

    private mutating func begin(_ attributes: [XMLElement.Attribute]) throws(WorkbookFault) {
        guard path.count >= 3, let element = path.last else { return }
        switch (path.count, path[1], element) {
        case (3, "sheetData", "row"): try beginRow(attributes)
        case (4, "sheetData", "c"): try beginCell(attributes)
        case (5, "sheetData", "v"): cell?.value = ""
        case (5, "sheetData", "f"): cell?.formula = ""
        case (3, "mergeCells", "mergeCell"): if let range = attributes["ref"].flatMap({ CellRange($0) }) { merged.append(range) }
        case (3, "cols", "col"):
            guard attributes.isOn("hidden"), let first = attributes["min"].flatMap({ Int($0) }),
                let last = attributes["max"].flatMap({ Int($0) }),
                first <= last
            else { break }
            hiddenColumns.append(first...last)
        default: break
        }
    }

    private mutating func beginRow(_ attributes: [XMLElement.Attribute]) throws(WorkbookFault) {
        let text = attributes["r"]
        guard let number = text.map({ Int($0) }) ?? rowNumber + 1, CellAddress.rows.contains(number) else {
            throw .broken(name, Phrase(vi: "số dòng «\(text ?? "")» hỏng", en: "a broken row number \"\(text ?? "")\""))
        }
        rowNumber = number
        rowIsHidden = attributes.isOn("hidden")
        cells = []
        column = 0
    }

    private mutating func beginCell(_ attributes: [XMLElement.Attribute]) throws(WorkbookFault) {
        let text = attributes["r"]
        let address = text.map { CellAddress($0) } ?? CellAddress(row: rowNumber, column: column + 1)
        guard let address, address.isInSheet, address.row == rowNumber else {
            throw .broken(
                name,
                Phrase(
                    vi: "địa chỉ ô «\(text ?? "")» hỏng ở dòng \(rowNumber)",
                    en: "a broken address \"\(text ?? "")\" in row \(rowNumber)"
                )
            )
        }
        column = address.column
        cell = CellReading(address: address, type: attributes["t"], style: attributes["s"])
    }

    private mutating func take(_ text: String) {
        guard path.count >= 5, path[1] == "sheetData" else { return }
        switch path[4...] {
        case ["v"]: cell?.value?.append(text)
        case ["f"]: cell?.formula?.append(text)
        case ["is", "t"], ["is", "r", "t"]: cell?.inline.append(text)
        default: break
        }
    }

    private mutating func end() throws(WorkbookFault) {
        guard path.count == 3 || path.count == 4, path[1] == "sheetData" else { return }
        if path.count == 4, let done = cell {
            cell = nil
            guard let content = try meaning.content(of: done, sheet: name) else { return }
            cells.append(OpenedCell(address: done.address, content: content, formula: done.formula.map(VietnameseText.composed)))
            cellCount += 1
            try checkSize()
        } else if path.count == 3, !cells.isEmpty {
            rows.append(OpenedRow(number: rowNumber, isHidden: rowIsHidden, cells: cells))
        }
    }

    private func checkSize() throws(WorkbookFault) {
        guard rowNumber <= limits.rows, cellCount <= limits.cells else {
            throw WorkbookFault(
                .tooLarge,
                at: WorkbookFault.place(name),
                Phrase(
                    vi: "quá \(limits.rows) dòng hoặc quá \(limits.cells) ô có nội dung",
                    en: "more than \(limits.rows) rows or \(limits.cells) cells that hold something"
                ),
                hint: Phrase(vi: "Xóa các dòng thừa, hoặc chia thành nhiều tệp", en: "Delete rows that are not needed, or split the file")
            )
        }
    }

    /// Rows and cells may come in any order, but each only once.
    private mutating func checkOrder() throws(WorkbookFault) {
        rows = rows.map { row in
            OpenedRow(number: row.number, isHidden: row.isHidden, cells: row.cells.sorted { $0.address < $1.address })
        }.sorted { $0.number < $1.number }
        for (row, next) in zip(rows, rows.dropFirst()) where row.number == next.number {
            throw .broken(name, Phrase(vi: "dòng \(row.number) có hai lần", en: "row \(row.number) is there twice"))
        }
        for row in rows {
            for (cell, next) in zip(row.cells, row.cells.dropFirst()) where cell.address == next.address {
                throw .broken(name, Phrase(vi: "ô \(cell.address) có hai lần", en: "cell \(cell.address) is there twice"))
            }
        }
    }
}

extension WorkbookFault {
    fileprivate static func broken(_ sheet: String, _ message: Phrase) -> WorkbookFault {
        WorkbookFault(
            .broken,
            at: place(sheet),
            message,
            hint: Phrase(
                vi: "Mở bằng Excel hoặc LibreOffice rồi lưu lại dạng .xlsx",
                en: "Open it in Excel or LibreOffice and save it as .xlsx"
            )
        )
    }
}
