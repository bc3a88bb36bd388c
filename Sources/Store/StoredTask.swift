/// What recording something about a task starts from: less than its row, which is for lists.
public struct StoredTask: Sendable, Hashable {
    /// Hash of the definition it runs under.
    public let definition: String
    /// Its state in compact form.
    public let snapshot: [UInt8]

    /// Creates one.
    public init(definition: String, snapshot: [UInt8]) {
        self.definition = definition
        self.snapshot = snapshot
    }
}
