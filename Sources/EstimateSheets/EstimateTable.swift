public import Importing
public import LumpSum
public import Rules
import LifecycleModel

/// Reads an estimate from CSV with the columns item, year, source, amount, lump_sum or their Vietnamese names. A row whose item is `total` (Tổng)
/// states a sum, of a source and a year where it names them.
public struct EstimateTable: Sendable {
    private let law: BudgetLaw
    private let mode: LumpSumMode

    /// A reader for a task under a law.
    public init(law: BudgetLaw, mode: LumpSumMode) {
        self.law = law
        self.mode = mode
    }

    /// The estimate in a file.
    ///
    /// - Throws: `ImportRefusal` with every fault.
    public func estimate(in bytes: [UInt8], named name: String) throws(ImportRefusal) -> Estimate {
        var entries = EstimateEntries(law: law, mode: mode)
        entries.emptyFile = name
        let (rows, faults) = EstimateRows.read(bytes, named: name)
        for fault in faults { entries.add(fault) }
        for row in rows { take(row, named: name, &entries) }
        return try entries.estimate()
    }

    private func take(_ row: EstimateRow, named name: String, _ entries: inout EstimateEntries) {
        func place(_ column: String?) -> EstimateEntries.Place { EstimateEntries.Place(file: name, row: row.row, column: column) }
        var source = FundingSource.state
        if let word = row.source {
            guard let known = EstimateWords.source(word) else {
                let all = FundingSource.allCases.map(\.rawValue).joined(separator: ", ")
                return entries.add(
                    place("source").fault(
                        .badWord,
                        "không có nguồn ‘\(word)’",
                        "there is no source ‘\(word)’",
                        hint: Phrase(vi: "các nguồn: \(all)", en: "sources: \(all)")
                    )
                )
            }
            source = known
        }
        if EstimateWords.isTotal(row.item) {
            let (named, year) = (row.source.map { _ in source }, row.year)
            let what = Phrase(vi: "tổng", en: "the total")
            return entries.state(row.amount, at: place("amount"), what: what) { line in
                (named.map { $0 == line.source } ?? true) && (year.map { $0 == line.year } ?? true)
            }
        }
        var isLumpSum: Bool?
        if let word = row.lumpSum {
            isLumpSum = EstimateWords.answer(word)
            if isLumpSum == nil {
                entries.add(
                    place("lump_sum").fault(
                        .badWord,
                        "‘\(word)’ không phải Có hoặc Không",
                        "‘\(word)’ is neither yes nor no",
                        hint: Phrase(vi: "ghi Có hoặc Không", en: "write yes or no")
                    )
                )
            }
        }
        guard let item = entries.item(row.item, at: place("item")) else { return }
        guard let year = row.year else {
            return entries.add(
                place("year").fault(
                    .missingValue,
                    "ô để trống",
                    "the cell is empty",
                    hint: Phrase(vi: "ghi năm ngân sách", en: "write the budget year")
                )
            )
        }
        entries.take(item, year: year, source, row.amount, isLumpSum: isLumpSum, at: place(nil))
    }
}
