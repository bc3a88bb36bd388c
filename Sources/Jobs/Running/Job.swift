public import LifecycleModel

/// A batch job. Whatever it does it does in transactions of its run, each thing keyed by what is done to whom for which date, so that running it
/// twice, or again after it broke off, does nothing twice.
public protocol Job {
    /// Which it is.
    var name: JobName { get }
    /// Does everything there is to do for the days of the run.
    mutating func perform(_ run: JobRun) throws
}

/// What a run has to do with, beside the store.
public struct JobDays: Sendable, Hashable {
    /// The first day this run is for: the day after the last that was done, or the last day itself.
    public let first: CivilDate
    /// The last day this run is for.
    public let last: CivilDate
    /// The last day that was done before; nil: it never ran.
    public let done: CivilDate?

    /// The days of the run.
    public var span: ClosedRange<CivilDate> { first...last }

    init(upTo last: CivilDate, after done: CivilDate?) {
        self.last = last
        self.done = done
        first = min(done.map { $0.adding(days: 1) } ?? last, last)
    }
}
