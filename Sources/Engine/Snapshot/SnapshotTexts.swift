/// The table of texts of a snapshot in the making: every text once, in the order in which they come, found again by its UTF-8 bytes.
///
/// A dictionary of `String` would bring Vietnamese text into a normal form each time it is looked for, which cost more than all the
/// rest of writing a snapshot.
struct SnapshotTexts {
    /// Number of texts.
    private(set) var count = 0
    /// The texts, each after its length.
    private(set) var bytes: [UInt8] = []

    /// Open addressing; never more than half full.
    private var slots = Array(repeating: Slot.free, count: 1024)

    private struct Slot {
        /// Place in the table, plus one; 0 in a free slot.
        var number: UInt32
        var hash: UInt32
        /// Where the text is in `bytes`.
        var start: UInt32
        var length: UInt32

        static let free = Slot(number: 0, hash: 0, start: 0, length: 0)
    }

    init() {
        bytes.reserveCapacity(4096)
    }

    /// The place of a text, from 0; a new one is put at the end.
    mutating func place(of text: String) -> Int {
        // Native strings are contiguous, so that this copies at most the sixteen bytes of the value.
        var text = text
        return text.withUTF8 { place(of: UnsafeRawBufferPointer($0)) }
    }

    private mutating func place(of text: UnsafeRawBufferPointer) -> Int {
        let hash = Self.hash(text)
        var index = Int(hash) & (slots.count - 1)
        while case let slot = slots[index], slot.number > 0 {
            if slot.hash == hash, slot.length == text.count, isText(text, at: Int(slot.start)) { return Int(slot.number) - 1 }
            index = (index + 1) & (slots.count - 1)
        }
        bytes.append(number: UInt64(text.count))
        count += 1
        slots[index] = Slot(number: UInt32(count), hash: hash, start: UInt32(bytes.count), length: UInt32(text.count))
        bytes.append(contentsOf: text)
        if count * 2 > slots.count { grow() }
        return count - 1
    }

    private func isText(_ text: UnsafeRawBufferPointer, at start: Int) -> Bool {
        bytes.withUnsafeBytes { known in
            var place = 0
            while place + 8 <= text.count {
                guard Self.word(text, place) == Self.word(known, start + place) else { return false }
                place += 8
            }
            while place < text.count {
                guard text[place] == known[start + place] else { return false }
                place += 1
            }
            return true
        }
    }

    private mutating func grow() {
        let taken = slots.filter { $0.number > 0 }
        slots = Array(repeating: .free, count: slots.count * 2)
        for slot in taken {
            var index = Int(slot.hash) & (slots.count - 1)
            while slots[index].number > 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = slot
        }
    }

    /// Eight bytes a step, multiplied and folded. Equal hashes cost a comparison, nothing else rests on them.
    private static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
        var hash = UInt64(text.count)
        func mix(_ word: UInt64) {
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        var place = 0
        while place + 8 <= text.count {
            mix(word(text, place))
            place += 8
        }
        var rest: UInt64 = 0
        while place < text.count {
            rest = rest << 8 | UInt64(text[place])
            place += 1
        }
        mix(rest)
        return UInt32(truncatingIfNeeded: hash)
    }

    private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    }
}
