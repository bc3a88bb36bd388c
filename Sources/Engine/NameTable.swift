import Expressions

/// Values by name, kept in the order of the names' UTF-8 bytes, in which a snapshot has them too: reading and writing one hashes nothing
/// and sorts nothing. For the few dozen names that a state has, finding one costs no more than in a hash table.
public struct NameTable<Value: Sendable>: Sendable {
    /// The table of a snapshot, as long as it is unchanged.
    private(set) var unread: UnreadTable<Value>?
    /// Empty where `unread` has them.
    private var names: [String] = []
    /// In the order of their names.
    private var values = SnapshotList<Value>()

    /// An empty table.
    public init() {}

    init(_ unread: UnreadTable<Value>) {
        self.unread = unread
    }

    /// A table for values that lie in a snapshot.
    init(capacity: Int, from source: SnapshotSource<Value>) {
        names.reserveCapacity(capacity)
        values = SnapshotList(capacity: capacity, from: source)
    }

    /// For changing.
    private mutating func takeOver() {
        if let unread { self = unread.tableToChange }
    }

    /// A table of the entries of a dictionary.
    public init(_ dictionary: [String: Value]) {
        reserveCapacity(dictionary.count)
        for (name, value) in dictionary { self[name] = value }
    }

    /// The value of that name; setting nil removes it.
    public subscript(name: String) -> Value? {
        get {
            if let unread { return unread.table[name] }
            let (place, isThere) = place(of: name)
            return isThere ? values[place] : nil
        }
        set {
            takeOver()
            let (place, isThere) = place(of: name)
            switch newValue {
            case let value? where isThere: values[place] = value
            case let value?: insert(name, value, at: place)
            case nil where isThere:
                names.remove(at: place)
                values.remove(at: place)
            case nil: break
            }
        }
    }

    /// The value of that name, changed in place; before that put there when there is none.
    public subscript(name: String, default value: @autoclosure () -> Value) -> Value {
        get { self[name] ?? value() }
        _modify {
            takeOver()
            let (place, isThere) = place(of: name)
            if !isThere { insert(name, value(), at: place) }
            yield &values[place]
        }
    }

    /// Changes the value of that name in place, if there is one.
    mutating func change(_ name: String, _ body: (inout Value) -> Void) {
        takeOver()
        let (place, isThere) = place(of: name)
        if isThere { body(&values[place]) }
    }

    /// Adds one that lies in the snapshot; names come in their order.
    mutating func append(_ name: String, unread range: Range<Int>) {
        names.append(name)
        values.append(unread: range)
    }

    /// Adds one behind all that are there; its name is the last in the order.
    mutating func append(_ name: String, _ value: Value) {
        names.append(name)
        values.append(value)
    }

    private mutating func insert(_ name: String, _ value: Value, at place: Int) {
        names.insert(name, at: place)
        values.insert(value, at: place)
    }

    /// The record of these names that expressions see.
    func record(_ field: (Value) -> Expressions.Value) -> MapValue {
        MapValue(ordered: map { ($0.key, field($0.value)) })
    }

    /// The same names with other values.
    public func dictionary<Other>(_ other: (Value) -> Other) -> [String: Other] {
        Dictionary(map { ($0.key, other($0.value)) }) { $1 }
    }

    mutating func reserveCapacity(_ capacity: Int) {
        names.reserveCapacity(capacity)
        values.reserveCapacity(capacity)
    }

    /// Writes how many there are, and the entries in the order of their names, so that equal states have equal bytes.
    func write(to out: inout SnapshotWriter, _ each: (Value, inout SnapshotWriter) -> Void) {
        if let unread { return unread.table.write(to: &out, each) }
        out.write(count: names.count)
        for place in names.indices {
            out.write(names[place])
            values.write(place, to: &out, each)
        }
    }

    /// Where a name is, or where it belongs.
    private func place(of name: String) -> (place: Int, isThere: Bool) {
        var (low, high) = (0, names.count)
        // Names mostly come in order.
        if let last = names.last, last.orderOfBytes(name) < 0 { return (high, false) }
        while low < high {
            let middle = (low + high) / 2
            let order = names[middle].orderOfBytes(name)
            if order == 0 { return (middle, true) }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return (low, false)
    }
}

extension NameTable: RandomAccessCollection {
    /// Zero.
    public var startIndex: Int { 0 }
    /// Number of names.
    public var endIndex: Int { unread?.table.names.count ?? names.count }
    /// The entry at a place of the order.
    public subscript(position: Int) -> (key: String, value: Value) {
        if let unread { return unread.table[position] }
        return (names[position], values[position])
    }
}

extension NameTable: ExpressibleByDictionaryLiteral {
    /// A table; of two equal names the later value wins.
    public init(dictionaryLiteral elements: (String, Value)...) {
        for (name, value) in elements { self[name] = value }
    }
}

extension NameTable: Equatable where Value: Equatable {
    /// The same names with the same values.
    public static func == (left: NameTable, right: NameTable) -> Bool {
        if let unread = left.unread { return unread === right.unread || unread.table == right }
        if let unread = right.unread { return left == unread.table }
        return left.names == right.names && left.values == right.values
    }
}

extension NameTable: Hashable where Value: Hashable {
    /// Feeds names and values in their order.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        for (name, value) in self {
            hasher.combine(name)
            hasher.combine(value)
        }
    }
}
