import GRDB
public import Store

extension SQLiteStore: PurgingStore {
    /// Rewrites the file page by page (`VACUUM`) and empties the write-ahead log, so that no page keeps what was erased or overwritten.
    public func purge() throws -> Bool {
        try withConnection { database in
            try database.execute(sql: "VACUUM")
            return try database.first("PRAGMA wal_checkpoint(TRUNCATE)") { try $0.int(0) == 0 } ?? false
        }
    }
}
