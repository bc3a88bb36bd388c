import CanonicalJSON

// What has its usual value is left out of the canonical form: it stays short, and a later member with a usual value of its own
// does not change the hash of older definitions.
extension JSONObject {
    mutating func add(_ key: String, _ text: String?) {
        if let text { self[key] = .string(text) }
    }

    mutating func add(_ key: String, _ number: Int?) {
        if let number { self[key] = JSONValue(number) }
    }

    mutating func add(_ key: String, ifTrue flag: Bool) {
        if flag { self[key] = true }
    }

    mutating func add(_ key: String, _ texts: [String]) {
        if !texts.isEmpty { self[key] = JSONValue(texts) }
    }

    mutating func add(_ key: String, _ values: [some JSONRepresentable]) {
        if !values.isEmpty { self[key] = values.json }
    }

    mutating func add(_ key: String, _ values: [String: some JSONRepresentable]) {
        if !values.isEmpty { self[key] = values.json }
    }
}

extension Dictionary where Key == String, Value: JSONRepresentable {
    /// The members as one object.
    var json: JSONValue {
        .object(JSONObject(sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
    }
}

extension JSONValue {
    /// A member that is a mapping from names to values; none when it is absent.
    func dictionary<Element: JSONRepresentable>(at key: String, of type: Element.Type = Element.self) throws(JSONShapeFault) -> [String:
        Element]
    {
        guard let object = try optionalMember(key, expected: "an object", { $0.object }) else { return [:] }
        var values: [String: Element] = [:]
        values.reserveCapacity(object.count)
        for member in object {
            do {
                values[member.key] = try Element(json: member.value)
            } catch {
                throw error.inside(member.key).inside(key)
            }
        }
        return values
    }

    /// A member that is one of a closed set of words.
    func word<Word: RawRepresentable<String>>(at key: String, of type: Word.Type = Word.self) throws(JSONShapeFault) -> Word {
        try member(key, expected: "a known word") { $0.string.flatMap(Word.init) }
    }

    /// The same for a member that may be absent.
    func optionalWord<Word: RawRepresentable<String>>(at key: String, of type: Word.Type = Word.self) throws(JSONShapeFault) -> Word? {
        try optionalMember(key, expected: "a known word") { $0.string.flatMap(Word.init) }
    }

    /// A member that is a number, as `Int`.
    func optionalNumber(at key: String) throws(JSONShapeFault) -> Int? {
        try optionalInt(at: key).map { Int(clamping: $0) }
    }

    /// A member that is true, or absent.
    func isTrue(at key: String) throws(JSONShapeFault) -> Bool {
        try optionalMember(key, expected: "true or false") { $0.bool } ?? false
    }
}
