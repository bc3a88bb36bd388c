extension Migration {
    /// Results of tasks, proofs of their use and the states they came into, so that figures about use need no task's snapshot.
    static let use = Migration(
        sql: """
            CREATE TABLE results (
                task TEXT NOT NULL REFERENCES tasks (code) DEFERRABLE INITIALLY DEFERRED,
                number INTEGER NOT NULL CHECK (number > 0),
                name TEXT NOT NULL,
                kind TEXT,
                holder TEXT,
                state TEXT NOT NULL CHECK (state <> ''),
                PRIMARY KEY (task, number)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE evidence (
                task TEXT NOT NULL REFERENCES tasks (code) DEFERRABLE INITIALLY DEFERRED,
                number INTEGER NOT NULL CHECK (number > 0),
                result INTEGER NOT NULL CHECK (result > 0),
                kind TEXT,
                used_on TEXT CHECK (used_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
                place TEXT,
                user TEXT,
                state TEXT NOT NULL CHECK (state <> ''),
                PRIMARY KEY (task, number)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE use_moves (
                task TEXT NOT NULL REFERENCES tasks (code) DEFERRABLE INITIALLY DEFERRED,
                event INTEGER NOT NULL REFERENCES events (number),
                machine TEXT NOT NULL CHECK (machine = 'result' OR machine = 'evidence'),
                number INTEGER NOT NULL CHECK (number > 0),
                state TEXT NOT NULL CHECK (state <> ''),
                happened_on TEXT NOT NULL CHECK (happened_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
                recorded_on TEXT NOT NULL CHECK (recorded_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
                PRIMARY KEY (task, event)
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX tasks_by_acceptance ON tasks (accepted_on) WHERE accepted_on IS NOT NULL;
            """
    )
}
