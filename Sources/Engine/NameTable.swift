import Expressions

/// Values by name, held as a snapshot has them: bytes, each name with its value behind it, in the order of the names' bytes. A task that is
/// read shares the bytes of its snapshot, writing it copies them, and what nobody asks for is never made; one alive takes little more than
/// its stored form. Finding a name among the few dozen that a state has goes through those before it and costs no more than hashing it.
///
/// Asking twice makes a value twice, since nothing is kept: whoever asks often keeps the answer.
public struct NameTable<Value: SnapshotPart>: Sendable {
    /// What the entries lie in: bytes of its own, or a snapshot's. Of a snapshot there are far fewer than 2³².
    private var bytes: [UInt8] = []
    /// Where in it their count and they themselves are; nowhere in an empty table.
    private var start: UInt32 = 0
    private var end: UInt32 = 0

    /// An empty table.
    public init() {}

    /// A table of the entries of a dictionary.
    public init(_ dictionary: [String: Value]) {
        guard !dictionary.isEmpty else { return }
        var out = SnapshotWriter(roomFor: dictionary.count * 32)
        out.write(count: dictionary.count)
        for (name, value) in dictionary.sorted(by: { $0.key.orderOfBytes($1.key) < 0 }) {
            out.write(name)
            value.write(to: &out)
        }
        take(out.finishedPart())
    }

    private init(_ record: SnapshotRecord) {
        guard !record.isEmpty else { return }
        bytes = record.bytes
        start = UInt32(record.range.lowerBound)
        end = UInt32(record.range.upperBound)
    }

    /// Number of names.
    public var count: Int {
        guard !isEmpty else { return 0 }
        var from = reader
        return (try? from.count()) ?? 0
    }

    /// Whether there are none.
    public var isEmpty: Bool { start == end }

    /// Whether there is a value of that name; makes none.
    public func contains(_ name: String) -> Bool { place(of: name).isThere }

    /// The value of that name; setting nil removes it.
    public subscript(name: String) -> Value? {
        get {
            let place = place(of: name)
            guard place.isThere else { return nil }
            var from = SnapshotReader(SnapshotRecord(bytes: bytes, range: place.value))
            // What the checksum speaks for can be read. Whoever forged both gets nothing, and is told of by `store verify`.
            return try? Value(from: &from)
        }
        set {
            if let newValue { put(newValue, name) } else { remove(name) }
        }
    }

    /// The value of that name, changed and put back; before that put there when there is none.
    public subscript(name: String, default value: @autoclosure () -> Value) -> Value {
        get { self[name] ?? value() }
        _modify {
            var changed = self[name] ?? value()
            yield &changed
            put(changed, name)
        }
    }

    /// The record of these names that expressions see.
    func record(_ field: (Value) -> Expressions.Value) -> MapValue {
        MapValue(ordered: map { ($0.key, field($0.value)) })
    }

    /// The same names with other values.
    public func dictionary<Other>(_ other: (Value) -> Other) -> [String: Other] {
        Dictionary(map { ($0.key, other($0.value)) }) { $1 }
    }

    // MARK: Bytes

    /// Where a name is, or where it belongs.
    private struct Place {
        /// The bytes of its entry, and of the value in it; both are empty where it belongs and is not.
        let entry, value: Range<Int>

        var isThere: Bool { !entry.isEmpty }
    }

    private var range: Range<Int> { Int(start)..<Int(end) }
    private var reader: SnapshotReader { SnapshotReader(SnapshotRecord(bytes: bytes, range: range)) }

    private func place(of name: String) -> Place {
        var from = reader
        var name = name
        return name.withUTF8 { name in
            var entry = from.place
            do throws(SnapshotFault) {
                var left = isEmpty ? 0 : try from.count()
                entry = from.place
                while left > 0 {
                    let order = try from.order(ofTextBeside: name)
                    if order > 0 { break }
                    let value = from.place
                    _ = try Value.passOver(&from)
                    if order == 0 { return Place(entry: entry..<from.place, value: value..<from.place) }
                    entry = from.place
                    left -= 1
                }
            } catch {
                // As in the subscript.
            }
            return Place(entry: entry..<entry, value: entry..<entry)
        }
    }

