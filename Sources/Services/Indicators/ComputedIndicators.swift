public import Indicators
public import LifecycleModel
public import RuleLoading
public import Store

/// The values of a year that the tasks' records give, written as a plan prints them.
public struct ComputedIndicators: Sendable {
    /// The values by number of the indicator; those with nothing to count from are left out.
    public let figures: [Int: PrintedFigure]

    /// Works out every indicator of the book that has a definition for the whole of it.
    ///
    /// - Parameter day: the last day that is looked at.
    public init(of book: IndicatorBook, year: Int, on day: CivilDate, by library: IndicatorLibrary, in reader: any StoreReader) throws {
        var figures: [Int: PrintedFigure] = [:]
        for entry in book.entries {
            guard let name = entry.computedBy else { continue }
            if let use = library.definitions[name] {
                let report = try UseTally(of: year, under: use.terms, knownOn: day, today: day, in: reader)
                if let percent = report.figure.percent { figures[entry.number] = PrintedFigure("\(percent.replacing(".", with: ","))%") }
            } else if let count = library.counts[name], year <= day.year {
                let tasks = try CountHistory(for: count.terms, in: reader).tasks
                let report = CountReport(tasks, year: year, day: day, terms: count.terms)
                figures[entry.number] = PrintedFigure("\(report.count)")
            }
        }
        self.figures = figures
    }
}
