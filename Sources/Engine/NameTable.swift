/// Values by name, kept in the order of the names' UTF-8 bytes, in which a snapshot has them too: reading and writing one hashes nothing
/// and sorts nothing. For the few dozen names that a state has, finding one costs no more than in a hash table.
public struct NameTable<Value: Sendable>: Sendable {
    /// The table of a snapshot, as long as it is unchanged.
    private(set) var unread: UnreadTable<Value>?
    /// Empty where `unread` has them.
    private var own: [(key: String, value: Value)] = []

    /// For reading.
    private var entries: [(key: String, value: Value)] { unread?.table.own ?? own }

    /// An empty table.
    public init() {}

    init(_ unread: UnreadTable<Value>) {
        self.unread = unread
    }

    /// For changing.
    private mutating func takeOver() {
        guard let unread else { return }
        own = unread.table.own
        self.unread = nil
    }

    /// A table of the entries of a dictionary.
    public init(_ dictionary: [String: Value]) {
        own.reserveCapacity(dictionary.count)
        for (name, value) in dictionary { self[name] = value }
    }

    /// The value of that name; setting nil removes it.
    public subscript(name: String) -> Value? {
        get {
            let entries = entries
            let (place, isThere) = Self.place(of: name, in: entries)
            return isThere ? entries[place].value : nil
        }
        set {
            takeOver()
            let (place, isThere) = Self.place(of: name, in: own)
            switch newValue {
            case let value? where isThere: own[place].value = value
            case let value?: own.insert((name, value), at: place)
            case nil where isThere: own.remove(at: place)
            case nil: break
            }
        }
    }

    /// The value of that name, changed in place; before that put there when there is none.
    public subscript(name: String, default value: @autoclosure () -> Value) -> Value {
        get { self[name] ?? value() }
        _modify {
            takeOver()
            let (place, isThere) = Self.place(of: name, in: own)
            if !isThere { own.insert((name, value()), at: place) }
            yield &own[place].value
        }
    }

    /// Changes the value of that name in place, if there is one.
    mutating func change(_ name: String, _ body: (inout Value) -> Void) {
        takeOver()
        let (place, isThere) = Self.place(of: name, in: own)
        if isThere { body(&own[place].value) }
    }

    /// The same names with other values.
    public func dictionary<Other>(_ other: (Value) -> Other) -> [String: Other] {
        Dictionary(entries.map { ($0.key, other($0.value)) }) { $1 }
    }

    mutating func reserveCapacity(_ capacity: Int) {
        own.reserveCapacity(capacity)
    }

    /// Where a name is, or where it belongs.
    private static func place(of name: String, in entries: [(key: String, value: Value)]) -> (place: Int, isThere: Bool) {
        var (low, high) = (0, entries.count)
        // Names mostly come in order.
        if let last = entries.last, Self.order(last.key, name) < 0 { return (high, false) }
        while low < high {
            let middle = (low + high) / 2
            let order = Self.order(entries[middle].key, name)
            if order == 0 { return (middle, true) }
            if order < 0 { low = middle + 1 } else { high = middle }
        }
        return (low, false)
    }

    /// Below 0 when the bytes of the first name come before those of the second, 0 when they are the same.
    private static func order(_ first: String, _ second: String) -> Int {
        let order = first.utf8.withContiguousStorageIfAvailable { first in
            second.utf8.withContiguousStorageIfAvailable { second in
                for place in 0..<Swift.min(first.count, second.count) where first[place] != second[place] {
                    return Int(first[place]) - Int(second[place])
                }
                return first.count - second.count
            }
        }
        if let order, let order { return order }
        return first.utf8.elementsEqual(second.utf8) ? 0 : first.utf8.lexicographicallyPrecedes(second.utf8) ? -1 : 1
    }
}

extension NameTable: RandomAccessCollection {
    /// Zero.
    public var startIndex: Int { 0 }
    /// Number of names.
    public var endIndex: Int { entries.count }
    /// The entry at a place of the order.
    public subscript(position: Int) -> (key: String, value: Value) { entries[position] }
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
        left.isSame(as: right) || left.elementsEqual(right) { $0.key == $1.key && $0.value == $1.value }
    }

    /// Whether one is an unchanged copy of the other.
    private func isSame(as other: NameTable) -> Bool {
        if let unread { return unread === other.unread }
        return count == other.count
            && own.withUnsafeBufferPointer { own in other.own.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress } }
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
