extension Migration {
    /// Version 2: events and register entries about council sessions (`council`) and about who stands behind a task or dossier
    /// (`participation`).
    ///
    /// The events stay where they are: only the words allowed in their `subject_kind` change, the way SQLite describes for constraints
    /// (https://www.sqlite.org/lang_altertable.html, section 7). The new table makes other connections read the schema again.
    static let councils = Migration(
        sql: """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema
                SET sql = replace(
                    sql,
                    'subject_kind = ''definition''',
                    'subject_kind = ''definition'' OR subject_kind = ''council'' OR subject_kind = ''participation'''
                )
                WHERE type = 'table' AND name = 'events';
            PRAGMA writable_schema = RESET;

            CREATE TABLE registered_2 (
                kind TEXT NOT NULL CHECK (
                    kind = 'organisation' OR kind = 'person' OR kind = 'programme' OR kind = 'calendar'
                    OR kind = 'council' OR kind = 'participation'
                ),
                code TEXT NOT NULL CHECK (code <> ''),
                value TEXT NOT NULL CHECK (json_valid(value)),
                search_text TEXT NOT NULL,
                PRIMARY KEY (kind, code)
            ) STRICT;
            INSERT INTO registered_2 SELECT kind, code, value, search_text FROM registered;
            DROP TABLE registered;
            ALTER TABLE registered_2 RENAME TO registered;
            """
    )
}
