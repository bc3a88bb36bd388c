import Importing
import LifecycleModel
import LumpSum
import Spreadsheets

/// Which column of the sheet holds what, by the words at their heads.
struct EstimateColumns {
    private(set) var item: Int?
    private(set) var label: Int?
    private(set) var lumpSum: Int?
    private(set) var total: Int?
    private(set) var amounts: [(column: Int, source: FundingSource, year: Int)] = []
    private var unknown: [(column: Int, words: String)] = []

    init(_ head: OpenedRow) {
        let passive = ["TT", "STT", EstimateWords.mayBeLumpSum].map(VietnameseText.folded)
        for cell in head.cells {
            guard let words = cell.words else { continue }
            let column = cell.address.column
            switch VietnameseText.folded(words) {
            case VietnameseText.folded(EstimateWords.itemCode): item = column
            case VietnameseText.folded(EstimateWords.item): label = column
            case VietnameseText.folded(EstimateWords.lumpSum): lumpSum = column
            case VietnameseText.folded(EstimateWords.total): total = column
            case let folded where passive.contains(folded): break
            default:
                if let place = EstimateWords.place(heading: words) {
                    amounts.append((column, place.source, place.year))
                } else {
                    unknown.append((column, words))
                }
            }
        }
    }

    /// What is wrong with the headings.
    func faults(in file: String, row: Int) -> [ImportFault] {
        let example = EstimateWords.column(.state, 2026)
        var faults = unknown.map { column, words in
            EstimateEntries.Place(file: file, row: row, column: CellAddress.letters(ofColumn: column)).fault(
                .unknownColumn,
                "không có cột nào tên ‘\(words)’",
                "there is no column ‘\(words)’",
                hint: Phrase(vi: "cột tiền có tên như ‘\(example)’", en: "a column of money is headed like ‘\(example)’")
            )
        }
        var seen: Set<String> = []
        for (column, source, year) in amounts where !seen.insert("\(source.rawValue) \(year)").inserted {
            faults.append(
                EstimateEntries.Place(file: file, row: row, column: CellAddress.letters(ofColumn: column)).fault(
                    .duplicateColumn,
                    "cột ‘\(EstimateWords.column(source, year))’ có hai lần",
                    "the column ‘\(EstimateWords.column(source, year))’ is there twice",
                    hint: Phrase(vi: "giữ lại một cột", en: "keep one of them")
                )
            )
        }
        if amounts.isEmpty {
            faults.append(
                EstimateEntries.Place(file: file, row: row, column: nil).fault(
                    .missingColumn,
                    "không có cột tiền nào, như ‘\(example)’",
                    "there is no column of money, like ‘\(example)’"
                )
            )
        }
        return faults
    }
}
