public import LumpSum

/// The journal of one task's money with what people ask it for.
public struct TaskBooks: Sendable, Hashable {
    /// An entry of the journal with the papers it rests on.
    public struct Entry: Sendable, Hashable {
        /// The entry.
        public var entry: JournalEntry
        /// Its documents in words: `QĐ-1 812/QĐ-UBND (2022-03-01)`.
        public var documents: [String]

        /// Creates an entry.
        public init(_ entry: JournalEntry, documents: [String] = []) {
            self.entry = entry
            self.documents = documents
        }
    }

    /// Code of the task.
    public var task: String
    /// Code of its programme; nil when it belongs to none.
    public var programme: String?
    /// Code of its host; nil before there is one.
    public var host: String?
    /// The entries, in the order in which they were recorded.
    public var entries: [Entry]

    /// Creates books.
    public init(task: String, programme: String? = nil, host: String? = nil, entries: [Entry]) {
        self.task = task
        self.programme = programme
        self.host = host
        self.entries = entries
    }
}
