public import LifecycleModel

/// Where a batch job stands: how far it has come, and who runs it now.
public struct JobRow: Sendable, Hashable {
    /// Name of the job, `deadlines`.
    public var name: String
    /// Which machine and process runs it; nil: nobody does.
    public var holder: String?
    /// Until when that one may go on without saying again that it lives.
    public var leasedUntil: Moment?
    /// Counts the leases given, so that whoever lost one cannot go on under it.
    public var token: Int64
    /// The last day it has been run for to the end; nil: never.
    public var doneFor: CivilDate?
    /// How far it has come in what it reads step by step, in its own words.
    public var position: String?

    /// Creates a row.
    public init(
        name: String,
        holder: String? = nil,
        leasedUntil: Moment? = nil,
        token: Int64 = 0,
        doneFor: CivilDate? = nil,
        position: String? = nil
    ) {
        self.name = name
        self.holder = holder
        self.leasedUntil = leasedUntil
        self.token = token
        self.doneFor = doneFor
        self.position = position
    }
}

/// One run of a batch job.
public struct JobRunRow: Sendable, Hashable {
    /// Number of the run, from 1; 0 before it is kept.
    public var number: Int64
    /// Name of the job.
    public var job: String
    /// The day it was run for.
    public var day: CivilDate
    /// Which machine and process ran it.
    public var holder: String
    /// When it began and ended; no end while it runs, or where it broke off.
    public var startedAt: Moment
    /// When it ended.
    public var endedAt: Moment?
    /// `running`, `done`, `failed` or `interrupted`.
    public var outcome: String
    /// What it counted.
    public var counts: JobCounts
    /// What it has to tell, Vietnamese and English.
    public var notes: [Phrase]
    /// Hash of the rule files it read; nil: none.
    public var rules: String?

    /// Creates a row.
    public init(
        number: Int64 = 0,
        job: String,
        day: CivilDate,
        holder: String,
        startedAt: Moment,
        endedAt: Moment? = nil,
        outcome: String = "running",
        counts: JobCounts = JobCounts(),
        notes: [Phrase] = [],
        rules: String? = nil
    ) {
        self.number = number
        self.job = job
        self.day = day
        self.holder = holder
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.outcome = outcome
        self.counts = counts
        self.notes = notes
        self.rules = rules
    }
}

/// What a run of a job counts.
public struct JobCounts: Sendable, Hashable {
    /// Things it looked at.
    public var lookedAt = 0
    /// Things it did.
    public var changed = 0
    /// Things the rules did not let it do.
    public var refused = 0
    /// Things it could not do, which are set aside and tried again.
    public var failed = 0

    /// Nothing yet.
    public init(lookedAt: Int = 0, changed: Int = 0, refused: Int = 0, failed: Int = 0) {
        self.lookedAt = lookedAt
        self.changed = changed
        self.refused = refused
        self.failed = failed
    }

    /// Adds up two runs.
    public static func += (sum: inout JobCounts, more: JobCounts) {
        sum.lookedAt += more.lookedAt
        sum.changed += more.changed
        sum.refused += more.refused
        sum.failed += more.failed
    }
}

/// Something a job did once and will not do again.
public struct DeedRow: Sendable, Hashable {
    /// Names what was done to whom for which date.
    public var key: String
    /// Name of the job.
    public var job: String
    /// What it was done to: a task's code.
    public var subject: String
    /// The day it concerns.
    public var day: CivilDate
    /// Whether it holds until it is lifted, as a bar does.
    public var isStanding: Bool

    /// Creates a row.
    public init(key: String, job: String, subject: String, day: CivilDate, isStanding: Bool = false) {
        self.key = key
        self.job = job
        self.subject = subject
        self.day = day
        self.isStanding = isStanding
    }
}

/// Something a job could not do and tries again later.
public struct SetAsideRow: Sendable, Hashable {
    /// Name of the job.
    public var job: String
    /// What it could not be done to.
    public var subject: String
    /// How often it was tried.
    public var tries: Int
    /// When it failed first and last, and from when on it is tried again.
    public var firstAt, lastAt, retryAt: Moment
    /// Why.
    public var error: Phrase

    /// So many failures make it an incident that officials have to look at.
    public static let triesOfIncident = 5

    /// Whether it failed so often that somebody has to look at it.
    public var isIncident: Bool { tries >= Self.triesOfIncident }

    /// Creates a row.
    public init(job: String, subject: String, tries: Int, firstAt: Moment, lastAt: Moment, retryAt: Moment, error: Phrase) {
        self.job = job
        self.subject = subject
        self.tries = tries
        self.firstAt = firstAt
        self.lastAt = lastAt
        self.retryAt = retryAt
        self.error = error
    }
}
