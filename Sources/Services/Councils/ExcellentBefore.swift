import Councils
import Engine
public import LifecycleModel
public import Store

/// Whether a host or an investigator had a task rated excellent in the years before a council meets: it decides between dossiers of equal
/// points.
public struct ExcellentBefore: Sendable {
    private let period: ClosedRange<CivilDate>?

    /// Looks at tasks accepted in so many years up to a day, that day among them.
    public init(years: Int, until day: CivilDate) {
        period = CivilDate(year: day.year - years, month: day.month, day: min(day.day, 28)).flatMap { $0 <= day ? $0...day : nil }
    }

    /// Whether one of them had such a task; nil where the years lead before all dates.
    public func callAsFunction(host: String?, investigator: String?, in reader: any StoreReader) throws -> Bool? {
        guard let period else { return nil }
        for (party, code) in [(\TaskFilter.host, host), (\TaskFilter.investigator, investigator)] {
            guard let code else { continue }
            var filter = TaskFilter()
            filter[keyPath: party] = code
            var wasExcellent = false
            try reader.eachTask(filter) { row in
                guard !wasExcellent, let accepted = row.acceptedOn, period.contains(accepted) else { return }
                wasExcellent = try TaskState(of: row).fact("acceptance.rating")?.text == Rating.excellent.rawValue
            }
            if wasExcellent { return true }
        }
        return false
    }
}
