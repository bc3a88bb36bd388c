extension Migration {
    /// Version 8: personal data beside the log, bound to it by commitments, and which of them and of the attached files were erased.
    ///
    /// A row is either whole or erased, and only ever goes from the one to the other. What an older version wrote into the log itself stays
    /// there.
    static let personal = Migration(
        sql: """
            CREATE TABLE personal (
                commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
                event INTEGER NOT NULL REFERENCES events (number) DEFERRABLE INITIALLY DEFERRED,
                person TEXT NOT NULL CHECK (person <> ''),
                salt BLOB CHECK (length(salt) = 32),
                content TEXT CHECK (json_type(content) = 'object'),
                erased_by INTEGER REFERENCES events (number) DEFERRABLE INITIALLY DEFERRED,
                CHECK ((salt IS NULL) = (content IS NULL) AND (salt IS NULL) = (erased_by IS NOT NULL))
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX personal_by_event ON personal (event);
            CREATE INDEX personal_by_person ON personal (person);

            CREATE TRIGGER personal_is_only_erased BEFORE UPDATE ON personal
                WHEN OLD.erased_by IS NOT NULL OR NEW.erased_by IS NULL OR NEW.commitment IS NOT OLD.commitment OR NEW.event IS NOT OLD.event
                    OR NEW.person IS NOT OLD.person
                BEGIN SELECT RAISE(ABORT, 'personal data are only ever erased'); END;
            CREATE TRIGGER personal_never_goes BEFORE DELETE ON personal
                BEGIN SELECT RAISE(ABORT, 'the trace of personal data is kept for ever'); END;

            CREATE TABLE erased_files (
                sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
                event INTEGER NOT NULL REFERENCES events (number) DEFERRABLE INITIALLY DEFERRED
            ) STRICT, WITHOUT ROWID;
            """
    )
}
