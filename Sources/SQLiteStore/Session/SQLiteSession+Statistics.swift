import Store

extension SQLiteSession {
    func statistics() throws -> StoreStatistics {
        StoreStatistics(
            tasks: try count("tasks"),
            events: Int(try head().size),
            organisations: try count("registered WHERE kind = 'organisation'"),
            people: try count("registered WHERE kind = 'person'"),
            programmes: try count("registered WHERE kind = 'programme'"),
            documents: try count("documents"),
            openDeadlines: try count("deadlines WHERE standing = 'open'"),
            bytes: StoreFile.size(path) + StoreFile.size(path + "-wal"),
            schemaVersion: try database.storeVersion()
        )
    }

    private func count(_ source: String) throws -> Int {
        Int(try database.first("SELECT count(*) FROM \(source)") { try $0.int(0) } ?? 0)
    }
}
