import LifecycleModel

/// Writes the compact form of a task's state (see `TaskState.snapshot`): whole numbers of variable length, seven bits a byte, the lowest
/// first, as in LEB128; texts as UTF-8 after their length, each where it stands. Parts that are large and seldom asked for have their
/// length before them, so that they can be passed over when a task is read, and are written by copying their bytes when they did not
/// change since.
public struct SnapshotWriter {
    /// The first byte of every snapshot: the number of this form.
    static let form: UInt8 = 3

    /// The form, room for the checksum, and what was written so far.
    private var bytes: [UInt8]

    /// Begins a snapshot with room for most tasks.
    init() {
        bytes = []
        bytes.reserveCapacity(16_384)
        bytes.append(Self.form)
        bytes.append(contentsOf: repeatElement(0, count: SnapshotChecksum.size))
    }

    /// Begins a part of one, with room for so many bytes.
    init(roomFor count: Int) {
        bytes = []
        bytes.reserveCapacity(count)
    }

    /// The part that was written.
    consuming func finishedPart() -> [UInt8] { bytes }

    /// The snapshot, with the checksum of what was written.
    consuming func finished() -> [UInt8] {
        let start = 1 + SnapshotChecksum.size
        put(SnapshotChecksum.of(bytes[start...]), at: 1)
        return bytes
    }

    /// A number from 0.
    mutating func write(count: Int) {
        bytes.append(number: UInt64(count))
    }

    /// A number of either sign: 0, -1, 1, -2 … become 0, 1, 2, 3 ….
    mutating func write(_ number: Int64) {
        bytes.append(number: UInt64(bitPattern: (number << 1) ^ (number >> 63)))
    }

    mutating func write(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    mutating func write(_ text: String) {
        write(text, addingToLength: 0)
    }

    /// 0 for none, else one more than its length and the text.
    mutating func write(_ text: String?) {
        if let text { write(text, addingToLength: 1) } else { write(count: 0) }
    }

    /// Days after 1 January 1900, plus one; 0 for none.
    mutating func write(_ date: CivilDate?) {
        write(count: date.map { Int($0.daysSinceEpoch - CivilDate.earliest.daysSinceEpoch) + 1 } ?? 0)
    }

    mutating func write<Element>(_ list: [Element], _ each: (Element, inout SnapshotWriter) -> Void) {
        write(count: list.count)
        for element in list { each(element, &self) }
    }

    mutating func write<Element>(_ list: SnapshotList<Element>, _ each: (Element, inout SnapshotWriter) -> Void) {
        list.write(to: &self, each)
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

    /// A part that can be passed over.
    mutating func writeWithLength(_ part: (inout SnapshotWriter) -> Void) {
        let start = bytes.count
        put(UInt32(0), at: start)
        part(&self)
        put(UInt32(bytes.count - start - MemoryLayout<UInt32>.size), at: start)
    }

    /// A part that can be passed over and did not change since that happened.
    mutating func write(unchanged record: SnapshotRecord) {
        put(UInt32(record.slice.count), at: bytes.count)
        bytes.append(contentsOf: record.slice)
    }

    /// The bytes of a part that says by itself where it ends.
    mutating func append(_ record: SnapshotRecord) {
        bytes.append(contentsOf: record.slice)
    }

    /// Puts all bytes of a number, the lowest first, over as many that are there, or at the end.
    private mutating func put<Number: FixedWidthInteger>(_ number: Number, at place: Int) {
        withUnsafeBytes(of: number.littleEndian) { digits in
            guard place < bytes.count else { return bytes.append(contentsOf: digits) }
            for (offset, digit) in digits.enumerated() { bytes[place + offset] = digit }
        }
    }

    private mutating func write<Value>(_ name: String, _ value: Value, _ each: (Value, inout SnapshotWriter) -> Void) {
        write(name)
        each(value, &self)
    }

    private mutating func write(_ text: String, addingToLength more: Int) {
        // Native strings are contiguous, so that this copies at most the sixteen bytes of the value.
        var text = text
        text.withUTF8 { utf8 in
            bytes.append(number: UInt64(utf8.count + more))
            bytes.append(contentsOf: utf8)
        }
    }
}

extension [UInt8] {
    /// Appends a number of variable length, seven bits a byte, the lowest first.
    fileprivate mutating func append(number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }
}
