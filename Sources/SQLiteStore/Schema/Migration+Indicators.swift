extension Migration {
    /// Version 5: events and register entries about indicators (`indicator`) and assigned jobs (`assignment`), in the way of version 2.
    static let indicators = Migration(
        sql: """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema
                SET sql = replace(
                    sql,
                    'subject_kind = ''year-budget''',
                    'subject_kind = ''year-budget'' OR subject_kind = ''indicator'' OR subject_kind = ''assignment'''
                )
                WHERE type = 'table' AND name = 'events';
            PRAGMA writable_schema = RESET;

            CREATE TABLE registered_5 (
                kind TEXT NOT NULL CHECK (
                    kind = 'organisation' OR kind = 'person' OR kind = 'programme' OR kind = 'calendar'
                    OR kind = 'council' OR kind = 'participation' OR kind = 'budget' OR kind = 'year-budget'
                    OR kind = 'indicator' OR kind = 'assignment'
                ),
                code TEXT NOT NULL CHECK (code <> ''),
                value TEXT NOT NULL CHECK (json_valid(value)),
                search_text TEXT NOT NULL,
                PRIMARY KEY (kind, code)
            ) STRICT;
            INSERT INTO registered_5 SELECT kind, code, value, search_text FROM registered;
            DROP TABLE registered;
            ALTER TABLE registered_5 RENAME TO registered;
            """
    )
}
