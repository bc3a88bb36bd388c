import DelimitedText
import LifecycleModel

/// Reads one file: its header, then row by row.
struct TableReader<Column: TableColumn> {
    /// The file's name, for faults.
    let file: String
    let allowsFacts: Bool

    init(_ file: PortfolioFile, allowsFacts: Bool = false) {
        self.init(named: file.name, allowsFacts: allowsFacts)
    }

    init(named file: String, allowsFacts: Bool = false) {
        self.file = file
        self.allowsFacts = allowsFacts
    }

    /// Hands every row to `take`, which may note faults on it; answers false when the file as a whole cannot be read.
    func read(_ bytes: [UInt8], faults: inout FaultList, take: (inout RowReader<Column>) -> Void) -> Bool {
        if let fault = FileCheck.fault(in: bytes, of: file) {
            faults.add(fault)
            return false
        }
        var reader = CSVReader(bytes)
        var header: Header<Column>?
        while let record = next(&reader, faults: &faults) {
            guard let header else {
                header = Header(record, file: file, allowsFacts: allowsFacts, faults: &faults)
                guard header != nil else { return false }
                continue
            }
            if record.cells.allSatisfy(CellText.isBlank) { continue }
            guard record.cells.count == header.titles.count else {
                faults.add(wrongCount(record, header))
                continue
            }
            var row = RowReader(record, header: header, file: file, bytes: bytes)
            take(&row)
            for fault in row.faults { faults.add(fault) }
        }
        guard header == nil else { return true }
        faults.add(FileCheck.empty(file))
        return false
    }

    /// The next row that can be taken apart, faults of the others being noted.
    private func next(_ reader: inout CSVReader, faults: inout FaultList) -> CSVRecord? {
        while true {
            do {
                return try reader.next()
            } catch {
                faults.add(broken(error))
            }
        }
    }

    private func broken(_ fault: CSVFault) -> ImportFault {
        let source = SourceRow(named: file, row: fault.row, line: fault.line)
        return switch fault.kind {
        case .unclosedQuote:
            source.fault(
                .brokenQuotes,
                Phrase(
                    vi: "dấu nháy kép mở ở ô thứ \(fault.cell) không được đóng",
                    en: "the quote that opens cell \(fault.cell) is not closed"
                ),
                hint: Phrase(vi: "thêm dấu nháy kép đóng, hoặc bỏ dấu mở", en: "close it, or leave it out")
            )
        case .textAfterQuote:
            source.fault(
                .brokenQuotes,
                Phrase(
                    vi: "có chữ sau dấu nháy kép đóng ở ô thứ \(fault.cell)",
                    en: "there is text behind the closing quote of cell \(fault.cell)"
                ),
                hint: Phrase(vi: "viết dấu nháy bên trong ô thành hai dấu liền nhau (\"\")", en: "double the quotes inside the cell (\"\")")
            )
        }
    }

    private func wrongCount(_ record: CSVRecord, _ header: Header<Column>) -> ImportFault {
        let (found, wanted) = (record.cells.count, header.titles.count)
        return SourceRow(named: file, row: record.row, line: record.line).fault(
            .wrongCellCount,
            Phrase(vi: "dòng có \(found) ô, tiêu đề có \(wanted)", en: "the row has \(found) cells, the header \(wanted)"),
            hint: found > wanted
                ? Phrase(vi: "đặt ô có dấu phân cách trong dấu nháy kép", en: "put cells that hold the delimiter into quotes")
                : Phrase(vi: "thêm dấu phân cách cho các ô trống", en: "add delimiters for the empty cells")
        )
    }
}

/// Whether a file can be a table at all.
enum FileCheck {
    static func fault(in bytes: [UInt8], of file: String) -> ImportFault? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return notText(file, Phrase(vi: "tệp là UTF-16", en: "the file is UTF-16"))
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return notText(
                file,
                Phrase(vi: "tệp là bảng tính Excel hoặc tệp nén, không phải CSV", en: "the file is a spreadsheet or archive, not CSV")
            )
        }
        if bytes.prefix(65_536).contains(0) {
            return notText(file, Phrase(vi: "tệp không phải văn bản", en: "the file is not text"))
        }
        return nil
    }

    static func empty(_ file: String) -> ImportFault {
        ImportFault(
            file: file,
            code: .emptyFile,
            message: Phrase(vi: "tệp trống", en: "the file is empty"),
            hint: Phrase(
                vi: "dòng đầu phải là tiêu đề cột; xóa tệp nếu không dùng",
                en: "the first row must head the columns; remove the file if it is not used"
            )
        )
    }

    private static func notText(_ file: String, _ message: Phrase) -> ImportFault {
        ImportFault(
            file: file,
            code: .notText,
            message: message,
            hint: Phrase(vi: "trong Excel: Lưu thành → CSV UTF-8", en: "in Excel: Save as → CSV UTF-8")
        )
    }
}
