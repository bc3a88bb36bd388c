import DelimitedText
import LifecycleModel

/// A CSV file that belongs to the templates, its columns checked.
struct DocumentTable {
    /// One row by column name.
    struct Row {
        let place: String
        fileprivate let cells: [String: String]

        subscript(column: String) -> String { cells[column] ?? "" }

        func fault(_ message: Phrase, hint: Phrase? = nil) -> DocumentFault {
            DocumentFault(.wrongCatalogue, at: place, message, hint: hint)
        }
    }

    private(set) var rows: [Row] = []

    /// Reads a table with exactly these columns; `further` ones may stand after them, all or none.
    init(_ bytes: [UInt8], file: String, columns: [String], further: [String] = []) throws(DocumentFault) {
        var columns = columns
        var reader = CSVReader(bytes, delimiter: .comma)
        var hasHead = false
        while let record = try Self.next(&reader, file) {
            let cells = record.cells.map { VietnameseText.composed($0) }
            guard hasHead else {
                if cells == columns + further { columns = cells }
                guard cells == columns else { break }
                hasHead = true
                continue
            }
            guard cells.count == columns.count else {
                throw DocumentFault(
                    .wrongCatalogue,
                    at: "\(file):\(record.line)",
                    Phrase(vi: "có \(cells.count) ô, cần \(columns.count)", en: "\(cells.count) cells instead of \(columns.count)"),
                    hint: Phrase(vi: "Ô có dấu phẩy phải đặt trong dấu nháy kép", en: "A cell with a comma must stand in double quotes")
                )
            }
            rows.append(Row(place: "\(file):\(record.line)", cells: Dictionary(zip(columns, cells)) { $1 }))
        }
        guard hasHead else {
            throw DocumentFault(
                .wrongCatalogue,
                at: "\(file):1",
                Phrase(
                    vi: "dòng đầu phải là: \(columns.joined(separator: ","))",
                    en: "the first line must be: \(columns.joined(separator: ","))"
                )
            )
        }
    }
    private static func next(_ reader: inout CSVReader, _ file: String) throws(DocumentFault) -> CSVRecord? {
        do throws(CSVFault) {
            return try reader.next()
        } catch {
            throw DocumentFault(
                .wrongCatalogue,
                at: "\(file):\(error.line)",
                Phrase(vi: "dấu nháy kép không khép", en: "a double quote is not closed")
            )
        }
    }
}
