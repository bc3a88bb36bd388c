import CanonicalJSON
import GRDB
import LifecycleModel
import Store

/// What batch jobs keep of their own doing.
extension SQLiteSession {
    func job(_ name: String) throws -> JobRow? {
        try database.first("SELECT holder, leased_until, token, done_for, position FROM jobs WHERE name = ?", name) { row in
            JobRow(
                name: name,
                holder: try row.optionalText(0),
                leasedUntil: try row.optionalInt(1).map(Moment.init(milliseconds:)),
                token: try row.int(2),
                doneFor: try row.optionalDate(3),
                position: try row.optionalText(4)
            )
        }
    }

    func save(_ job: JobRow) throws {
        try database.run(
            """
            INSERT INTO jobs (name, holder, leased_until, token, done_for, position) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, leased_until = excluded.leased_until, token = excluded.token,
            done_for = excluded.done_for, position = excluded.position
            """,
            job.name,
            job.holder,
            job.leasedUntil?.milliseconds,
            job.token,
            job.doneFor,
            job.position
        )
    }

    // MARK: Runs

    private static let runColumns =
        "id, job, day, holder, started_at, ended_at, outcome, looked_at, changed, refused, failed, notes, rules"

    func jobRuns(of job: String?, limit: Int) throws -> [JobRunRow] {
        if let job {
            return try database.rows(
                "SELECT \(Self.runColumns) FROM job_runs WHERE job = ? ORDER BY id DESC LIMIT ?",
                job,
                limit,
                read: Self.run
            )
        }
        return try database.rows("SELECT \(Self.runColumns) FROM job_runs ORDER BY id DESC LIMIT ?", limit, read: Self.run)
    }

    func add(_ run: JobRunRow) throws -> Int64 {
        let number = try database.first("SELECT coalesce(max(id), 0) + 1 FROM job_runs") { try $0.int(0) } ?? 1
        var numbered = run
        numbered.number = number
        try save(numbered)
        return number
    }

    func save(_ run: JobRunRow) throws {
        try database.run(
            """
            INSERT INTO job_runs (\(Self.runColumns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, outcome = excluded.outcome, looked_at = excluded.looked_at,
            changed = excluded.changed, refused = excluded.refused, failed = excluded.failed, notes = excluded.notes
            """,
            run.number,
            run.job,
            run.day,
            run.holder,
            run.startedAt.milliseconds,
            run.endedAt?.milliseconds,
            run.outcome,
            run.counts.lookedAt,
            run.counts.changed,
            run.counts.refused,
            run.counts.failed,
            UTF8Text(bytes: JSONValue.array(run.notes.map { ["vi": .string($0.vi), "en": .string($0[.en])] }).canonicalBytes),
            run.rules
        )
    }

    func forgetRuns(endedBefore moment: Moment) throws -> Int {
        try database.run("DELETE FROM job_runs WHERE ended_at < ?", moment.milliseconds)
        return database.changesCount
    }

    private static func run(_ row: SQLRow) throws -> JobRunRow {
        let notes = try JSONValue(parsing: try row.text(11)).array ?? []
        return JobRunRow(
            number: try row.int(0),
            job: try row.text(1),
            day: try row.date(2),
            holder: try row.text(3),
            startedAt: Moment(milliseconds: try row.int(4)),
            endedAt: try row.optionalInt(5).map(Moment.init(milliseconds:)),
            outcome: try row.text(6),
            counts: JobCounts(
                lookedAt: Int(try row.int(7)),
                changed: Int(try row.int(8)),
                refused: Int(try row.int(9)),
                failed: Int(try row.int(10))
            ),
            notes: notes.map { Phrase(vi: $0["vi"]?.string ?? "", en: $0["en"]?.string ?? "") },
            rules: try row.optionalText(12)
        )
    }

    // MARK: Deeds

