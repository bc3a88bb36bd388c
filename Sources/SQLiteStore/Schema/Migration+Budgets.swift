extension Migration {
    /// Version 3: events and register entries about the money of tasks (`budget`) and of years (`year-budget`), in the way of version 2.
    static let budgets = Migration(
        sql: """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema
                SET sql = replace(
                    sql,
                    'subject_kind = ''participation''',
                    'subject_kind = ''participation'' OR subject_kind = ''budget'' OR subject_kind = ''year-budget'''
                )
                WHERE type = 'table' AND name = 'events';
            PRAGMA writable_schema = RESET;

            CREATE TABLE registered_3 (
                kind TEXT NOT NULL CHECK (
                    kind = 'organisation' OR kind = 'person' OR kind = 'programme' OR kind = 'calendar'
                    OR kind = 'council' OR kind = 'participation' OR kind = 'budget' OR kind = 'year-budget'
                ),
                code TEXT NOT NULL CHECK (code <> ''),
                value TEXT NOT NULL CHECK (json_valid(value)),
                search_text TEXT NOT NULL,
                PRIMARY KEY (kind, code)
            ) STRICT;
            INSERT INTO registered_3 SELECT kind, code, value, search_text FROM registered;
            DROP TABLE registered;
            ALTER TABLE registered_3 RENAME TO registered;
            """
    )
}
