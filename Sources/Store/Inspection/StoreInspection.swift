public import LifecycleModel

/// What only a check of the whole store asks.
public protocol StoreInspection {
    /// Faults in the structure of the file itself: pages and indices (`pages`), rows that refer to none (`references`), tables, indices and guards
    /// that are not those of the schema version (`schema`).
    func structureFaults() throws -> [StructureFault]
    /// The rows that break a rule, at most so many of each.
    func brokenRows(limit: Int) throws -> [BrokenRow]
    /// What entries of a kind are found by, by code.
    func searchTexts(_ kind: EventRecord.Subject.Kind) throws -> [String: String]
    /// Codes of the subjects of a kind that events are about, in order.
    func recordedCodes(_ kind: EventRecord.Subject.Kind) throws -> [String]
    /// All bars that come from a task, lifted ones among them.
    func bars(of task: String) throws -> [BarRow]
}

/// A fault in the structure of a store's file.
public struct StructureFault: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case pages, references, schema
    }

    /// What is wrong.
    public let kind: Kind
    /// Table, index, trigger or page.
    public let subject: String
    /// The reason; what SQLite says of pages is in English.
    public let reason: Phrase

    /// Creates one.
    public init(_ kind: Kind, _ subject: String, _ reason: Phrase) {
        self.kind = kind
        self.subject = subject
        self.reason = reason
    }
}

/// What only a repair of the tables for reading writes.
public protocol StoreRepair {
    /// Removes all rows about a task but its own, its documents among them; notices stay.
    func removeProjections(of task: String) throws
    /// Removes the row of a task that the log does not know, with everything about it.
    func removeTask(_ code: String) throws
    /// Removes an entry of the register.
    func unregister(_ kind: EventRecord.Subject.Kind, code: String) throws
    /// Makes the hashes of the log's tiles anew from its leaves.
    func rebuildLogTiles() throws
    /// Removes a setting.
    func unset(_ name: String) throws
}
