public import LifecycleModel

/// What batch jobs keep of their own doing, beside the record: nothing here is evidence, and the log knows nothing of it.
public protocol JobLedgerReader {
    /// Where a job stands; nil: it never ran.
    func job(_ name: String) throws -> JobRow?
    /// Runs, newest first; of one job where it is named.
    func jobRuns(of job: String?, limit: Int) throws -> [JobRunRow]
    /// Whether that was done.
    func isDone(_ key: String) throws -> Bool
    /// Deeds of a job that hold until they are lifted, by key.
    func standingDeeds(of job: String) throws -> [DeedRow]
    /// What is set aside, incidents first; of one job where it is named.
    func setAside(of job: String?) throws -> [SetAsideRow]
    /// One run of a clock.
    func deadline(_ run: DeadlineRow.Run) throws -> DeadlineRow?
    /// Clocks on which the calendar has something to do by a day, by the day it waits from, those of tasks left out that are set aside until later than a
    /// moment.
    func wakingDeadlines(by day: CivilDate, at moment: Moment, limit: Int) throws -> [WakingDeadline]
    /// How many clocks the calendar has something to do on by a day.
    func wakingCount(by day: CivilDate) throws -> Int
    /// Clocks that run out in a span of days, or would have if they had not stood still for a while, and were not stopped before a day; by task and clock.
    func runningDeadlines(due span: ClosedRange<CivilDate>, since day: CivilDate) throws -> [WakingDeadline]
    /// Bars that end in a span of days, by day.
    func bars(endingIn span: ClosedRange<CivilDate>) throws -> [BarRow]
    /// Codes of tasks of which something was recorded after that event, by code.
    func tasks(changedAfter event: Int64) throws -> [String]
    /// The last value kept of an indicator and year on or before a day.
    func indicatorSnapshot(_ indicator: String, year: Int, by day: CivilDate) throws -> IndicatorSnapshotRow?
    /// All values kept, of one indicator where it is named, by indicator, year and day.
    func indicatorSnapshots(of indicator: String?) throws -> [IndicatorSnapshotRow]
}

/// What batch jobs write of their own doing.
public protocol JobLedgerWriter: JobLedgerReader {
    /// Writes where a job stands.
    func save(_ job: JobRow) throws
    /// Keeps a new run; answers with its number.
    func add(_ run: JobRunRow) throws -> Int64
    /// Writes a run again.
    func save(_ run: JobRunRow) throws
    /// Forgets runs that ended before a moment; answers how many.
    func forgetRuns(endedBefore moment: Moment) throws -> Int
    /// Notes that something was done; whether it was not before.
    func note(_ deed: DeedRow) throws -> Bool
    /// A deed that held holds no longer.
    func lift(_ key: String) throws
    /// Sets something aside.
    func save(_ setAside: SetAsideRow) throws
    /// What was set aside went well after all.
    func clearSetAside(_ job: String, _ subject: String) throws
    /// Says when the calendar has to look at a clock again; nil: never.
    func wake(_ row: DeadlineRow, on day: CivilDate?) throws
    /// Keeps a value.
    func save(_ snapshot: IndicatorSnapshotRow) throws
}

/// What is to be told to people, and the letters it goes out in.
public protocol OutboxReader {
    /// Notices in no letter yet that concern days up to one, by day, person and key.
    func waitingNotices(by day: CivilDate) throws -> [NoticeRow]
    /// Letters that can be delivered at a moment, oldest first; also those that were put off for more than a day, which only a wrong clock does.
    func dueLetters(at moment: Moment, limit: Int) throws -> [LetterRow]
    /// One letter.
    func letter(_ key: String) throws -> LetterRow?
    /// Letters of a standing (nil: of any), newest first.
    func letters(_ standing: LetterRow.Standing?, limit: Int) throws -> [LetterRow]
    /// How many letters there are of each standing.
    func letterCounts() throws -> [LetterRow.Standing: Int]
}

/// What is written to tell people.
public protocol OutboxWriter: OutboxReader {
    /// Writes what one person is to be told; whether it was not written before.
    func add(_ notice: NoticeRow) throws -> Bool
    /// Writes a letter that takes up these notices.
    func add(_ letter: LetterRow, telling notices: [NoticeRow]) throws
    /// Writes a letter again.
    func save(_ letter: LetterRow) throws
}
