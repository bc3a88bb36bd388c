extension Migration {
    /// Version 1: the log with its head, rule definitions, tasks with their clocks, machines and documents, parties, settings.
    ///
    /// Dates are ISO 8601 text, moments milliseconds since 1970 UTC, money whole đồng. Lists of words are JSON arrays.
    static let first = Migration(sql: log + tasks + besideTasks + registers)

    static func isDate(_ column: String) -> String {
        "\(column) GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"
    }

    private static func isHash(_ column: String) -> String {
        "length(\(column)) = 64 AND \(column) NOT GLOB '*[^0-9a-f]*'"
    }

    /// Alternatives spelt out: for `IN` SQLite would build a table of the words at every insert.
    static func isOne(_ column: String, of words: [String]) -> String {
        words.map { "\(column) = '\($0)'" }.joined(separator: " OR ")
    }

    private static let log = """
        CREATE TABLE definitions (
            ref INTEGER PRIMARY KEY,
            hash TEXT NOT NULL UNIQUE CHECK (\(isHash("hash"))),
            id TEXT NOT NULL CHECK (id <> ''),
            version TEXT NOT NULL CHECK (version <> ''),
            canonical BLOB NOT NULL CHECK (length(canonical) > 0)
        ) STRICT;

        CREATE TABLE events (
            number INTEGER PRIMARY KEY CHECK (number > 0),
            subject_kind TEXT NOT NULL
                CHECK (\(isOne("subject_kind", of: ["task", "organisation", "person", "programme", "calendar", "definition"]))),
            subject_code TEXT NOT NULL CHECK (subject_code <> ''),
            kind TEXT NOT NULL CHECK (kind <> ''),
            payload TEXT NOT NULL CHECK (payload <> ''),
            actor TEXT NOT NULL CHECK (actor <> ''),
            happened_on TEXT NOT NULL CHECK (\(isDate("happened_on"))),
            -- 1900-01-01 to 2200-12-31 in Vietnamese time
            recorded_at INTEGER NOT NULL CHECK (recorded_at BETWEEN -2208988800000 - 25200000 AND 7289654400000 - 25200000 - 1),
            definition INTEGER REFERENCES definitions (ref),
            leaf_hash BLOB NOT NULL CHECK (length(leaf_hash) = 32)
        ) STRICT;
        CREATE INDEX events_by_subject ON events (subject_code, subject_kind);

        CREATE TABLE log_head (
            only INTEGER PRIMARY KEY CHECK (only = 1),
            size INTEGER NOT NULL CHECK (size >= 0),
            root BLOB NOT NULL CHECK (length(root) = 32),
            frontier BLOB NOT NULL CHECK (length(frontier) % 32 = 8)
        ) STRICT;

        CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
            WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM events)
            BEGIN SELECT RAISE(ABORT, 'events are numbered without gaps'); END;
        CREATE TRIGGER events_never_change BEFORE UPDATE ON events
            BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
        CREATE TRIGGER events_never_go BEFORE DELETE ON events
            BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
        CREATE TRIGGER definitions_never_change BEFORE UPDATE ON definitions
            BEGIN SELECT RAISE(ABORT, 'released definitions are kept for ever'); END;
        CREATE TRIGGER definitions_never_go BEFORE DELETE ON definitions
            BEGIN SELECT RAISE(ABORT, 'released definitions are kept for ever'); END;
        CREATE TRIGGER definitions_stay BEFORE INSERT ON definitions
            WHEN EXISTS (SELECT 1 FROM definitions WHERE hash = NEW.hash OR ref = NEW.ref)
            BEGIN SELECT RAISE(ABORT, 'released definitions are kept for ever'); END;
        CREATE TRIGGER log_head_only_grows BEFORE UPDATE ON log_head
            WHEN NEW.size < OLD.size
            BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;
        CREATE TRIGGER log_head_never_goes BEFORE DELETE ON log_head
            BEGIN SELECT RAISE(ABORT, 'the event log is append-only'); END;

        """

    private static let tasks = """
        CREATE TABLE tasks (
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE CHECK (code <> ''),
            title TEXT NOT NULL,
            regime TEXT NOT NULL CHECK (regime <> ''),
            definition INTEGER NOT NULL REFERENCES definitions (ref),
            stage TEXT NOT NULL CHECK (stage <> ''),
            state TEXT NOT NULL CHECK (state <> ''),
            ended TEXT CHECK (ended <> ''),
            counts_as TEXT NOT NULL CHECK (json_type(counts_as) = 'array'),
            level TEXT, kind TEXT, field TEXT, route TEXT, programme TEXT, host TEXT, investigator TEXT, orderer TEXT,
            state_money INTEGER,
            counterpart_money INTEGER,
            months INTEGER CHECK (months >= 0),
            year INTEGER CHECK (year BETWEEN 1900 AND 2200),
            awarded_on TEXT CHECK (\(isDate("awarded_on"))),
            accepted_on TEXT CHECK (\(isDate("accepted_on"))),
            applied_on TEXT CHECK (\(isDate("applied_on"))),
            flags TEXT NOT NULL CHECK (json_type(flags) = 'array'),
            next_due TEXT CHECK (\(isDate("next_due"))),
            last_happened_on TEXT NOT NULL CHECK (\(isDate("last_happened_on"))),
            last_event INTEGER NOT NULL REFERENCES events (number) DEFERRABLE INITIALLY DEFERRED,
            search_text TEXT NOT NULL
        ) STRICT;
        CREATE INDEX tasks_by_next_due ON tasks (next_due) WHERE next_due IS NOT NULL;
        CREATE INDEX tasks_by_host ON tasks (host) WHERE host IS NOT NULL;
        CREATE INDEX tasks_by_investigator ON tasks (investigator) WHERE investigator IS NOT NULL;

        -- Apart from `tasks`, so that lists read little.
        CREATE TABLE task_snapshots (
            task INTEGER PRIMARY KEY REFERENCES tasks (id),
            snapshot BLOB NOT NULL CHECK (length(snapshot) > 0)
        ) STRICT;

        """

    private static let besideTasks = """
        CREATE TABLE deadlines (
            task TEXT NOT NULL REFERENCES tasks (code) DEFERRABLE INITIALLY DEFERRED,
            machine TEXT NOT NULL CHECK (machine <> ''),
            number INTEGER NOT NULL CHECK (number >= 0),
            id TEXT NOT NULL CHECK (id <> ''),
            start TEXT NOT NULL CHECK (\(isDate("start"))),
            due TEXT NOT NULL CHECK (\(isDate("due"))),
            grace TEXT CHECK (\(isDate("grace"))),
            lock TEXT CHECK (\(isDate("lock"))),
            standing TEXT NOT NULL CHECK (\(isOne("standing", of: ["open", "suspended", "stopped"]))),
            stopped_on TEXT CHECK (\(isDate("stopped_on"))),
            owner TEXT NOT NULL,
            basis TEXT,
            inputs BLOB NOT NULL,
            PRIMARY KEY (task, machine, number, id, start)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX deadlines_open ON deadlines (coalesce(grace, due)) WHERE standing = 'open';

        CREATE TABLE machines (
            task TEXT NOT NULL REFERENCES tasks (code) DEFERRABLE INITIALLY DEFERRED,
            machine TEXT NOT NULL CHECK (machine <> ''),
            number INTEGER NOT NULL CHECK (number > 0),
            state TEXT NOT NULL CHECK (state <> ''),
            opened_on TEXT NOT NULL CHECK (\(isDate("opened_on"))),
            is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
            PRIMARY KEY (task, machine, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE documents (
            id INTEGER PRIMARY KEY,
            task TEXT NOT NULL REFERENCES tasks (code) DEFERRABLE INITIALLY DEFERRED,
            event INTEGER NOT NULL REFERENCES events (number) DEFERRABLE INITIALLY DEFERRED,
            form TEXT NOT NULL CHECK (form <> ''),
            number TEXT NOT NULL,
            date TEXT NOT NULL CHECK (\(isDate("date"))),
            sha256 TEXT CHECK (\(isHash("sha256"))),
            file_name TEXT,
            size INTEGER CHECK (size >= 0)
        ) STRICT;
        CREATE INDEX documents_by_task ON documents (task, event);

        CREATE TABLE bars (
            id INTEGER PRIMARY KEY,
            party TEXT NOT NULL CHECK (\(isOne("party", of: ["organisation", "person"]))),
            code TEXT NOT NULL CHECK (code <> ''),
            task TEXT NOT NULL REFERENCES tasks (code) DEFERRABLE INITIALLY DEFERRED,
            reason_vi TEXT NOT NULL,
            reason_en TEXT NOT NULL,
            starts_on TEXT NOT NULL CHECK (\(isDate("starts_on"))),
            ends_on TEXT CHECK (\(isDate("ends_on"))),
            lifted_on TEXT CHECK (\(isDate("lifted_on"))),
            basis TEXT
        ) STRICT;
        CREATE INDEX bars_by_party ON bars (code, party);
        CREATE INDEX bars_by_task ON bars (task);

        """

    private static let registers = """
        CREATE TABLE registered (
            kind TEXT NOT NULL CHECK (\(isOne("kind", of: ["organisation", "person", "programme", "calendar"]))),
            code TEXT NOT NULL CHECK (code <> ''),
            value TEXT NOT NULL CHECK (json_valid(value)),
            search_text TEXT NOT NULL,
            PRIMARY KEY (kind, code)
        ) STRICT;

        CREATE TABLE settings (
            name TEXT PRIMARY KEY CHECK (name <> ''),
            value BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;

        INSERT INTO log_head (only, size, root, frontier) VALUES
            (1, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'0000000000000000');
        """
}
