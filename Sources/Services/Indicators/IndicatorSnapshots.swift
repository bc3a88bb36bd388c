import Indicators
public import LifecycleModel
import RuleLoading
public import Store

/// The values of all indicators that are worked out from the record, as known on a day: of the year of that day and of the one before.
public struct IndicatorSnapshots: Sendable {
    private let library: IndicatorLibrary

    /// Reads the rule files' books and definitions.
    public init(_ rules: RuleLibrary) throws {
        library = try rules.indicators()
    }

    /// The values, by indicator (`book/number`) and year.
    public func rows(on day: CivilDate, in reader: any StoreReader) throws -> [IndicatorSnapshotRow] {
        try library.books.values.sorted { $0.id < $1.id }.flatMap { book in
            try [day.year - 1, day.year].flatMap { year -> [IndicatorSnapshotRow] in
                let computed = try ComputedIndicators(of: book, year: year, on: day, by: library, in: reader)
                return computed.figures.sorted { $0.key < $1.key }.map { number, figure in
                    IndicatorSnapshotRow(indicator: "\(book.id)/\(number)", year: year, day: day, value: figure.text)
                }
            }
        }
    }
}
