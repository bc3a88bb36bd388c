extension Value {
    /// How many values it is made of, itself included, a part that stands in several places counted in each; every sixteen bytes of text
    /// count as one more. Stops soon after the limit.
    ///
    /// A value whose parts are shared can be small in memory and too large to write down.
    public func size(upTo limit: Int) -> Int {
        switch self {
        case .list(let elements): Self.sum(elements, upTo: limit)
        case .map(let map): Self.sum(map.entries.lazy.map(\.value), upTo: limit)
        case .string(let text): 1 + text.utf8.count / 16
        case .bytes(let bytes): 1 + bytes.count / 16
        default: 1
        }
    }

    private static func sum(_ parts: some Sequence<Value>, upTo limit: Int) -> Int {
        var sum = 1
        for part in parts {
            guard sum <= limit else { break }
            sum += part.size(upTo: limit - sum)
        }
        return sum
    }
}
