/// Reads a text byte by byte, for the fixed forms of timestamps and durations.
struct ByteScanner {
    private let bytes: [UInt8]
    private(set) var place = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { place == bytes.count }

    /// What has not been read yet.
    var rest: String { String(decoding: bytes[place...], as: UTF8.self) }

    /// Moves past the given text if it stands next.
    mutating func skip(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[place + offset] != text.utf8Start[offset] { return false }
        place += count
        return true
    }

    private func digit(at place: Int) -> Int64? {
        guard place < bytes.count, (0x30...0x39).contains(bytes[place]) else { return nil }
        return Int64(bytes[place] - 0x30)
    }

    /// Reads a number of exactly so many digits.
    mutating func number(digits count: Int) -> Int64? {
        var number: Int64 = 0
        for offset in 0..<count {
            guard let digit = digit(at: place + offset) else { return nil }
            number = number * 10 + digit
        }
        place += count
        return number
    }

    /// Reads the digits of a fraction: their number and how many counted, at most `limit`; further digits are dropped.
    mutating func fraction(limit: Int) -> (value: Int64, digits: Int, read: Int) {
        var value: Int64 = 0
        var kept = 0
        var read = 0
        while let digit = digit(at: place) {
            if kept < limit {
                value = value * 10 + digit
                kept += 1
            }
            place += 1
            read += 1
        }
        return (value, kept, read)
    }

    /// Reads `digits`, `digits.digits` or `.digits`; nil when there is no digit or the whole part exceeds 64 bits.
    mutating func decimal() -> (whole: Int64, fraction: Int64, digits: Int)? {
        var whole: Int64 = 0
        let start = place
        while let digit = digit(at: place) {
            let (tens, overflow) = whole.multipliedReportingOverflow(by: 10)
            let (sum, past) = tens.addingReportingOverflow(digit)
            guard !overflow, !past else { return nil }
            whole = sum
            place += 1
        }
        let wholeDigits = place - start
        guard skip(".") else { return wholeDigits > 0 ? (whole, 0, 0) : nil }
        let part = fraction(limit: 15)
        guard wholeDigits + part.read > 0 else { return nil }
        return (whole, part.value, part.digits)
    }
}
