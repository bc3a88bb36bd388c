/// The order of keys in RFC 8785 §3.2.3: by UTF-16 code units, found from UTF-8 without converting.
enum UTF16Order {
    static func sorted(_ object: JSONObject) -> [JSONObject.Member] {
        let members = object.members
        // Stored events were written canonically, so most objects are in order already.
        for index in members.indices.dropFirst() where !precedes(members[index - 1].key, members[index].key) {
            return members.sorted { precedes($0.key, $1.key) }
        }
        return members
    }

    /// UTF-8 bytes order as UTF-16 units do, but for one thing: a surrogate pair (lead byte F0…F4) comes before U+E000…U+FFFF (EE, EF).
    static func precedes(_ left: String, _ right: String) -> Bool {
        var rightBytes = right.utf8.makeIterator()
        for leftByte in left.utf8 {
            guard let rightByte = rightBytes.next() else { return false }
            guard leftByte != rightByte else { continue }
            switch (leftByte, rightByte) {
            case (0xF0..., 0xEE...0xEF): return true
            case (0xEE...0xEF, 0xF0...): return false
            default: return leftByte < rightByte
            }
        }
        return rightBytes.next() != nil
    }
}
