import LifecycleModel

/// The bytes are no snapshot of a task's state: cut off, of an unknown form, or damaged.
public struct SnapshotFault: Error, Hashable {
    /// Where reading stopped, in bytes.
    public let offset: Int
}

/// Reads what `SnapshotWriter` wrote; never beyond the bytes that are there.
struct SnapshotReader {
    private let bytes: [UInt8]
    private var place = 0
    private var texts: [String] = []

    init(_ bytes: [UInt8]) throws(SnapshotFault) {
        self.bytes = bytes
        guard try byte() == SnapshotWriter.form else { throw SnapshotFault(offset: 0) }
        let count = try count()
        texts.reserveCapacity(count)
        for _ in 0..<count {
            let length = try self.count()
            guard length <= bytes.count - place, let text = try? UTF8Span(validating: bytes.span.extracting(place..<place + length)) else {
                throw fault
            }
            texts.append(String(copying: text))
            place += length
        }
    }

    /// Whether everything was read.
    var isAtEnd: Bool { place == bytes.count }

    /// What to throw when what was read makes no sense.
    var fault: SnapshotFault { SnapshotFault(offset: place) }

    /// A number from 0, never more than there are bytes: nothing is counted, and no place in a table taken, that does not fit.
    mutating func count() throws(SnapshotFault) -> Int {
        let number = try number()
        guard number <= UInt64(bytes.count) else { throw fault }
        return Int(number)
    }

    mutating func int() throws(SnapshotFault) -> Int64 {
        let number = try number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    mutating func bool() throws(SnapshotFault) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw fault
        }
    }

    mutating func text() throws(SnapshotFault) -> String {
        try text(at: try number())
    }

    mutating func optionalText() throws(SnapshotFault) -> String? {
        let number = try number()
        return number == 0 ? nil : try text(at: number - 1)
    }

    mutating func date() throws(SnapshotFault) -> CivilDate {
        guard let date = try optionalDate() else { throw fault }
        return date
    }

    mutating func optionalDate() throws(SnapshotFault) -> CivilDate? {
        let number = try number()
        guard number > 0 else { return nil }
        guard number < 1 << 31, let date = CivilDate(daysSinceEpoch: Int(number) - 1 + Int(CivilDate.earliest.daysSinceEpoch)) else {
            throw fault
        }
        return date
    }

    mutating func list<Element>(
        _ each: (inout SnapshotReader) throws(SnapshotFault) -> Element
    ) throws(SnapshotFault) -> [Element] {
        let count = try count()
        var list: [Element] = []
        guard count > 0 else { return list }
        list.reserveCapacity(count)
        for _ in 0..<count { list.append(try each(&self)) }
        return list
    }

    mutating func entries<Value>(
        _ each: (inout SnapshotReader) throws(SnapshotFault) -> Value
    ) throws(SnapshotFault) -> [String: Value] {
        let count = try count()
        var entries: [String: Value] = [:]
        guard count > 0 else { return entries }
        entries.reserveCapacity(count)
        for _ in 0..<count {
            let name = try text()
            entries[name] = try each(&self)
        }
        return entries
    }

    /// One of a closed set of words.
    mutating func word<Word: RawRepresentable<String>>() throws(SnapshotFault) -> Word {
        guard let word = Word(rawValue: try text()) else { throw fault }
        return word
    }

    private func text(at place: UInt64) throws(SnapshotFault) -> String {
        guard place < UInt64(texts.count) else { throw fault }
        return texts[Int(place)]
    }

    private mutating func number() throws(SnapshotFault) -> UInt64 {
        // Most numbers fit into one byte.
        let first = try byte()
        guard first >= 0x80 else { return UInt64(first) }
        var number = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while shift < 64 {
            let next = try byte()
            number |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return number }
            shift += 7
        }
        throw fault
    }

    private mutating func byte() throws(SnapshotFault) -> UInt8 {
        guard place < bytes.count else { throw fault }
        defer { place += 1 }
        return bytes[place]
    }
}