    func isDone(_ key: String) throws -> Bool {
        try database.first("SELECT 1 FROM deeds WHERE key = ?", key) { _ in true } ?? false
    }

    func note(_ deed: DeedRow) throws -> Bool {
        try database.run(
            "INSERT INTO deeds (key, job, subject, day, is_standing) VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING",
            deed.key,
            deed.job,
            deed.subject,
            deed.day,
            deed.isStanding
        )
        return database.changesCount > 0
    }

    func lift(_ key: String) throws {
        try database.run("UPDATE deeds SET is_standing = 0 WHERE key = ?", key)
    }

    func standingDeeds(of job: String) throws -> [DeedRow] {
        try database.rows("SELECT key, subject, day FROM deeds WHERE job = ? AND is_standing = 1 ORDER BY key", job) { row in
            DeedRow(key: try row.text(0), job: job, subject: try row.text(1), day: try row.date(2), isStanding: true)
        }
    }

    // MARK: Set aside

    func setAside(of job: String?) throws -> [SetAsideRow] {
        try database.rows(
            """
            SELECT job, subject, tries, first_at, last_at, retry_at, error_vi, error_en FROM set_aside WHERE job = coalesce(?, job)
            ORDER BY tries DESC, job, subject
            """,
            job
        ) { row in
            SetAsideRow(
                job: try row.text(0),
                subject: try row.text(1),
                tries: Int(try row.int(2)),
                firstAt: Moment(milliseconds: try row.int(3)),
                lastAt: Moment(milliseconds: try row.int(4)),
                retryAt: Moment(milliseconds: try row.int(5)),
                error: Phrase(vi: try row.text(6), en: try row.text(7))
            )
        }
    }

    func save(_ setAside: SetAsideRow) throws {
        try database.run(
            """
            INSERT INTO set_aside (job, subject, tries, first_at, last_at, retry_at, error_vi, error_en) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (job, subject) DO UPDATE SET tries = excluded.tries, last_at = excluded.last_at, retry_at = excluded.retry_at,
            error_vi = excluded.error_vi, error_en = excluded.error_en
            """,
            setAside.job,
            setAside.subject,
            setAside.tries,
            setAside.firstAt.milliseconds,
            setAside.lastAt.milliseconds,
            setAside.retryAt.milliseconds,
            setAside.error.vi,
            setAside.error[.en]
        )
    }

    func clearSetAside(_ job: String, _ subject: String) throws {
        try database.run("DELETE FROM set_aside WHERE job = ? AND subject = ?", job, subject)
    }

    // MARK: Values of indicators

    func indicatorSnapshot(_ indicator: String, year: Int, by day: CivilDate) throws -> IndicatorSnapshotRow? {
        try database.first(
            "SELECT day, value FROM indicator_snapshots WHERE indicator = ? AND year = ? AND day <= ? ORDER BY day DESC LIMIT 1",
            indicator,
            year,
            day
        ) { IndicatorSnapshotRow(indicator: indicator, year: year, day: try $0.date(0), value: try $0.text(1)) }
    }

    func indicatorSnapshots(of indicator: String?) throws -> [IndicatorSnapshotRow] {
        try database.rows(
            "SELECT indicator, year, day, value FROM indicator_snapshots WHERE indicator = coalesce(?, indicator) ORDER BY indicator, year, day",
            indicator
        ) { row in
            IndicatorSnapshotRow(
                indicator: try row.text(0),
                year: Int(try row.int(1)),
                day: try row.date(2),
                value: try row.text(3)
            )
        }
    }

    func save(_ snapshot: IndicatorSnapshotRow) throws {
        try database.run(
            """
            INSERT INTO indicator_snapshots (indicator, year, day, value) VALUES (?, ?, ?, ?)
            ON CONFLICT (indicator, year, day) DO UPDATE SET value = excluded.value
            """,
            snapshot.indicator,
            snapshot.year,
            snapshot.day,
            snapshot.value
        )
    }
}
