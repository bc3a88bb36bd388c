extension Migration {
    /// Version 7: what passing a clock's dates brings and when the calendar has to look at it, so that a sweep over all clocks needs no task's
    /// snapshot; batch jobs with their runs; notices and letters; values of indicators as they were on a day.
    ///
    /// What clocks bring is taken from the log. Clocks that came from elsewhere wake without saying why, and the sweep asks their task.
    static let jobs = Migration(sql: clocks + ledger + outbox)

    private static let clocks = """
        ALTER TABLE deadlines ADD COLUMN acts TEXT NOT NULL DEFAULT '';
        ALTER TABLE deadlines ADD COLUMN wakes_on TEXT CHECK (\(isDate("wakes_on")));

        CREATE TABLE started_7 AS
            SELECT subject_code AS task, payload ->> '$.machine' AS machine, payload ->> '$.deadline' AS id, payload ->> '$.start' AS start,
                max(number) AS number, payload
            FROM events WHERE kind = 'deadline_started' AND subject_kind = 'task' AND iif(json_valid(payload), payload ->> '$.passing', NULL) IS NOT NULL
            GROUP BY 1, 2, 3, 4;
        CREATE INDEX started_7_by_clock ON started_7 (task, machine, id, start);
        UPDATE deadlines SET
            acts = coalesce(
                (
                    SELECT group_concat((a.value ->> '$.at') || '/' || (a.value ->> '$.act') || '/' || (a.value ->> '$.subject'), ' ')
                    FROM started_7 AS s, json_each(s.payload, '$.passing') AS a
                    WHERE s.task = deadlines.task AND s.id = deadlines.id AND s.start = deadlines.start
                        AND s.machine = iif(deadlines.machine = 'task', 'task', deadlines.machine || ':' || deadlines.number)
                ),
                ''
            ),
            wakes_on = iif(standing = 'open', date(due, '+1 day'), NULL);
        DROP TABLE started_7;

        CREATE INDEX deadlines_waking ON deadlines (wakes_on) WHERE wakes_on IS NOT NULL;

        """

    private static let ledger = """
        CREATE TABLE jobs (
            name TEXT PRIMARY KEY CHECK (name <> ''),
            holder TEXT,
            leased_until INTEGER,
            token INTEGER NOT NULL CHECK (token >= 0),
            done_for TEXT CHECK (\(isDate("done_for"))),
            position TEXT,
            CHECK ((holder IS NULL) = (leased_until IS NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE job_runs (
            id INTEGER PRIMARY KEY,
            job TEXT NOT NULL CHECK (job <> ''),
            day TEXT NOT NULL CHECK (\(isDate("day"))),
            holder TEXT NOT NULL,
            started_at INTEGER NOT NULL,
            ended_at INTEGER,
            outcome TEXT NOT NULL CHECK (\(isOne("outcome", of: ["running", "done", "failed", "interrupted"]))),
            looked_at INTEGER NOT NULL CHECK (looked_at >= 0),
            changed INTEGER NOT NULL CHECK (changed >= 0),
            refused INTEGER NOT NULL CHECK (refused >= 0),
            failed INTEGER NOT NULL CHECK (failed >= 0),
            notes TEXT NOT NULL CHECK (json_type(notes) = 'array'),
            rules TEXT
        ) STRICT;
        CREATE INDEX job_runs_by_job ON job_runs (job, id);

        CREATE TABLE deeds (
            key TEXT PRIMARY KEY CHECK (key <> ''),
            job TEXT NOT NULL,
            subject TEXT NOT NULL,
            day TEXT NOT NULL CHECK (\(isDate("day"))),
            is_standing INTEGER NOT NULL CHECK (is_standing IN (0, 1))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX deeds_standing ON deeds (job, key) WHERE is_standing = 1;

        CREATE TABLE set_aside (
            job TEXT NOT NULL,
            subject TEXT NOT NULL,
            tries INTEGER NOT NULL CHECK (tries > 0),
            first_at INTEGER NOT NULL,
            last_at INTEGER NOT NULL,
            retry_at INTEGER NOT NULL,
            error_vi TEXT NOT NULL,
            error_en TEXT NOT NULL,
            PRIMARY KEY (job, subject)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE indicator_snapshots (
            indicator TEXT NOT NULL CHECK (indicator <> ''),
            year INTEGER NOT NULL,
            day TEXT NOT NULL CHECK (\(isDate("day"))),
            value TEXT NOT NULL,
            PRIMARY KEY (indicator, year, day)
        ) STRICT, WITHOUT ROWID;

        """

    private static let outbox = """
        CREATE TABLE letters (
            key TEXT PRIMARY KEY CHECK (key <> ''),
            person TEXT NOT NULL CHECK (person <> ''),
            address TEXT,
            day TEXT NOT NULL CHECK (\(isDate("day"))),
            is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1)),
            subject TEXT NOT NULL,
            body TEXT NOT NULL,
            standing TEXT NOT NULL CHECK (\(isOne("standing", of: ["waiting", "sending", "sent", "skipped", "dead"]))),
            tries INTEGER NOT NULL CHECK (tries >= 0),
            retry_at INTEGER NOT NULL,
            error_vi TEXT,
            error_en TEXT,
            written_at INTEGER NOT NULL,
            ended_at INTEGER
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX letters_to_deliver ON letters (retry_at) WHERE standing = 'waiting' OR standing = 'sending';

        CREATE TABLE notices (
            key TEXT PRIMARY KEY CHECK (key <> ''),
            person TEXT NOT NULL CHECK (person <> ''),
            day TEXT NOT NULL CHECK (\(isDate("day"))),
            is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1)),
            task TEXT REFERENCES tasks (code) DEFERRABLE INITIALLY DEFERRED,
            text_vi TEXT NOT NULL,
            text_en TEXT NOT NULL,
            due TEXT CHECK (\(isDate("due"))),
            letter TEXT REFERENCES letters (key) DEFERRABLE INITIALLY DEFERRED
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX notices_waiting ON notices (day, person) WHERE letter IS NULL;
        """
}
