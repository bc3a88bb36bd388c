extension String {
    /// Equality by code point. Swift's `==` treats canonically equivalent texts as equal; the guard language must not (langdef, "String and
    /// Bytes Values": no normalisation is attempted).
    func hasSameCodePoints(as other: String) -> Bool {
        let left = utf8
        let right = other.utf8
        guard left.count == right.count else { return false }
        let contiguous = left.withContiguousStorageIfAvailable { a in
            right.withContiguousStorageIfAvailable { b in UnsafeRawBufferPointer(a).hasSameBytes(as: UnsafeRawBufferPointer(b)) }
        }
        if case .some(.some(let equal)) = contiguous { return equal }
        return left.elementsEqual(right)
    }

    /// A number that equal texts share and different ones hardly ever do (FNV-1a over the UTF-8 bytes); only ever a first look before
    /// the texts themselves are compared.
    var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash
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

extension UnsafeRawBufferPointer {
    /// Compares two ranges of the same length, eight bytes at a time; the last eight may overlap those before.
    fileprivate func hasSameBytes(as other: UnsafeRawBufferPointer) -> Bool {
        guard count >= 8 else {
            for place in 0..<count where self[place] != other[place] { return false }
            return true
        }
        for place in stride(from: 0, to: count - 8, by: 8) where !hasSameWord(as: other, at: place) { return false }
        return hasSameWord(as: other, at: count - 8)
    }

    private func hasSameWord(as other: UnsafeRawBufferPointer, at place: Int) -> Bool {
        loadUnaligned(fromByteOffset: place, as: UInt64.self) == other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
}
