extension Migration {
    /// Version 10: hashes of the log's tiles, so that a proof reads a few hundred hashes and not one of every event.
    static let logTiles = Migration(
        sql: """
            CREATE TABLE log_tiles (
                level INTEGER NOT NULL CHECK (level > 0),
                place INTEGER NOT NULL CHECK (place >= 0),
                hash BLOB NOT NULL CHECK (length(hash) = 32),
                PRIMARY KEY (level, place)
            ) STRICT, WITHOUT ROWID;
            """,
        fill: { try $0.rebuildLogTiles(progress: $1) }
    )
}
