public import LifecycleModel
public import Services
public import Store

/// One run of a job: its transactions, each of which proves that the run still holds its lease, what it counts, and what it tells.
public final class JobRun {
    /// The store, the day and the working calendar; acting as the program itself.
    public let surroundings: Surroundings
    /// The days it is for.
    public let days: JobDays
    /// Whether nothing outside the store may change.
    public let isTrial: Bool
    /// Where the job stands.
    public private(set) var job: JobRow
    /// What it has counted so far.
    public var counts = JobCounts()
    /// How much it expects to look at, for a progress bar.
    public var expected = 0

    let name: JobName
    private(set) var row: JobRunRow
    private(set) var notes: [Phrase] = []
    private let clock: @Sendable () -> Moment
    private let progress: (JobName, Int, Int) -> Void

    /// How long a run may be silent before another machine takes its job over.
    static let lease: Duration = .seconds(600)
    /// Notes kept of a run; what is more is counted.
    static let mostNotes = 50
    /// Things done in one transaction: few enough that nobody else waits long.
    static let batch = 100

    init(
        _ name: JobName,
        _ surroundings: Surroundings,
        holder: String,
        isTrial: Bool,
        rules: String?,
        isGone: @escaping (String) -> Bool,
        trustsClock: Bool,
        clock: @escaping @Sendable () -> Moment,
        progress: @escaping (JobName, Int, Int) -> Void
    ) throws {
        self.name = name
        self.surroundings = surroundings
        self.clock = clock
        self.isTrial = isTrial
        self.progress = progress
        let day = surroundings.today
        (job, row, days) = try surroundings.store.retrying { writer in
            let now = clock()
            var job = try writer.job(name.rawValue) ?? JobRow(name: name.rawValue)
            if !(job.holder.map(isGone) ?? false) { try JobRun.requireFree(job, name, now: now, trustsClock: trustsClock) }
            if let last = try writer.jobRuns(of: name.rawValue, limit: 1).first {
                let seen = max(last.startedAt, last.endedAt ?? last.startedAt)
                guard trustsClock || seen <= now.adding(.seconds(60)) else { throw JobFault.clockSetBack(name, last: seen, now: now) }
                if last.outcome == "running" { try writer.save(last.brokenOff) }
            }
            // A run for a day to come does not keep back those of the days until then.
            let done = job.doneFor.map { min($0, max(now.civilDate, day)) }
            if let done, day < done { throw JobFault.beforeLast(name, day: day, done: done) }
            let days = JobDays(upTo: day, after: done)
            job.holder = holder
            job.token += 1
            job.leasedUntil = now.adding(JobRun.lease)
            try writer.save(job)
            var row = JobRunRow(job: name.rawValue, day: day, holder: holder, startedAt: now, rules: rules)
            row.number = try writer.add(row)
            return (job, row, days)
        }
    }

    private static func requireFree(_ job: JobRow, _ name: JobName, now: Moment, trustsClock: Bool) throws {
        guard let until = job.leasedUntil, until > now else { return }
        if until > now.adding(lease).adding(.seconds(60)) {
            // Taken by a clock that was wrong: it would be held until that day.
            if trustsClock { return }
            throw JobFault.clocksDiffer(name, job, until: until, now: now)
        }
        throw JobFault.running(name, job, until: until)
    }

    /// Words for people about something that happened in this run.
    public func note(_ phrase: Phrase) {
        guard !notes.contains(phrase) else { return }
        notes.append(phrase)
    }

    /// The moment it is now, by the machine's clock.
    public var now: Moment { clock() }

    /// Does work in one transaction, which also says that this run still lives. Waits for others who write, without counting.
    ///
    /// - Throws: `UseCaseFault` of the kind `tryAgain` when another machine has taken the job over.
    public func transaction<Result>(_ work: (any StoreWriter) throws -> Result) throws -> Result {
        try surroundings.store.retrying { writer in
            guard let now = try writer.job(name.rawValue), now.token == job.token, now.holder == job.holder else {
                throw JobFault.leaseLost(name)
            }
            let result = try work(writer)
            job.leasedUntil = clock().adding(Self.lease)
            try writer.save(job)
            return result
        }
    }

    /// Says in a transaction of its own that this run still lives, where much time went by since it last did; for long work outside the store.
    func stayAlive() {
        guard let until = job.leasedUntil, until < clock().adding(Self.lease / 2) else { return }
        // Somebody else's long write is no reason to give up; a lost lease shows at the next transaction.
        try? transaction { _ in }
    }

    /// Remembers how far the job has come; kept with the next transaction.
    public func remember(position: String) { job.position = position }

    /// Says that something was done, for a progress bar.
    func advance() { progress(name, counts.lookedAt, max(expected, counts.lookedAt)) }

    /// Ends the run: all days are done, or it failed.
    func end(_ failure: Phrase?) throws -> JobRunRow {
        row.endedAt = clock()
        row.outcome = failure == nil ? "done" : "failed"
        row.counts = counts
        row.notes = Array(notes.prefix(Self.mostNotes))
        if notes.count > Self.mostNotes {
            let more = notes.count - Self.mostNotes
            row.notes.append(Phrase(vi: "… và \(more) điều nữa", en: "… and \(more) more"))
        }
        if let failure { row.notes.append(failure) }
        let ended = row
        try transaction { writer in
            if failure == nil { job.doneFor = days.last }
            try writer.save(ended)
        }
        try surroundings.store.retrying { writer in
            job.holder = nil
            job.leasedUntil = nil
            try writer.save(job)
        }
        return ended
    }
}

extension JobRunRow {
    /// The run as one that never said how it ended.
    fileprivate var brokenOff: JobRunRow {
        var row = self
        row.outcome = "interrupted"
        return row
    }
}
