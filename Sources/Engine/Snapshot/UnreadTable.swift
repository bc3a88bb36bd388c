import Rules

/// A table that lies in a snapshot and is read when somebody first asks for what is in it: most facts, documents and small machines of a
/// task play no part in what happens to it today. Unchanged it is written back as it was.
final class UnreadTable<Value: Sendable>: Sendable {
    typealias Reading = @Sendable (inout SnapshotReader) throws(SnapshotFault) -> Value

    let record: SnapshotRecord
    private let each: Reading
    private let made = MadeOnce()

    private final class Made: Sendable {
        let table: NameTable<Value>

        init(_ table: NameTable<Value>) {
            self.table = table
        }
    }

    init(_ record: SnapshotRecord, _ each: @escaping Reading) {
        self.record = record
        self.each = each
    }

    /// The table with its entries.
    var table: NameTable<Value> {
        if let made = made.object(as: Made.self) { return made.table }
        var from = SnapshotReader(record)
        // What the checksum speaks for can be read. Whoever forged both gets an empty table, and is told of by `store verify`.
        return made.keep(Made((try? from.table(each)) ?? NameTable())).table
    }
}
