/// Counts and sizes of a store.
public struct StoreStatistics: Sendable, Hashable {
    /// Numbers of rows.
    public var tasks, events, organisations, people, programmes, documents, openDeadlines: Int
    /// Size of the database file with its write-ahead log, in bytes.
    public var bytes: Int64
    /// Schema version.
    public var schemaVersion: Int

    /// Creates the counts.
    public init(
        tasks: Int,
        events: Int,
        organisations: Int,
        people: Int,
        programmes: Int,
        documents: Int,
        openDeadlines: Int,
        bytes: Int64,
        schemaVersion: Int
    ) {
        self.tasks = tasks
        self.events = events
        self.organisations = organisations
        self.people = people
        self.programmes = programmes
        self.documents = documents
        self.openDeadlines = openDeadlines
        self.bytes = bytes
        self.schemaVersion = schemaVersion
    }
}
