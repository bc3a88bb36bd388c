import Rules

/// A table that lies in a snapshot and is read when somebody first asks for what is in it: most facts, documents and small machines of a
/// task play no part in what happens to it today. Unchanged it is written back as it was.
final class UnreadTable<Value: Sendable>: Sendable {
    typealias Reading = @Sendable (inout SnapshotReader) throws(SnapshotFault) -> NameTable<Value>

    let record: SnapshotRecord
    private let reading: Reading
    private let made = MadeOnce()

    private final class Made: Sendable {
        let table: NameTable<Value>

        init(_ table: NameTable<Value>) {
            self.table = table
        }
    }

    init(_ record: SnapshotRecord, _ reading: @escaping Reading) {
        self.record = record
        self.reading = reading
    }

    /// The table with its entries.
    var table: NameTable<Value> {
        (made.object(as: Made.self) ?? made.keep(Made(read()))).table
    }

    /// The table for somebody who will change it: nothing is kept that it would have to be copied for.
    var tableToChange: NameTable<Value> {
        made.object(as: Made.self)?.table ?? read()
    }

    private func read() -> NameTable<Value> {
        var from = SnapshotReader(record)
        // What the checksum speaks for can be read. Whoever forged both gets an empty table, and is told of by `store verify`.
        return (try? reading(&from)) ?? NameTable()
    }
}
