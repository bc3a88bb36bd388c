/// The members of a JSON object, in the order in which they were added, with unique keys.
///
/// Two objects are equal when they hold the same members, in whatever order; the canonical text is sorted anyway.
/// Lookup is a scan while the object is small and a hash table beyond that.
public struct JSONObject: Sendable {
    /// One member of an object.
    public struct Member: Sendable, Hashable {
        /// The name.
        public let key: String
        /// The value.
        public var value: JSONValue

        /// A member.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The members in order.
    private(set) var members: [Member] = []
    /// Position by key; kept only when there are more than `scanLimit` members.
    private var positions: [String: Int] = [:]
    private static let scanLimit = 16

    /// An empty object.
    public init() {}

    /// An empty object with room for so many members.
    public init(reservingCapacity capacity: Int) {
        members.reserveCapacity(capacity)
    }

    /// An object of these pairs; of two equal keys the later value wins, at the place of the first.
    public init(_ pairs: some Sequence<(String, JSONValue)>) {
        members.reserveCapacity(pairs.underestimatedCount)
        for (key, value) in pairs { self[key] = value }
    }

    /// The value of a member. Setting nil removes the member; setting a new key adds it at the end.
    public subscript(key: String) -> JSONValue? {
        get {
            position(of: key).map { members[$0].value }
        }
        set {
            switch (position(of: key), newValue) {
            case (let position?, let value?): members[position].value = value
            case (let position?, nil): remove(at: position)
            case (nil, let value?): add(Member(key: key, value: value))
            case (nil, nil): break
            }
        }
    }

    /// The keys, in order.
    public var keys: [String] { members.map(\.key) }

    /// Adds a member at the end and answers true, or answers false and changes nothing when the key is taken.
    public mutating func append(_ key: String, _ value: JSONValue) -> Bool {
        guard position(of: key) == nil else { return false }
        add(Member(key: key, value: value))
        return true
    }

    /// This object with the members of another laid over it.
    public func merging(_ other: JSONObject) -> JSONObject {
        var merged = self
        for member in other { merged[member.key] = member.value }
        return merged
    }

    private func position(of key: String) -> Int? {
        positions.isEmpty ? members.firstIndex { $0.key == key } : positions[key]
    }

    private mutating func add(_ member: Member) {
        members.append(member)
        if !positions.isEmpty {
            positions[member.key] = members.count - 1
        } else if members.count > Self.scanLimit {
            index()
        }
    }

    private mutating func remove(at position: Int) {
        members.remove(at: position)
        positions = [:]
        if members.count > Self.scanLimit { index() }
    }

    private mutating func index() {
        for (position, member) in members.enumerated() { positions[member.key] = position }
    }
}

extension JSONObject: RandomAccessCollection {
    /// Zero.
    public var startIndex: Int { 0 }
    /// The number of members.
    public var endIndex: Int { members.count }
    /// The member at a position.
    public subscript(position: Int) -> Member { members[position] }
}

extension JSONObject: Hashable {
    /// Same members, in whatever order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members == right.members || (left.count == right.count && left.allSatisfy { right[$0.key] == $0.value })
    }

    /// Feeds a hash that does not depend on the order of the members.
    public func hash(into hasher: inout Hasher) {
        var sum = 0
        for member in members { sum &+= member.hashValue }
        hasher.combine(sum)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object; of two equal keys the later value wins.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }
}
