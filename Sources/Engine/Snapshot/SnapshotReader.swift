import LifecycleModel

/// The bytes are no snapshot of a task's state: cut off, of an unknown form, or damaged.
public struct SnapshotFault: Error, Hashable {
    /// Where reading stopped, in bytes.
    public let offset: Int
}

/// A part of a snapshot that was passed over and can be read later.
struct SnapshotRecord: Sendable {
    let bytes: [UInt8]
    let range: Range<Int>

    var isEmpty: Bool { range.isEmpty }

    /// Its bytes.
    var slice: ArraySlice<UInt8> { bytes[range] }
}

/// Reads what `SnapshotWriter` wrote, of its form and of the two before; never beyond the bytes that are there.
public struct SnapshotReader {
    let bytes: [UInt8]
    private let end: Int
    var place = 0
    /// Whether large parts have their length before them, so that they can be passed over.
    let hasLengths: Bool
    /// The texts of a snapshot of the first form, which kept them in a table before everything else.
    private var firstFormTexts: [String]?

    /// The first form: where those of today have a text, it has the place of one in its table.
    private static let formWithTable: UInt8 = 1
    /// The second form: as that of today, without checksum and lengths.
    private static let formWithoutLengths: UInt8 = 2

    init(_ bytes: [UInt8]) throws(SnapshotFault) {
        self.bytes = bytes
        end = bytes.count
        hasLengths = bytes.first == SnapshotWriter.form
        switch try byte() {
        case SnapshotWriter.form:
            let sum = try fixed(UInt64.self)
            guard sum == SnapshotChecksum.of(bytes[place...]) else { throw fault }
        case Self.formWithoutLengths: break
        case Self.formWithTable:
            let count = try count()
            var texts: [String] = []
            texts.reserveCapacity(count)
            for _ in 0..<count { texts.append(try text(length: try number())) }
            firstFormTexts = texts
        default: throw SnapshotFault(offset: 0)
        }
    }

    /// Reads a part that was passed over.
    init(_ record: SnapshotRecord) {
        bytes = record.bytes
        hasLengths = true
        place = record.range.lowerBound
        end = record.range.upperBound
    }

    /// Whether everything was read.
    var isAtEnd: Bool { place == end }

    /// What to throw when what was read makes no sense.
    var fault: SnapshotFault { SnapshotFault(offset: place) }

    /// Passes over a part that has its length before it. The checksum says that it is as it was written, so that reading it later does
    /// not fail.
    ///
    /// - Returns: the part; nil, and nothing is passed over, in a form that has no lengths.
    mutating func passOver() throws(SnapshotFault) -> SnapshotRecord? {
        guard hasLengths else { return nil }
        let length = try fixed(UInt32.self)
        guard length <= UInt64(end - place) else { throw fault }
        defer { place += Int(length) }
        return SnapshotRecord(bytes: bytes, range: place..<place + Int(length))
    }

    /// Passes over a part that has its length before it.
    mutating func skipPart() throws(SnapshotFault) {
        try skip(UInt64(try fixed(UInt32.self)))
    }

    mutating func skipText() throws(SnapshotFault) {
        try skip(try number())
    }

    /// Passes over a text.
    ///
    /// - Returns: below 0 when its bytes come before those of the name, 0 when they are the same.
    mutating func order(ofTextBeside name: UnsafeBufferPointer<UInt8>) throws(SnapshotFault) -> Int {
        let length = try number()
        let start = place
        try skip(length)
        let shorter = min(place - start, name.count)
        for offset in 0..<shorter where bytes[start + offset] != name[offset] { return Int(bytes[start + offset]) - Int(name[offset]) }
        return place - start - name.count
    }

    mutating func skipOptionalText() throws(SnapshotFault) {
        let number = try number()
        if number > 0 { try skip(number - 1) }
    }

    /// Passes over numbers, dates among them.
    mutating func skipNumbers(_ count: Int = 1) throws(SnapshotFault) {
        for _ in 0..<count {
            while try byte() >= 0x80 {}
        }
    }

    private mutating func skip(_ length: UInt64) throws(SnapshotFault) {
        guard length <= UInt64(end - place) else { throw fault }
        place += Int(length)
    }

    /// A number from 0, never more than there are bytes: nothing is counted, and no place in a table taken, that does not fit.
    mutating func count() throws(SnapshotFault) -> Int {
        let number = try number()
        guard number <= UInt64(end) else { throw fault }
        return Int(number)
    }

    mutating func int() throws(SnapshotFault) -> Int64 {
        let number = try number()
        return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    }

    /// A number of things that happened, to which more can be added.
    mutating func tally() throws(SnapshotFault) -> Int64 {
        let number = try int()
        guard (0...Int64(Int32.max)).contains(number) else { throw fault }
        return number
    }

    mutating func bool() throws(SnapshotFault) -> Bool {
        switch try byte() {
        case 0: return false
        case 1: return true
        default: throw fault
        }
    }

    mutating func text() throws(SnapshotFault) -> String {
        try text(number: try number())
    }

    mutating func optionalText() throws(SnapshotFault) -> String? {
        let number = try number()
        return number == 0 ? nil : try text(number: number - 1)
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
        for _ in 0..<count {
            list.append(try each(&self))
        }
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

    /// The text of that length, or in the first form at that place of the table.
    private mutating func text(number: UInt64) throws(SnapshotFault) -> String {
        guard let firstFormTexts else { return try text(length: number) }
        guard number < UInt64(firstFormTexts.count) else { throw fault }
        return firstFormTexts[Int(number)]
    }

    private mutating func text(length: UInt64) throws(SnapshotFault) -> String {
        guard length <= UInt64(end - place) else { throw fault }
        let text = try text(in: place..<place + Int(length))
        place += Int(length)
        return text
    }

    private func text(in range: Range<Int>) throws(SnapshotFault) -> String {
        // Names are short and ASCII mostly: those are made in half the time.
        if range.count < 16, bytes[range].allSatisfy({ $0 < 0x80 }) {
            return String(unsafeUninitializedCapacity: range.count) { text in
                bytes.withUnsafeBufferPointer { text.update(fromContentsOf: $0[range]) }
            }
        }
        guard let text = try? UTF8Span(validating: bytes.span.extracting(range)) else { throw fault }
        return String(copying: text)
    }

    /// A number of all its bytes, the lowest first.
    private mutating func fixed<Number: FixedWidthInteger>(_: Number.Type) throws(SnapshotFault) -> Number {
        let size = MemoryLayout<Number>.size
        guard size <= end - place else { throw fault }
        defer { place += size }
        return (0..<size).reversed().reduce(0) { $0 << 8 | Number(bytes[place + $1]) }
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
        guard place < end else { throw fault }
        defer { place += 1 }
        return bytes[place]
    }
}
