extension String {
    /// Equality by code point. Swift's `==` treats canonically equivalent texts as equal; the guard language must not (langdef, "String and
    /// Bytes Values": no normalisation is attempted).
    func hasSameCodePoints(as other: String) -> Bool {
        let left = utf8
        let right = other.utf8
        guard left.count == right.count else { return false }
        let contiguous = left.withContiguousStorageIfAvailable { a in
            right.withContiguousStorageIfAvailable { b in a.elementsEqual(b) }
        }
        if case .some(.some(let equal)) = contiguous { return equal }
        return left.elementsEqual(right)
    }

    /// Order by code point, which is the order of the UTF-8 bytes.
    func precedesByCodePoint(_ other: String) -> Bool {
        utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// Hashes in agreement with ``hasSameCodePoints(as:)``.
    func hashCodePoints(into hasher: inout Hasher) {
        let hashed: Void? = utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        if hashed == nil {
            for byte in utf8 { hasher.combine(byte) }
        }
        hasher.combine(0xFF as UInt8)
    }
}
