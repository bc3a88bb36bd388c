import AuditTrail
import GRDB
import Store

/// One transaction on one connection: what a body of `read` or `write` is handed. It ends with the body.
final class SQLiteSession: StoreWriter {
    let database: Database
    /// Path of the store's file.
    let path: String
    /// The right edge of the log as this transaction leaves it; nil until it is asked for.
    var frontier: MerkleFrontier?
    /// Size and root that belong to the frontier; nil until asked for, and again after an event was appended.
    var knownHead: LogHead?
    /// The head's row as it was last worked out or written, by this transaction or one before it.
    var edge: LogEdge?
    /// Whether events were appended since `log_head` was written.
    var frontierMoved = false
    /// References of definitions met in this transaction: so few that going through them costs less than hashing a name.
    var definitionReferences: [(hash: String, reference: Int64)] = []

    init(_ database: Database, path: String, edge: LogEdge? = nil) {
        self.database = database
        self.path = path
        self.edge = edge
    }

    /// Conditions that every word occurs in `search_text`: one `instr` for each.
    static func condition(forWords words: [String]) -> [(sql: String, value: any SQLBindable)] {
        words.filter { !$0.isEmpty }.map { ("instr(search_text, ?) > 0", $0) }
    }
}
