/// The content of a map value: entries in the order they were given, keys all different.
///
/// One word wide, so that ``Value`` stays small; copies share the entries.
public struct MapValue: Sendable {
    /// One key with its value.
    public struct Entry: Sendable, Hashable {
        /// The key.
        public let key: MapKey
        /// The value under the key.
        public let value: Value

        /// Pairs a key with a value.
        public init(key: MapKey, value: Value) {
            self.key = key
            self.value = value
        }
    }

    private final class Storage: Sendable {
        let entries: [Entry]
        /// What each entry's key looks like at a glance (see ``MapKey/fingerprint``), for searching small maps in order.
        let fingerprints: [UInt64]
        /// Where each key stands; nil for small maps.
        let places: [MapKey: Int]?

        init(entries: [Entry], places: [MapKey: Int]?) {
            self.entries = entries
            fingerprints = places == nil ? entries.map(\.key.fingerprint) : []
            self.places = places
        }

        init(entries: [Entry], fingerprints: [UInt64]) {
            self.entries = entries
            self.fingerprints = fingerprints
            places = nil
        }

        /// Where a text key of a small map stands, or the place before which it belongs.
        func place(_ name: String) -> (found: Bool, place: Int) {
            let fingerprint = name.fingerprint
            for place in 0..<fingerprints.count where fingerprints[place] == fingerprint {
                if case .string(let text) = entries[place].key, text.hasSameCodePoints(as: name) { return (true, place) }
            }
            let next = entries.firstIndex { if case .string(let text) = $0.key { name.precedesByCodePoint(text) } else { false } }
            return (false, next ?? entries.count)
        }

        // Searching inside the class spares counting references to its arrays.
        func value(_ key: MapKey) -> Value? {
            if let places { return places[key].map { entries[$0].value } }
            let fingerprint = key.fingerprint
            for place in fingerprints.indices where fingerprints[place] == fingerprint && entries[place].key == key {
                return entries[place].value
            }
            return nil
        }

        func value(_ field: FieldName) -> Value? {
            if let places { return places[.string(field.text)].map { entries[$0].value } }
            let fingerprint = field.fingerprint
            for place in 0..<fingerprints.count where fingerprints[place] == fingerprint {
                if case .string(let text) = entries[place].key, text.hasSameCodePoints(as: field.text) { return entries[place].value }
            }
            return nil
        }
    }

    /// Up to this many entries a search in order beats hashing.
    private static let smallCount = 64

    private let storage: Storage

    /// A map with string keys; entries follow the sorted names.
    public init(fields: [String: Value]) {
        let names = fields.keys.sorted { $0.precedesByCodePoint($1) }
        var entries: [Entry] = []
        entries.reserveCapacity(names.count)
        for name in names {
            if let value = fields[name] { entries.append(Entry(key: .string(name), value: value)) }
        }
        self.init(distinct: entries)
    }

    /// A map with string keys that come as they are to stand: in the order of their code points, each once.
    public init(ordered fields: some Sequence<(key: String, value: Value)>) {
        var entries: [Entry] = []
        entries.reserveCapacity(fields.underestimatedCount)
        for (name, value) in fields { entries.append(Entry(key: .string(name), value: value)) }
        self.init(distinct: entries)
    }

    /// A map of the given entries, or nil when a key is given twice; `1` and `1u` are one key.
    public init?(entries: [Entry]) {
        guard Set(entries.lazy.map(\.key.oneSpelling)).count == entries.count else { return nil }
        self.init(distinct: entries)
    }

    /// A record whose field names are known beforehand.
    init(shape: RecordShape, values: [Value]) {
        var entries: [Entry] = []
        entries.reserveCapacity(values.count)
        for (key, value) in zip(shape.keys, values) { entries.append(Entry(key: key, value: value)) }
        storage = Storage(entries: entries, fingerprints: shape.fingerprints)
    }

    /// The record with a field given another value, or added among the sorted names.
    public func setting(_ field: String, to value: Value) -> MapValue {
        guard storage.places == nil, count < Self.smallCount else {
            var others = entries.filter { $0.key != .string(field) }
            let next = others.firstIndex { if case .string(let text) = $0.key { field.precedesByCodePoint(text) } else { false } }
            others.insert(Entry(key: .string(field), value: value), at: next ?? others.count)
            return MapValue(distinct: others)
        }
        let (found, place) = storage.place(field)
        var entries = storage.entries
        guard !found else {
            entries[place] = Entry(key: entries[place].key, value: value)
            return MapValue(storage: Storage(entries: entries, fingerprints: storage.fingerprints))
        }
        var fingerprints = storage.fingerprints
        entries.insert(Entry(key: .string(field), value: value), at: place)
        fingerprints.insert(field.fingerprint, at: place)
        return MapValue(storage: Storage(entries: entries, fingerprints: fingerprints))
    }

    private init(storage: Storage) {
        self.storage = storage
    }

    private init(distinct entries: [Entry]) {
        guard entries.count > Self.smallCount else {
            storage = Storage(entries: entries, places: nil)
            return
        }
        var places: [MapKey: Int] = [:]
        places.reserveCapacity(entries.count)
        for (place, entry) in entries.enumerated() { places[entry.key] = place }
        storage = Storage(entries: entries, places: places)
    }

    /// The value under a text key that was made ready for searching.
    subscript(field: FieldName) -> Value? { storage.value(field) }

    /// The map without entries.
    public static let empty = MapValue(distinct: [])

    /// The entries in order.
    public var entries: [Entry] { storage.entries }

    /// How many entries there are.
    public var count: Int { storage.entries.count }

    /// The value under exactly this key.
    public subscript(key: MapKey) -> Value? { storage.value(key) }

    /// The value under a text key.
    public subscript(field: String) -> Value? { self[.string(field)] }

    /// The value that the language finds under a key: numbers match across `int`, `uint` and whole doubles.
    ///
    /// - Returns: nil when there is none, also when the value cannot be a key at all.
    public func value(for key: Value) -> Value? {
        switch key {
        case .double(let number):
            if let whole = number.asWhole(Int64.self), let found = self[.int(whole)] { return found }
            return number.asWhole(UInt64.self).flatMap { self[.uint($0)] }
        default:
            guard let exact = MapKey(key) else { return nil }
            if let found = self[exact] { return found }
            return exact.otherSpelling.flatMap { self[$0] }
        }
    }
}

extension MapValue: Hashable {
    /// Strict equality: the same keys with the same values, in any order.
    public static func == (left: MapValue, right: MapValue) -> Bool {
        if left.storage === right.storage { return true }
        guard left.count == right.count else { return false }
        return left.entries.allSatisfy { right[$0.key] == $0.value }
    }

    /// Hashes without regard to the order of the entries.
    public func hash(into hasher: inout Hasher) {
        var mixed = 0
        for entry in entries { mixed ^= entry.hashValue }
        hasher.combine(mixed)
    }
}
