public import Indicators
public import LifecycleModel
public import RuleLoading
public import Store

/// The share of results in use, year by year, without what stands behind each result: what an overview shows (`UseByYear` has the rest).
public struct UseFigures: Sendable {
    /// The indicator, with baseline and targets.
    public let entry: IndicatorBook.Entry
    /// Its definition.
    public let indicator: UseIndicator
    /// The figures of every year that has results, ascending.
    public let years: [UseTally]

    /// Counts the years by the first book that computes such an indicator; nil where none does.
    ///
    /// - Parameter today: the day whose knowledge it rests on, with all that is on record.
    public init?(by library: IndicatorLibrary, today: CivilDate, in reader: any StoreReader) throws {
        guard let (entry, indicator) = library.firstUseIndicator else { return nil }
        self.entry = entry
        self.indicator = indicator
        let terms = indicator.terms
        guard terms.proofWithin == nil else {
            // When a proof was established is told by the history alone.
            let years = try UseByYear(by: library, knownOn: today, in: reader)?.years ?? []
            self.years = years.map { UseTally($0, by: nil, tasksWithoutResults: []) }
            return
        }
        let uses = try terms.firstUses(accepted: .earliest ... .latest, in: reader)
        let years = Set(uses.lazy.filter(\.isDelivered).map { terms.lastDay(acceptedOn: $0.acceptedOn).year })
        self.years = years.sorted().map { UseTally(uses, year: $0, knownOn: today, terms: terms, isGrouped: false) }
    }
}
