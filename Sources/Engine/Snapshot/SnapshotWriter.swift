import LifecycleModel

/// Writes the compact form of a task's state (see `TaskState.snapshot`): whole numbers of variable length, seven bits a byte, the lowest
/// first, as in LEB128; every text once, in a table before the body, and its place in the table wherever it stands.
struct SnapshotWriter {
    /// The first byte of every snapshot: the number of this form.
    static let form: UInt8 = 1

    private var body: [UInt8] = []
    private var texts = SnapshotTexts()

    init() {
        body.reserveCapacity(4096)
    }

    /// The whole snapshot.
    var bytes: [UInt8] {
        var bytes: [UInt8] = [Self.form]
        bytes.reserveCapacity(10 + texts.bytes.count + body.count)
        bytes.append(number: UInt64(texts.count))
        bytes += texts.bytes
        bytes += body
        return bytes
    }

    /// A number from 0.
    mutating func write(count: Int) {
        body.append(number: UInt64(count))
    }

    /// A number of either sign: 0, -1, 1, -2 … become 0, 1, 2, 3 ….
    mutating func write(_ number: Int64) {
        body.append(number: UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }

    mutating func write(_ flag: Bool) {
        body.append(flag ? 1 : 0)
    }

    mutating func write(_ text: String) {
        write(count: texts.place(of: text))
    }

    /// 0 for none, else one more than its place.
    mutating func write(_ text: String?) {
        write(count: text.map { texts.place(of: $0) + 1 } ?? 0)
    }

    /// Days after 1 January 1900, plus one; 0 for none.
    mutating func write(_ date: CivilDate?) {
        write(count: date.map { Int($0.daysSinceEpoch - CivilDate.earliest.daysSinceEpoch) + 1 } ?? 0)
    }

    mutating func write<Element>(_ list: [Element], _ each: (Element, inout SnapshotWriter) -> Void) {
        write(count: list.count)
        for element in list { each(element, &self) }
    }

    /// The entries in the order of their names, so that equal states have equal bytes.
    mutating func write<Value>(_ entries: [String: Value], _ each: (Value, inout SnapshotWriter) -> Void) {
        write(count: entries.count)
        if entries.count < 2 {
            for (name, value) in entries { write(name, value, each) }
        } else {
            for (name, value) in entries.sorted(by: { $0.key < $1.key }) { write(name, value, each) }
        }
    }

    private mutating func write<Value>(_ name: String, _ value: Value, _ each: (Value, inout SnapshotWriter) -> Void) {
        write(name)
        each(value, &self)
    }
}

extension [UInt8] {
    /// Appends a number of variable length, seven bits a byte, the lowest first.
    mutating func append(number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }
}
