/// A record of facts: a name and a closed set of fields with types.
///
/// Two record types are one and the same when they have the same name and fields.
public struct RecordType: Sendable, Hashable {
    /// The name shown in messages, such as `task`.
    public let name: String
    /// Every field that may be read, with its type. Reading another is a fault when the expression is checked.
    public let fields: [String: ValueType]

    /// Declares a record.
    public init(name: String, fields: [String: ValueType]) {
        self.name = name
        self.fields = fields
    }
}
