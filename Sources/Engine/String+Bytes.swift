extension String {
    /// Below 0 when its UTF-8 bytes come before those of the other, 0 when they are the same.
    func orderOfBytes(_ other: String) -> Int {
        let order = utf8.withContiguousStorageIfAvailable { own in
            other.utf8.withContiguousStorageIfAvailable { other in
                for place in 0..<Swift.min(own.count, other.count) where own[place] != other[place] {
                    return Int(own[place]) - Int(other[place])
                }
                return own.count - other.count
            }
        }
        if let order, let order { return order }
        return utf8.elementsEqual(other.utf8) ? 0 : utf8.lexicographicallyPrecedes(other.utf8) ? -1 : 1
    }
}
