public import LifecycleModel
public import Services
public import Store

/// Runs batch jobs one after another: takes the lease, runs, and keeps how it went.
public struct JobRunner {
    private let surroundings: Surroundings
    private let holder: String
    private let isTrial: Bool
    private let rules: String?
    private let isGone: (String) -> Bool
    private let trustsClock: Bool
    private let clock: @Sendable () -> Moment
    private let progress: (JobName, Int, Int) -> Void

    /// Prepares the runner.
    ///
    /// - Parameters:
    ///   - surroundings: store, day and calendar; whoever is named there, jobs act as the program itself.
    ///   - holder: which machine and process this is.
    ///   - isTrial: whether files outside the store stay as they are; the store is a copy then.
    ///   - rules: hash of the rule files at hand, to tell when they changed between runs.
    ///   - isGone: whether whoever holds a lease is known to run no longer, so that nobody need wait for its end.
    ///   - trustsClock: whether a person says that the clock is right now and was wrong before, when a moment lies ahead of it that cannot.
    ///   - clock: the machine's clock.
    ///   - progress: told after each batch how many things were looked at, of how many.
    public init(
        _ surroundings: Surroundings,
        holder: String,
        isTrial: Bool = false,
        rules: String? = nil,
        isGone: @escaping (String) -> Bool = { _ in false },
        trustsClock: Bool = false,
        clock: @escaping @Sendable () -> Moment,
        progress: @escaping (JobName, Int, Int) -> Void = { _, _, _ in }
    ) {
        self.surroundings = Surroundings(
            store: surroundings.store,
            actor: "system",
            today: surroundings.today,
            now: surroundings.now,
            calendar: surroundings.calendar,
            rules: surroundings.rules
        )
        self.holder = holder
        self.isTrial = isTrial
        self.rules = rules
        self.isGone = isGone
        self.trustsClock = trustsClock
        self.clock = clock
        self.progress = progress
    }

    /// Runs a job for all days since its last run.
    ///
    /// - Returns: how it went; a job that broke off part of the way says so, and what it did stays.
    /// - Throws: `UseCaseFault` when it cannot be run now, `StoreError` when the store cannot be written.
    public func run(_ job: any Job) throws -> JobRunRow {
        let before = try surroundings.store.read { try $0.jobRuns(of: job.name.rawValue, limit: 1).first }
        let run = try JobRun(
            job.name,
            surroundings,
            holder: holder,
            isTrial: isTrial,
            rules: rules,
            isGone: isGone,
            trustsClock: trustsClock,
            clock: clock,
            progress: progress
        )
        if let old = before?.rules, let rules, old != rules {
            run.note(Phrase(vi: "Tệp quy tắc đã đổi so với lần chạy trước", en: "The rule files changed since the last run"))
        }
        if run.days.last > clock().civilDate {
            let day = run.days.last
            run.note(
                Phrase(vi: "Chạy cho ngày \(day.vietnamese), sau ngày của đồng hồ máy", en: "Run for \(day), ahead of the machine's clock")
            )
        }
        var job = job
        do { try job.perform(run) } catch {
            // What kept it from going on may keep it from saying so; the next run finds it broken off then.
            _ = try? run.end(error.words)
            throw error
        }
        return try run.end(nil)
    }
}