    private mutating func take(_ own: [UInt8]) {
        bytes = own
        start = 0
        end = UInt32(own.count)
    }

    /// Makes the bytes its own, with no others around them.
    private mutating func takeOver() {
        if isEmpty { take([0]) } else if start != 0 || Int(end) != bytes.count { take(Array(bytes[range])) }
    }

    private mutating func put(_ value: Value, _ name: String) {
        takeOver()
        let place = place(of: name)
        var out = SnapshotWriter(roomFor: 64)
        if !place.isThere { out.write(name) }
        value.write(to: &out)
        bytes.replaceSubrange(place.value, with: out.finishedPart())
        if place.isThere { end = UInt32(bytes.count) } else { change(countBy: 1) }
    }

    private mutating func remove(_ name: String) {
        guard contains(name) else { return }
        takeOver()
        bytes.removeSubrange(place(of: name).entry)
        change(countBy: -1)
    }

    private mutating func change(countBy more: Int) {
        end = UInt32(bytes.count)
        var from = reader
        let count = ((try? from.count()) ?? 0) + more
        guard count > 0 else { return self = NameTable() }
        var out = SnapshotWriter(roomFor: 8)
        out.write(count: count)
        bytes.replaceSubrange(0..<from.place, with: out.finishedPart())
        end = UInt32(bytes.count)
    }
}

extension NameTable: Sequence {
    /// Goes through the entries in the order of their names.
    public struct Iterator: IteratorProtocol {
        fileprivate var from: SnapshotReader
        fileprivate var left: Int

        /// The next entry.
        public mutating func next() -> (key: String, value: Value)? {
            guard left > 0 else { return nil }
            left -= 1
            guard let name = try? from.text(), let value = try? Value(from: &from) else { return nil }
            return (name, value)
        }
    }

    /// Goes through the entries.
    public func makeIterator() -> Iterator {
        var from = reader
        let count = isEmpty ? 0 : (try? from.count()) ?? 0
        return Iterator(from: from, left: count)
    }

    /// As many as there are.
    public var underestimatedCount: Int { count }
}

extension NameTable: SnapshotPart {
    /// Writes it so that it can be passed over; an empty one takes no more than its length.
    public func write(to out: inout SnapshotWriter) {
        out.write(unchanged: SnapshotRecord(bytes: bytes, range: range))
    }

    /// Passes over one.
    public static func passOver(_ from: inout SnapshotReader) throws(SnapshotFault) -> Bool {
        try from.skipPart()
        return true
    }

    /// An empty one.
    public static var unreadable: NameTable { NameTable() }

    /// Reads one; none of its values is made.
    public init(from: inout SnapshotReader) throws(SnapshotFault) {
        if let record = try from.passOver() { self.init(record) } else { try self.init(entriesFrom: &from) }
    }

    /// Writes one of which small values can be passed over, but not the whole.
    func writeEntries(to out: inout SnapshotWriter) {
        if isEmpty { out.write(count: 0) } else { out.append(SnapshotRecord(bytes: bytes, range: range)) }
    }

    /// Reads one that was so written.
    init(entriesFrom from: inout SnapshotReader) throws(SnapshotFault) {
        let start = from.place
        let count = try from.count()
        guard from.hasLengths else {
            // In the first forms values are written otherwise, and names have another order.
            self.init()
            for _ in 0..<count {
                let name = try from.text()
                self[name] = try Value(from: &from)
            }
            return
        }
        for _ in 0..<count {
            try from.skipText()
            _ = try Value.passOver(&from)
        }
        self.init(SnapshotRecord(bytes: from.bytes, range: count == 0 ? start..<start : start..<from.place))
    }
}

extension NameTable: ExpressibleByDictionaryLiteral {
    /// A table; of two equal names the later value wins.
    public init(dictionaryLiteral elements: (String, Value)...) {
        for (name, value) in elements { self[name] = value }
    }
}

extension NameTable: Hashable {
    /// The same names with the same values: equal tables have equal bytes.
    public static func == (left: NameTable, right: NameTable) -> Bool {
        left.bytes[left.range] == right.bytes[right.range]
    }

    /// Feeds the bytes.
    public func hash(into hasher: inout Hasher) {
        bytes[range].withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
