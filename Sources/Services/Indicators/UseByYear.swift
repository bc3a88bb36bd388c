public import Indicators
public import LifecycleModel
public import RuleLoading
public import Store

/// The share of results in use, year by year, by the definition that a book names for it.
public struct UseByYear: Sendable {
    /// The indicator, with baseline and targets.
    public let entry: IndicatorBook.Entry
    /// Its definition.
    public let indicator: UseIndicator
    /// The results behind it.
    public let history: UseHistory
    /// The figures of every year that has results, ascending.
    public let years: [UseReport]

    /// Works the years out by the first book that computes such an indicator, in the order of their names; nil where none does.
    ///
    /// - Parameter day: the day whose knowledge it rests on.
    public init?(by library: IndicatorLibrary, knownOn day: CivilDate, in reader: any StoreReader) throws {
        guard let (entry, indicator) = library.firstUseIndicator else { return nil }
        self.entry = entry
        self.indicator = indicator
        history = try UseHistory(today: day, in: reader)
        let results = Dictionary(grouping: history.results(knownOn: day)) { indicator.terms.lastDay(acceptedOn: $0.acceptedOn).year }
        years = results.sorted { $0.key < $1.key }.map { year, own in
            UseReport(own, year: year, knownOn: day, terms: indicator.terms)
        }
    }
}

extension IndicatorLibrary {
    /// The first share of results in use that a book computes, in the order of the books' names; nil where none does.
    var firstUseIndicator: (entry: IndicatorBook.Entry, indicator: UseIndicator)? {
        books.sorted { $0.key < $1.key }.flatMap(\.value.entries).lazy.compactMap { entry in
            entry.computedBy.flatMap { definitions[$0] }.map { (entry, $0) }
        }.first
    }
}
